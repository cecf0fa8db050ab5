import type { RecordBeslut } from './record.js';

export const recordMedelbeslut: RecordBeslut<'medelbeslut'> = async () => {
  throw new Error('ej byggt');
};
