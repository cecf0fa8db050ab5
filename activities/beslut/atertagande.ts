import { recordLamnadKo } from './lamnad-ko.js';
import type { RecordBeslut } from './record.js';

/** A turn in the queue and an offered place are let go of; why stays in the form. */
export const recordAtertagande: RecordBeslut<'atertagande'> = (tx, { rad, forandring }) =>
  recordLamnadKo(tx, rad.id, forandring.om.nu);
