import { parseArgs } from 'node:util';

import { ConfigError } from '../config.js';
import { errorCode, StartError } from './program.js';
import { startAll } from './start-all.js';
import type { StartOptions } from './start-all.js';

/**
 * The start program: reads the command line and the environment, starts everything, prints one address and lives until Ctrl-C or
 * SIGTERM. Every failure ends the process with code 1 and one sentence on stderr, after what was started has been stopped.
 * @param children the programs of the application, absolute paths
 */
export async function runStart(children: StartOptions['children']): Promise<void> {
  try {
    const { values } = parseArgs({ options: { spola: { type: 'boolean', default: false } } });
    const failed = (sentence: string) => fail(new StartError(sentence));
    const print = (line: string) => console.log(line);
    const { url } = await startAll(
      { env: process.env, timeSkipping: values.spola, children, print, failed },
      endOnSignals,
    );
    console.log(`\nRemissflöde är igång: ${url}\nAvsluta med Ctrl-C.`);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): never {
  console.error(sentenceOf(error));
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  const code = errorCode(error);
  const path = error instanceof Error && 'path' in error ? ` (${String(error.path)})` : '';
  if (code === 'ENOSPC') return `Disken är full${path}. Frigör utrymme och starta igen.`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return `Datamappen går inte att skriva i${path}. Välj en annan med REMISSFLODE_DATA.`;
  return `Starten misslyckades: ${error instanceof Error ? error.message : String(error)}`;
}

function endOnSignals(running: { stop: () => Promise<void>; kill: () => void }): void {
  let askedAt: number | undefined;
  const end = () => {
    // npm and the terminal may each pass on the same Ctrl-C: only one that comes later is a second one
    if (askedAt !== undefined) {
      if (performance.now() - askedAt < 1000) return;
      running.kill();
      process.exit(1);
    }
    askedAt = performance.now();
    console.log('\nAvslutar …');
    running.stop().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}
