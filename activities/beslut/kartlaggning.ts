import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** The outcome of the kartläggning: instrument, who did it, summary and spår. */
export const recordKartlaggning: RecordBeslut<'kartlaggning'> = async (tx, { rad, beslut, formular }) => {
  await tx.kartlaggning.create({
    data: {
      arendeId: rad.id,
      instrument: formular.instrument,
      utfordAv: formular.utfordAv,
      certifierad: formular.certifierad,
      klar: asDate(beslut.data.klar),
      sammanfattning: formular.sammanfattning,
      resurser: formular.resurser ?? null,
      hinder: formular.hinder ?? null,
      spar: beslut.data.spar,
    },
  });
};
