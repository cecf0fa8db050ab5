import type { RecordBeslut } from './record.js';

export const recordKoordinatorsbyte: RecordBeslut<'koordinatorsbyte'> = async () => {
  throw new Error('ej byggt');
};
