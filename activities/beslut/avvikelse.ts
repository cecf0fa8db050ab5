import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** What the remittent is told of; she reads it after login. */
export const recordAvvikelse: RecordBeslut<'avvikelse'> = async (tx, { rad, beslut, formular }) => {
  await tx.avvikelse.create({
    data: { beslutId: beslut.id, arendeId: rad.id, datum: asDate(beslut.data.datum), text: formular.text },
  });
};
