import type { RecordBeslut } from './record.js';

export const recordGenomforandeplan: RecordBeslut<'genomforandeplan'> = async () => {
  throw new Error('ej byggt');
};
