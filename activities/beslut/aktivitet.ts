import type { RecordBeslut } from './record.js';

export const recordAktivitet: RecordBeslut<'aktivitet'> = async () => {
  throw new Error('ej byggt');
};
