import type { RecordBeslut } from './record.js';

export const recordErsattningsbeslut: RecordBeslut<'ersattningsbeslut'> = async () => {
  throw new Error('ej byggt');
};
