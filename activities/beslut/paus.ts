import type { RecordBeslut } from './record.js';

export const recordPaus: RecordBeslut<'paus'> = async () => {
  throw new Error('ej byggt');
};
