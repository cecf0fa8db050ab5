import type { RecordBeslut } from './record.js';

export const recordFelregistrering: RecordBeslut<'felregistrering'> = async () => {
  throw new Error('ej byggt');
};
