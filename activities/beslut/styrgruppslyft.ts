import type { RecordBeslut } from './record.js';

export const recordStyrgruppslyft: RecordBeslut<'styrgruppslyft'> = async () => {
  throw new Error('ej byggt');
};
