import { continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { overlamningsaktiviteter } from './activity-proxies.js';
import { fortsattSignal, type OverlamningInput } from './messages.js';

/**
 * Carries out a hand-over, ärende by ärende, for as long as it takes: what each case answers is written down, and one that
 * refuses stops no other. Ends when everything is handed over, or when what is left has been refused; a person who tries
 * those again starts it anew, or has a run that still goes on look once more.
 *
 * @param input the id of the hand-over's row; everything else stands in the tables
 */
export async function overlamning({ overlamningId }: OverlamningInput): Promise<void> {
  const { vantandeArenden, lamnaOverArende, avslutaOverlamning } = overlamningsaktiviteter;
  let bedd = true;
  setHandler(fortsattSignal, () => {
    bedd = true;
  });
  while (bedd) {
    bedd = false;
    const arenden = await vantandeArenden(overlamningId);
    for (const arendeId of arenden) await lamnaOverArende({ overlamningId, arendeId });
    // the history of thousands of ärenden would be too long; whoever asked meanwhile is heard by the next run
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof overlamning>({ overlamningId });
    if (arenden.length > 0 || (await avslutaOverlamning(overlamningId)) === 'mer') bedd = true;
  }
}
