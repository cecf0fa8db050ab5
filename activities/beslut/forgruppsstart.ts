import { asDate } from '../../prisma/client.js';
import { updateForgrupp } from './forgruppsrad.js';
import type { RecordBeslut } from './record.js';

/** The first day in the förgrupp. */
export const recordForgruppsstart: RecordBeslut<'forgruppsstart'> = (tx, { rad, beslut, formular }) =>
  updateForgrupp(tx, rad.id, {
    startad: asDate(beslut.data.datum),
    ...(formular.text === undefined ? {} : { text: formular.text }),
  });
