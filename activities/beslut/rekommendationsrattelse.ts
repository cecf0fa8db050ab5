import type { RecordBeslut } from './record.js';

export const recordRekommendationsrattelse: RecordBeslut<'rekommendationsrattelse'> = async () => {
  throw new Error('ej byggt');
};
