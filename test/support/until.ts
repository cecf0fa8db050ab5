import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for something to become true, asking every 20 ms.
 *
 * @throws Error naming `what` when it has not within `withinMs`
 */
export async function until(what: string, holds: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const last = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > last) throw new Error(`Waited in vain for: ${what}`);
    await pause(20);
  }
}
