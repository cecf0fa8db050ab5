import { STOP_MS } from './stop-times.js';

/**
 * Ties a process to the one that started it: SIGTERM, SIGINT or the end of the parent (its IPC channel closes) call `stop` once,
 * then the process exits. Started by hand, without a parent's channel, only the signals count.
 * @param stop ends what the process runs, in order; when it fails the exit code is 1 and the error goes to stderr
 * @param graceMs milliseconds after which the process exits even if `stop` hangs
 */
export function linkToParent(stop: () => Promise<void>, graceMs: number = STOP_MS.exit): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), graceMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('disconnect', end);
}

/** Tells the parent that the process can take work. Without a parent it does nothing. */
export function announceReady(): void {
  process.send?.('ready');
}
