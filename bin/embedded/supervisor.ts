import type { RunningProgram } from './program.js';

/** A program that is kept running. */
export interface SupervisedPart {
  name: string;
  /** starts it, the first time and after each death; settles when it can be used */
  start: () => Promise<RunningProgram>;
}

/** How patient the supervision is; times in milliseconds. */
export interface Patience {
  deaths: number;
  windowMs: number;
  backoffMs: number;
}

/** A supervised program, until it is stopped. */
export interface Supervision {
  stop: () => Promise<void>;
}

const defaultPatience: Patience = { deaths: 5, windowMs: 60_000, backoffMs: 200 };

/**
 * Starts a program and starts it again each time it dies, waiting twice as long for each death within the window.
 * @param report one short Swedish line for each death
 * @param giveUp called once with one Swedish sentence when it has died too often; the supervision is over then
 * @throws what the first `start` throws: a program that never ran is not tried again
 */
export async function supervise(
  part: SupervisedPart,
  report: (line: string) => void,
  giveUp: (sentence: string) => void,
  patience: Patience = defaultPatience,
): Promise<Supervision> {
  let stopping = false;
  let wake: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    wake = resolve;
  });
  let running: RunningProgram | undefined = await part.start();
  const deaths: number[] = [];

  async function restart(): Promise<void> {
    const now = performance.now();
    deaths.push(now);
    const recent = deaths.filter((death) => now - death < patience.windowMs).length;
    if (recent >= patience.deaths) {
      stopping = true;
      giveUp(`${part.name} har avslutats ${recent} gånger på kort tid och startas inte igen.`);
      return;
    }
    report(`${part.name} avslutades oväntat och startas om.`);
    await Promise.race([
      stopped,
      new Promise((resolve) => setTimeout(resolve, patience.backoffMs * 2 ** (recent - 1))),
    ]);
    if (stopping) return;
    // a start that fails counts as another death, in the next turn of the watch
    running = await part.start().catch(() => undefined);
  }

  async function watch(): Promise<void> {
    while (!stopping) {
      await running?.ended;
      running = undefined;
      if (!stopping) await restart();
    }
  }

  const watching = watch();
  const stop = async () => {
    stopping = true;
    wake();
    await running?.stop();
    await watching;
    await running?.stop();
  };
  return { stop };
}
