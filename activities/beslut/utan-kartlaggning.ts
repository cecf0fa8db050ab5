import type { RecordBeslut } from './record.js';

export const recordUtanKartlaggning: RecordBeslut<'utan_kartlaggning'> = async () => {
  throw new Error('ej byggt');
};
