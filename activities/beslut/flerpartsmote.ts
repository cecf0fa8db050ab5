import type { RecordBeslut } from './record.js';

export const recordFlerpartsmote: RecordBeslut<'flerpartsmote'> = async () => {
  throw new Error('ej byggt');
};
