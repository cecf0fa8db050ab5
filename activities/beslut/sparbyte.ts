import type { RecordBeslut } from './record.js';

export const recordSparbyte: RecordBeslut<'sparbyte'> = async () => {
  throw new Error('ej byggt');
};
