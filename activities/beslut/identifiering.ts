import type { RecordBeslut } from './record.js';

export const recordIdentifiering: RecordBeslut<'identifiering'> = async () => {
  throw new Error('ej byggt');
};
