import { recordLamnadKo } from './lamnad-ko.js';
import type { RecordBeslut } from './record.js';

/** A case that is closed from the queue leaves it; an offered place goes on. The reason stands in the taken form. */
export const recordEjAktuell: RecordBeslut<'ej_aktuell'> = (tx, { rad, forandring }) =>
  recordLamnadKo(tx, rad.id, forandring.om.nu);
