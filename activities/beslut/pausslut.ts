import type { RecordBeslut } from './record.js';

export const recordPausslut: RecordBeslut<'pausslut'> = async () => {
  throw new Error('ej byggt');
};
