import type { RecordBeslut } from './record.js';

export const recordAteroppning: RecordBeslut<'ateroppning'> = async () => {
  throw new Error('ej byggt');
};
