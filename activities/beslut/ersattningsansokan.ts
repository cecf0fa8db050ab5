import type { RecordBeslut } from './record.js';

export const recordErsattningsansokan: RecordBeslut<'ersattningsansokan'> = async () => {
  throw new Error('ej byggt');
};
