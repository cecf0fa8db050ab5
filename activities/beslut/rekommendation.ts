import { recordAtgarder } from './atgarder.js';
import { currentMote } from './mote.js';
import type { RecordBeslut } from './record.js';

/** The team's recommendation with its närvaro, the verksamheter that gave no answer, and the actions of a råd. */
export const recordRekommendation: RecordBeslut<'rekommendation'> = async (tx, underlag) => {
  const { rad, beslut, formular, forandring } = underlag;
  const mote = await currentMote(tx, rad);
  const svarade = rad.lage.yttranden ?? [];
  const utanSvar = rad.lage.samtycken.filter((verksamhet) => !svarade.includes(verksamhet));
  await tx.narvaro.createMany({
    data: [...new Set(beslut.data.narvarande)].map((verksamhetId) => ({
      moteId: mote.id,
      arendeId: rad.id,
      verksamhetId,
    })),
  });
  await tx.yttrande.createMany({
    data: utanSvar.map((verksamhetId) => ({
      arendeId: rad.id,
      moteId: mote.id,
      verksamhetId,
      nar: forandring.om.nu,
      svar: 'inget_svar',
    })),
  });
  await tx.rekommendation.create({
    data: {
      id: beslut.id,
      arendeId: rad.id,
      moteId: mote.id,
      utfall: beslut.data.utfall,
      motivering: formular.motivering,
      avId: beslut.av,
      nar: forandring.om.nu,
    },
  });
  await recordAtgarder(tx, { arendeId: rad.id, kalla: 'rad', kallaId: beslut.id }, formular.atgarder);
};
