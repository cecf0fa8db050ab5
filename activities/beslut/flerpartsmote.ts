import { asDate } from '../../prisma/client.js';
import { recordAtgarder } from './atgarder.js';
import type { RecordBeslut } from './record.js';

/** A meeting of several authorities, and the actions agreed on there. */
export const recordFlerpartsmote: RecordBeslut<'flerpartsmote'> = async (tx, { rad, beslut, formular }) => {
  await tx.flerpartsmote.create({
    data: {
      beslutId: beslut.id,
      arendeId: rad.id,
      datum: asDate(beslut.data.datum),
      deltagare: formular.deltagare,
      text: formular.text,
    },
  });
  await recordAtgarder(tx, { arendeId: rad.id, kalla: 'flerpartsmote', kallaId: beslut.id }, formular.atgarder);
};
