import type { RecordBeslut } from './record.js';

export const recordSamtyckesaterkallelse: RecordBeslut<'samtyckesaterkallelse'> = async () => {
  throw new Error('ej byggt');
};
