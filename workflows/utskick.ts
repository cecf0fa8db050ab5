import { sleep } from '@temporalio/workflow';
import type { Instant } from '../domain/kalender/kalender.js';
import { utskicksaktiviteter } from './activity-proxies.js';
import type { SammanstallningInput, UtskickInput } from './messages.js';

/**
 * Sends one mail, for as long as it takes; ends when the server has taken it or refused it for good. Outside working hours
 * it waits for them.
 */
export async function utskick({ utskickId }: UtskickInput): Promise<void> {
  await untilDone(() => utskicksaktiviteter.skickaUtskick(utskickId));
}

/** Sends the morning's mail of one person, in the same way. */
export async function sammanstallning({ sammanstallningId }: SammanstallningInput): Promise<void> {
  await untilDone(() => utskicksaktiviteter.skickaSammanstallning(sammanstallningId));
}

/** Tries at each moment that the activity names, until it names none. */
async function untilDone(send: () => Promise<Instant | undefined>): Promise<void> {
  for (let nar = await send(); nar; nar = await send()) await sleep(Math.max(Date.parse(nar) - Date.now(), 1));
}
