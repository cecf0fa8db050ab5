import type { RecordBeslut } from './record.js';

export const recordSkyddadIdentitet: RecordBeslut<'skyddad_identitet'> = async () => {
  throw new Error('ej byggt');
};
