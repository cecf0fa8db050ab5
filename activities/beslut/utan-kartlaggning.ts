import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** The team's decision to go on without a kartläggning: it stands where the kartläggning would. */
export const recordUtanKartlaggning: RecordBeslut<'utan_kartlaggning'> = async (tx, { rad, beslut, formular }) => {
  await tx.kartlaggning.create({
    data: {
      arendeId: rad.id,
      utan: true,
      utanSkal: formular.skal,
      klar: asDate(beslut.data.datum),
      spar: beslut.data.spar,
    },
  });
};
