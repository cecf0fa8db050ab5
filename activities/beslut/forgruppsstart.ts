import type { RecordBeslut } from './record.js';

export const recordForgruppsstart: RecordBeslut<'forgruppsstart'> = async () => {
  throw new Error('ej byggt');
};
