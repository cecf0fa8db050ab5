import type { RecordBeslut } from './record.js';

/** The hand-over: from whom, to whom, and what the next one needs to know. */
export const recordKoordinatorsbyte: RecordBeslut<'koordinatorsbyte'> = async (tx, underlag) => {
  const { rad, beslut, formular, forandring } = underlag;
  await tx.koordinatorsbyte.create({
    data: {
      beslutId: beslut.id,
      arendeId: rad.id,
      franId: rad.lage.koordinator ?? null,
      tillId: beslut.data.koordinator,
      overlamning: formular.overlamning,
      nar: forandring.om.nu,
    },
  });
};
