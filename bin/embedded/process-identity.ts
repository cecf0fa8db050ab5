import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process as it can be recognised later: a pid alone may belong to another process by then. */
export interface ProcessIdentity {
  pid: number;
  /** when the kernel says it started, in whatever form the system gives it */
  started: string;
}

/** The identity of a living process, or undefined when there is none with that pid. */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid);
  return started ? { pid, started } : undefined;
}

/** Whether the very process that was identified still lives. */
export const isAlive = (identity: ProcessIdentity): boolean => identify(identity.pid)?.started === identity.started;

function startedOnLinux(pid: number): string | undefined {
  try {
    // the command name may hold spaces and brackets: the fields are counted from the last bracket
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTicks] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? undefined : `${bootId()}/${startTicks}`;
  } catch {
    return undefined;
  }
}

const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

function startedElsewhere(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * Ends a process that is not our child and waits until it is gone.
 * @param signals what to send, in order
 * @param graceMs milliseconds to wait after each signal
 */
export async function endProcess(identity: ProcessIdentity, signals: NodeJS.Signals[], graceMs: number): Promise<void> {
  for (const signal of signals) {
    if (!isAlive(identity)) return;
    try {
      process.kill(identity.pid, signal);
    } catch {
      return;
    }
    const deadline = performance.now() + graceMs;
    while (isAlive(identity) && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
