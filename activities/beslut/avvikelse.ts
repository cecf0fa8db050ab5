import type { RecordBeslut } from './record.js';

export const recordAvvikelse: RecordBeslut<'avvikelse'> = async () => {
  throw new Error('ej byggt');
};
