import type { RecordBeslut } from './record.js';

export const recordTeamlyft: RecordBeslut<'teamlyft'> = async () => {
  throw new Error('ej byggt');
};
