import { asDate } from '../../prisma/client.js';
import { tellInsats } from '../../prisma/tell-engine.js';
import { recordLamnadKo } from './lamnad-ko.js';
import type { RecordBeslut } from './record.js';

/** The place is free from today, as is a turn in the queue; why stays in the form. */
export const recordFelregistrering: RecordBeslut<'felregistrering'> = async (tx, { rad, forandring }) => {
  const { nu } = forandring.om;
  const idag = asDate(forandring.idag);
  const { count } = await tx.deltagande.updateMany({
    where: { arendeId: rad.id, OR: [{ platsFri: null }, { platsFri: { gt: idag } }] },
    data: { platsFri: idag },
  });
  if (count > 0) await tellInsats(tx, rad.insatsId, nu);
  await recordLamnadKo(tx, rad.id, nu);
};
