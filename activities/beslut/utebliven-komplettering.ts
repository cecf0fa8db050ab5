import type { RecordBeslut } from './record.js';

export const recordUteblivenKomplettering: RecordBeslut<'utebliven_komplettering'> = async () => {
  throw new Error('ej byggt');
};
