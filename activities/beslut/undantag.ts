import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** The styrgrupp's exception from the longest time, with its reason. */
export const recordUndantag: RecordBeslut<'undantag'> = async (tx, { rad, beslut, formular }) => {
  await tx.undantag.create({
    data: { beslutId: beslut.id, arendeId: rad.id, slut: asDate(beslut.data.slut), skal: formular.skal },
  });
};
