import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';
import { writeSkattning } from './skattningsrad.js';

/** A self-rating made by itself. */
export const recordSkattning: RecordBeslut<'skattning'> = (tx, { rad, beslut: { id, data } }) =>
  writeSkattning(tx, { beslutId: id, arendeId: rad.id, datum: asDate(data.datum), steg: data.steg });
