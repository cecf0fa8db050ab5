import { asDate } from '../../prisma/client.js';
import { updateForgrupp } from './forgruppsrad.js';
import type { RecordBeslut } from './record.js';

/** How the förgrupp ended. */
export const recordForgruppsresultat: RecordBeslut<'forgruppsresultat'> = (tx, { rad, beslut, formular }) =>
  updateForgrupp(tx, rad.id, {
    slutad: asDate(beslut.data.datum),
    resultat: beslut.data.resultat,
    text: formular.text,
  });
