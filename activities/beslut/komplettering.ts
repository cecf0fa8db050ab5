import type { RecordBeslut } from './record.js';

export const recordKomplettering: RecordBeslut<'komplettering'> = async () => {
  throw new Error('ej byggt');
};
