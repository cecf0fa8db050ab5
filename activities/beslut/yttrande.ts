import type { RecordBeslut } from './record.js';
import { currentMote } from './mote.js';

/** The verksamhet's answer to the konsultation. */
export const recordYttrande: RecordBeslut<'yttrande'> = async (tx, { rad, beslut, formular, forandring }) => {
  const mote = await currentMote(tx, rad);
  await tx.yttrande.create({
    data: {
      arendeId: rad.id,
      moteId: mote.id,
      verksamhetId: beslut.data.verksamhet,
      avId: beslut.av,
      nar: forandring.om.nu,
      svar: 'lamnat',
      text: formular.text,
    },
  });
};
