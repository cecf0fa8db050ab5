import type { RecordBeslut } from './record.js';

export const recordAtgardsrapport: RecordBeslut<'atgardsrapport'> = async () => {
  throw new Error('ej byggt');
};
