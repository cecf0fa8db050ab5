import type { RecordBeslut } from './record.js';

export const recordSkyndsamhet: RecordBeslut<'skyndsamhet'> = async () => {
  throw new Error('ej byggt');
};
