import { taUppSkyndsamt } from '../dagordning.js';
import { hinder } from '../hinder.js';
import type { Beslutsregel } from './regel.js';

/**
 * Sammankallande takes a case up earlier than its turn, in a slot beside the agenda or at an extra meeting (design 2.3).
 * Whether the team meets then is asked where its calendar is held (activities/beslut/skyndsamhet.ts).
 */
export const skyndsamhet: Beslutsregel<'skyndsamhet'> = {
  typ: 'skyndsamhet',
  check(lage, { dag, data }) {
    if (!lage.mote) return hinder('inget_mote', 'Ärendet står inte på någon dagordning.');
    if (data.mote >= lage.mote.borjar)
      return hinder('inte_tidigare', `Välj ett möte som är före det som ärendet redan väntar på, ${lage.mote.dag}.`);
    if (data.mote.slice(0, 10) < dag)
      return hinder('mote_har_varit', 'Mötet har redan varit. Välj ett kommande möte eller lägg in ett extra möte.');
    return undefined;
  },
  apply(forandring, { data }) {
    forandring.note('skyndsamhet', { mote: data.mote });
    taUppSkyndsamt(forandring, data.mote);
    forandring.tellRemittent();
  },
};
