import type { RecordBeslut } from './record.js';

export const recordErbjudandesvar: RecordBeslut<'erbjudandesvar'> = async () => {
  throw new Error('ej byggt');
};
