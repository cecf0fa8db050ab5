import { randomInt } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';

/** A problem that ends the start, told in one Swedish sentence that the person at the terminal can act on. */
export class StartError extends Error {
  override name = 'StartError';
}

/** How a program ended: `code` is null when a signal ended it. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A program that runs under us. */
export interface RunningProgram {
  name: string;
  pid: number;
  /** settles when the program has ended, however it ended; never rejects */
  ended: Promise<Ending>;
  /** settles at the program's first IPC message; rejects with StartError when it ends before. Only with `ipc`. */
  ready: Promise<void>;
  /** asks it to end, insists with SIGKILL after `graceMs`, and settles when it is gone */
  stop: () => Promise<void>;
  /** SIGKILL at once */
  kill: () => void;
}

/** What to run and how. */
export interface ProgramOptions {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** the OS user to run as; our own unless given */
  user?: { uid: number; gid: number } | undefined;
  /** opens an IPC channel: a Node program then notices when we are gone */
  ipc?: boolean;
  stopSignal?: NodeJS.Signals;
  /** milliseconds from stopSignal to SIGKILL */
  graceMs?: number;
}

const logSizeToRotate = 10 * 1024 * 1024;

/**
 * Starts a program in a process group of its own, with what it prints appended to its log file.
 * Its own group, because Ctrl-C in a terminal goes to the whole group and we stop the programs in order ourselves.
 * @throws StartError when the program cannot be started at all
 */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const log = openLog(options.logFile);
  const child = spawn(options.command, options.args, {
    detached: true,
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: options.ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    ...options.user,
  });
  closeSync(log);
  const ended = new Promise<Ending>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new StartError(`${options.name} kunde inte startas: ${error.message}.`)));
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    void ended.then((ending) => reject(new StartError(describeEnding(options.name, options.logFile, ending))));
  });
  ready.catch(() => undefined);
  const pid = child.pid ?? 0;
  const stop = async () => {
    child.kill(options.stopSignal ?? 'SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), options.graceMs ?? 20_000);
    await ended;
    clearTimeout(insist);
  };
  return { name: options.name, pid, ended, ready, stop, kill: () => void child.kill('SIGKILL') };
}

/** One sentence on how a program ended, with the last line it wrote and where the rest is. */
export function describeEnding(name: string, logFile: string, { code, signal }: Ending): string {
  const how = signal ? `avslutades av ${signal}` : `slutade med kod ${code}`;
  const last = lastLine(logFile);
  return `${name} ${how}${last ? `: ${last}` : ''} (loggen finns i ${logFile}).`;
}

function lastLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)?.slice(0, 300) ?? '';
  } catch {
    return '';
  }
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (statSync(file).size > logSizeToRotate) renameSync(file, `${file}.1`);
  } catch {
    // no log yet
  }
  return openSync(file, 'a');
}

/** The code of a system or gRPC error; not by instanceof, because errors of Node itself belong to another realm under jest. */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** Whether nothing listens on the TCP port; `host` is the address that would be bound, every address when left out. */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Below the ports that the system gives to outgoing connections: between choosing and taking, none of those can come in between. */
const portsToChoose = { from: 15_000, till: 32_000 };

/**
 * A free TCP port on 127.0.0.1: the preferred one when it can be had.
 * @throws StartError when a hundred tries found none; seen by who starts
 */
export async function choosePort(preferred?: number): Promise<number> {
  if (preferred && (await isPortFree(preferred, '127.0.0.1'))) return preferred;
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(portsToChoose.from, portsToChoose.till);
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
  throw new StartError('Ingen ledig port hittades på den här datorn.');
}

/**
 * Waits until `condition` gives something other than undefined and returns it.
 * @param timeoutMs milliseconds before `failure` is thrown as a StartError
 */
export async function waitFor<T>(
  condition: () => Promise<T | undefined>,
  timeoutMs: number,
  failure: () => string,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value !== undefined) return value;
    if (performance.now() > deadline) throw new StartError(failure());
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Waits up to 10 seconds until the port on 127.0.0.1 is free, and returns it. */
export const waitForPort = (port: number): Promise<number> =>
  waitFor(
    async () => ((await isPortFree(port, '127.0.0.1')) ? port : undefined),
    10_000,
    () => `Porten ${port} är upptagen av ett annat program.`,
  );
