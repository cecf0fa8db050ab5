import { asDate } from '../../prisma/client.js';
import { recordKodsvar } from './kodsvar.js';
import type { RecordBeslut } from './record.js';

/** The result on the 90th day. */
export const recordUppfoljning: RecordBeslut<'uppfoljning'> = async (tx, { rad, beslut, formular }) => {
  await tx.uppfoljning.create({
    data: {
      arendeId: rad.id,
      resultat: beslut.data.resultat,
      datum: asDate(beslut.data.datum),
      text: formular.text ?? null,
    },
  });
  await recordKodsvar(tx, rad.id, 'uppfoljning', formular);
};
