import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** The koordinator's proposal of a longer insatstid. */
export const recordForlangningsforslag: RecordBeslut<'forlangningsforslag'> = async (tx, { rad, beslut, formular }) => {
  await tx.forlangning.create({
    data: {
      id: beslut.id,
      arendeId: rad.id,
      dialogdatum: asDate(beslut.data.dialogdatum),
      behov: formular.behov,
      foreslagetSlut: asDate(beslut.data.slut),
      foreslagenAvId: beslut.av,
    },
  });
};
