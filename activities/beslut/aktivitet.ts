import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** An activity of the participant: where, from when, until when, how much. */
export const recordAktivitet: RecordBeslut<'aktivitet'> = async (tx, { rad, beslut: { id, data }, formular }) => {
  await tx.aktivitet.create({
    data: {
      id,
      arendeId: rad.id,
      slag: data.slag,
      plats: formular.plats,
      fran: asDate(data.fran),
      till: data.till === undefined ? null : asDate(data.till),
      omfattning: formular.omfattning,
      text: formular.text ?? null,
    },
  });
};
