import type { RecordBeslut } from './record.js';

/** Marks every samtycke of the verksamheter as taken back, those that were still to begin among them. */
export const recordSamtyckesaterkallelse: RecordBeslut<'samtyckesaterkallelse'> = async (tx, underlag) => {
  const { rad, beslut, formular, forandring } = underlag;
  await tx.samtycke.updateMany({
    where: { arendeId: rad.id, verksamhetId: { in: [...beslut.data.verksamheter] }, aterkallat: null },
    data: { aterkallat: forandring.om.nu, aterkallatSatt: formular.satt },
  });
};
