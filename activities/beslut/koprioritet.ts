import type { RecordBeslut } from './record.js';

export const recordKoprioritet: RecordBeslut<'koprioritet'> = async () => {
  throw new Error('ej byggt');
};
