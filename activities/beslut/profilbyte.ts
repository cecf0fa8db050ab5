import type { RecordBeslut } from './record.js';

export const recordProfilbyte: RecordBeslut<'profilbyte'> = async () => {
  throw new Error('ej byggt');
};
