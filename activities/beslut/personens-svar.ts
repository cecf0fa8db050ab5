import { asDate } from '../../prisma/client.js';
import { recordLamnadKo } from './lamnad-ko.js';
import type { RecordBeslut } from './record.js';

/** The person's own answer: when, to whom and how; a yes that is taken back gives way to the no. */
export const recordPersonensSvar: RecordBeslut<'personens_svar'> = async (
  tx,
  { rad, beslut, formular, forandring },
) => {
  const svar = {
    svar: beslut.data.svar,
    datum: asDate(beslut.data.datum),
    till: formular.till,
    satt: formular.satt,
    beslutId: beslut.id,
  };
  await tx.personensSvar.upsert({ where: { arendeId: rad.id }, create: { arendeId: rad.id, ...svar }, update: svar });
  if (svar.svar === 'nej') await recordLamnadKo(tx, rad.id, forandring.om.nu);
};
