import type { RecordBeslut } from './record.js';

/** The row of the ärende says which version it follows: what is computed from the row reads the same one. */
export const recordProfilbyte: RecordBeslut<'profilbyte'> = async (tx, { rad, beslut }) => {
  await tx.arende.update({ where: { id: rad.id }, data: { profilversion: beslut.data.version } });
};
