import type { RecordBeslut } from './record.js';

export const recordStyrgruppsbeslut: RecordBeslut<'styrgruppsbeslut'> = async () => {
  throw new Error('ej byggt');
};
