import type { RecordBeslut } from './record.js';

/** How it went with the team's advice. */
export const recordAterkoppling: RecordBeslut<'aterkoppling'> = async (tx, { rad, beslut, formular, forandring }) => {
  await tx.aterkoppling.create({
    data: {
      beslutId: beslut.id,
      arendeId: rad.id,
      utfall: beslut.data.utfall,
      text: formular.text ?? null,
      nar: forandring.om.nu,
    },
  });
};
