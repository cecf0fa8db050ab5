import type { RecordBeslut } from './record.js';

export const recordSamtycke: RecordBeslut<'samtycke'> = async () => {
  throw new Error('ej byggt');
};
