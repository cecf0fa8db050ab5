import { utskicksaktiviteter } from './activity-proxies.js';
import type { UtskickInput } from './messages.js';

/** Sends one mail, for as long as it takes; ends when the server has taken it or refused it for good. */
export async function utskick({ utskickId }: UtskickInput): Promise<void> {
  await utskicksaktiviteter.skickaUtskick(utskickId);
}
