import type { RecordBeslut } from './record.js';

export const recordEjAktuell: RecordBeslut<'ej_aktuell'> = async () => {
  throw new Error('ej byggt');
};
