import type { RecordBeslut } from './record.js';

export const recordMedelforslag: RecordBeslut<'medelforslag'> = async () => {
  throw new Error('ej byggt');
};
