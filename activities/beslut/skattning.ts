import type { RecordBeslut } from './record.js';

export const recordSkattning: RecordBeslut<'skattning'> = async () => {
  throw new Error('ej byggt');
};
