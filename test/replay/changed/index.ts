import { sleep } from '@temporalio/workflow';
import { insats as originalInsats } from '../../../workflows/insats.js';
import type { InsatsInput, RemissInput, SammanstallningInput, UtskickInput } from '../../../workflows/messages.js';
import { remiss as original } from '../../../workflows/remiss.js';
import { sammanstallning as originalSammanstallning, utskick as originalUtskick } from '../../../workflows/utskick.js';

/** The case as it would be after a careless change: a wait before the phases that no running case has in its history. */
export async function remiss(input: RemissInput): Promise<void> {
  await sleep('1 day');
  return original(input);
}

/** The same of an insats. */
export async function insats(input: InsatsInput): Promise<void> {
  await sleep('1 day');
  return originalInsats(input);
}

/** The same of a mail. */
export async function utskick(input: UtskickInput): Promise<void> {
  await sleep('1 day');
  return originalUtskick(input);
}

/** The same of a morning's mail. */
export async function sammanstallning(input: SammanstallningInput): Promise<void> {
  await sleep('1 day');
  return originalSammanstallning(input);
}
