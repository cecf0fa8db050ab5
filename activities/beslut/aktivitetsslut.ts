import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** The last day of an activity and what came of it. */
export const recordAktivitetsslut: RecordBeslut<'aktivitetsslut'> = async (tx, { rad, beslut: { data }, formular }) => {
  await tx.aktivitet.update({
    where: { id: data.aktivitet, arendeId: rad.id },
    data: { slutade: asDate(data.datum), resultat: formular.resultat },
  });
};
