import { supervise } from './supervisor.js';
import type { Supervision } from './supervisor.js';
import { StartError } from './program.js';
import type { RunningProgram } from './program.js';

/** Everything that has been started, in order. It is stopped in the opposite order. */
export interface Installation {
  /** starts and supervises one program; `start` is also used after a death */
  keepRunning: (name: string, start: () => Promise<RunningProgram>) => Promise<void>;
  /** starts something that ends with us and needs no supervision */
  add: (stop: () => Promise<void>) => void;
  /** stops everything, the last started first; calling it again waits for the first call */
  stop: () => Promise<void>;
  /** kills every program at once */
  kill: () => void;
}

/**
 * @param record remembers the pid of each program that was started
 * @param report one short Swedish line about a restart
 * @param giveUp one Swedish sentence when a program cannot be kept running
 */
export function createInstallation(
  record: (pid: number) => void,
  report: (line: string) => void,
  giveUp: (sentence: string) => void,
): Installation {
  const parts: Supervision[] = [];
  const programs = new Set<RunningProgram>();
  let starting: Promise<unknown> = Promise.resolve();
  let stopping: Promise<void> | undefined;

  const recorded = async (start: () => Promise<RunningProgram>): Promise<RunningProgram> => {
    const program = await start();
    programs.add(program);
    void program.ended.then(() => programs.delete(program));
    record(program.pid);
    return program;
  };
  const keepRunning = async (name: string, start: () => Promise<RunningProgram>) => {
    if (stopping) throw new StartError('Starten avbröts.');
    const begun = supervise({ name, start: () => recorded(start) }, report, giveUp).then((part) => parts.push(part));
    starting = begun.catch(() => undefined);
    await begun;
  };
  const stopAll = async () => {
    await starting;
    for (const part of parts.toReversed()) await part.stop();
  };
  return {
    keepRunning,
    add: (stop) => void parts.push({ stop }),
    stop: () => (stopping ??= stopAll()),
    kill: () => {
      for (const program of programs) program.kill();
    },
  };
}
