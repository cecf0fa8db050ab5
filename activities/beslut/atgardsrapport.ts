import type { RecordBeslut } from './record.js';

/** How it went with an action that somebody promised. */
export const recordAtgardsrapport: RecordBeslut<'atgardsrapport'> = async (
  tx,
  { rad, beslut, formular, forandring },
) => {
  await tx.atgard.update({
    where: { id: beslut.data.atgard, arendeId: rad.id },
    data: { utfall: beslut.data.utfall, rapport: formular.text, rapporterad: forandring.om.nu },
  });
};
