import { sleep } from '@temporalio/workflow';
import { insats as originalInsats } from '../../../workflows/insats.js';
import type { InsatsInput, RemissInput } from '../../../workflows/messages.js';
import { remiss as original } from '../../../workflows/remiss.js';

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

export { utskick } from '../../../workflows/utskick.js';
