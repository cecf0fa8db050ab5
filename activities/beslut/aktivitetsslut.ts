import type { RecordBeslut } from './record.js';

export const recordAktivitetsslut: RecordBeslut<'aktivitetsslut'> = async () => {
  throw new Error('ej byggt');
};
