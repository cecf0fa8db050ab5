import { hinder } from '../../domain/hinder.js';
import { isMote } from '../../domain/motesplan.js';
import { hinderFailure } from '../../workflows/failures.js';
import type { RecordBeslut } from './record.js';

/**
 * The timeline says that the case was taken up earlier. Guarded here, where the team's calendar is held: the team meets
 * at the chosen moment.
 *
 * @throws a failure of type `Hinder`, code `okant_mote`, when it does not, told to who decided
 */
export const recordSkyndsamhet: RecordBeslut<'skyndsamhet'> = async (_tx, { rad, beslut, forandring }) => {
  if (isMote(beslut.data.mote, rad.lage.team, forandring.om)) return;
  throw hinderFailure(
    hinder(
      'okant_mote',
      'Teamet möts inte den tiden. Välj ett möte i teamets kalender eller lägg in ett extra möte först.',
    ),
  );
};
