import type { RecordBeslut } from './record.js';

export const recordTeamlyftsvar: RecordBeslut<'teamlyftsvar'> = async () => {
  throw new Error('ej byggt');
};
