import type { RecordBeslut } from './record.js';

export const recordAtertagande: RecordBeslut<'atertagande'> = async () => {
  throw new Error('ej byggt');
};
