import type { RecordBeslut } from './record.js';

export const recordErbjudandekontakt: RecordBeslut<'erbjudandekontakt'> = async () => {
  throw new Error('ej byggt');
};
