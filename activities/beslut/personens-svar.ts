import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** The person's own answer: when, to whom and how. */
export const recordPersonensSvar: RecordBeslut<'personens_svar'> = async (tx, { rad, beslut, formular }) => {
  await tx.personensSvar.create({
    data: {
      arendeId: rad.id,
      svar: beslut.data.svar,
      datum: asDate(beslut.data.datum),
      till: formular.till,
      satt: formular.satt,
      beslutId: beslut.id,
    },
  });
};
