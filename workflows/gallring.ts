import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import { gallringsaktiviteter } from './activity-proxies.js';
import type { GallringInput } from './messages.js';

/**
 * Carries out a gallring that two people have decided, ärende by ärende, for as long as it takes. Its history holds ids
 * and codes alone, and stays when what it destroyed is gone.
 *
 * @param input the id of the gallring's row; everything else stands in the tables
 */
export async function gallring({ gallringId }: GallringInput): Promise<void> {
  const { vantandePoster, gallraPost, avslutaGallring } = gallringsaktiviteter;
  let poster = await vantandePoster(gallringId);
  while (poster.length > 0) {
    for (const post of poster) await gallraPost(post);
    // the history of thousands of ärenden would be too long
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof gallring>({ gallringId });
    poster = await vantandePoster(gallringId);
  }
  await avslutaGallring(gallringId);
}
