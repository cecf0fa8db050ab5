import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** One attempt to reach the person before the 90-day follow-up. */
export const recordKontaktforsok: RecordBeslut<'kontaktforsok'> = async (tx, { rad, beslut, formular, forandring }) => {
  await tx.kontaktforsok.create({
    data: {
      beslutId: beslut.id,
      arendeId: rad.id,
      nr: forandring.lage.uppfoljning?.forsok ?? 0,
      datum: asDate(beslut.data.datum),
      satt: formular.satt,
      naddes: beslut.data.naddes,
    },
  });
};
