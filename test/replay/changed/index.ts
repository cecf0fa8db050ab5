import { sleep } from '@temporalio/workflow';
import { remiss as original } from '../../../workflows/remiss.js';
import type { RemissInput } from '../../../workflows/messages.js';

/** The case as it would be after a careless change: a wait before the phases that no running case has in its history. */
export async function remiss(input: RemissInput): Promise<void> {
  await sleep('1 day');
  return original(input);
}

export { utskick } from '../../../workflows/utskick.js';
