import { EventEmitter } from 'node:events';

/**
 * Waits some time, at most until it is woken or stopped.
 *
 * By a timer of its own: Node 20 may collect a signal made by `AbortSignal.any` of an `AbortSignal.timeout`, and a wait
 * for it then never ends.
 *
 * @param ms milliseconds
 * @param stopping ends the wait when it is aborted
 * @param wake ends the wait when it emits `wake`
 */
export function pause(ms: number, stopping: AbortSignal, wake = new EventEmitter()): Promise<void> {
  if (stopping.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', end);
      wake.off('wake', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stopping.addEventListener('abort', end);
    wake.once('wake', end);
  });
}
