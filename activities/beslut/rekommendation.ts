import { hinder } from '../../domain/hinder.js';
import type { Transaction } from '../../prisma/client.js';
import { hinderFailure } from '../../workflows/failures.js';
import { skapaIAnnanInsats } from '../annan-insats.js';
import { recordKompletteringsfraga } from '../komplettering.js';
import { recordAtgarder } from './atgarder.js';
import { currentMote } from './mote.js';
import type { RecordBeslut, Underlag } from './record.js';
import { recordErbjudenForgrupp } from './forgruppsrad.js';
import { createStyrgruppslyft } from './styrgruppslyft.js';

/**
 * The team's recommendation with its närvaro, the verksamheter that gave no answer, and what it leads to: the actions of
 * a råd, a question to the remittent or the styrgrupp, an offered förgrupp, or the ärende in another insats.
 *
 * @throws a failure of type `Hinder`, code `ingen_forgrupp`, when the insats has no förgrupp before inskrivning
 */
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
      insatsKod: beslut.data.insats ?? null,
      avId: beslut.av,
      nar: forandring.om.nu,
    },
  });
  await recordAtgarder(tx, { arendeId: rad.id, kalla: 'rad', kallaId: beslut.id }, formular.atgarder);
  await recordFoljd(tx, underlag);
};

async function recordFoljd(tx: Transaction, underlag: Underlag<'rekommendation'>): Promise<void> {
  const { rad, beslut, formular, forandring } = underlag;
  const { nu } = forandring.om;
  switch (beslut.data.utfall) {
    case 'komplettering':
      return recordKompletteringsfraga(tx, {
        id: beslut.id,
        arendeId: rad.id,
        fraga: formular.motivering,
        forandring,
      });
    case 'styrgrupp':
      return createStyrgruppslyft(tx, {
        id: beslut.id,
        arendeId: rad.id,
        fraga: formular.lyft ?? { fraga: formular.motivering, bakgrund: '' },
        nu,
      });
    case 'annan_insats':
      await skapaIAnnanInsats(tx, { rad, insats: beslut.data.insats ?? '', beslut, nu });
      return;
    case 'forgrupp':
      if (rad.profil.forgrupp !== 'fore')
        throw hinderFailure(
          hinder('ingen_forgrupp', 'Insatsen har ingen förgrupp före inskrivningen. Välj en annan rekommendation.'),
        );
      return recordErbjudenForgrupp(tx, rad.id, forandring.idag);
    case 'rad':
    case 'inskrivning':
    case 'bordlagd':
    case 'inte_aktuell':
  }
}
