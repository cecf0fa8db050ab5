import type { RecordBeslut } from './record.js';

export const recordUndantag: RecordBeslut<'undantag'> = async () => {
  throw new Error('ej byggt');
};
