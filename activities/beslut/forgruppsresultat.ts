import type { RecordBeslut } from './record.js';

export const recordForgruppsresultat: RecordBeslut<'forgruppsresultat'> = async () => {
  throw new Error('ej byggt');
};
