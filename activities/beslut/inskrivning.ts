import { isOverPlatser } from '../../domain/platser.js';
import { asDate, type Transaction } from '../../prisma/client.js';
import { tellInsats } from '../../prisma/tell-engine.js';
import { recordDeltagande } from './deltagande.js';
import { recordErbjudenForgrupp } from './forgruppsrad.js';
import { recordLamnadKo } from './lamnad-ko.js';
import type { RecordBeslut, Underlag } from './record.js';

/**
 * Takes a place, marked when it is one beyond the capacity; or joins the queue, as the rule decided. The insats's row is
 * held since the rule read its places.
 */
export const recordInskrivning: RecordBeslut<'inskrivning'> = async (tx, underlag) => {
  const { rad, beslut, formular, forandring } = underlag;
  if (forandring.lage.fas === 'ko') return joinKo(tx, underlag);
  const over = isOverPlatser(forandring.om.platser);
  const { beslutsdatum, startdatum } = beslut.data;
  await recordDeltagande(tx, rad, {
    beslutsdatum,
    startdatum,
    ...(over ? { overinskrivning: formular.overinskrivningSkal ?? '' } : {}),
  });
  if (forandring.lage.forgrupp) await recordErbjudenForgrupp(tx, rad.id, forandring.lage.forgrupp.erbjuden);
  await recordLamnadKo(tx, rad.id, forandring.om.nu);
};

/** A case that was in the queue before stands in it anew: what it had then does not count. */
async function joinKo(tx: Transaction, { rad, forandring }: Underlag<'inskrivning'>): Promise<void> {
  const { ko } = forandring.lage;
  if (!ko) throw new Error('The change puts nobody in the queue');
  const { nu } = forandring.om;
  const turen = {
    beslutsdatum: asDate(ko.beslutsdatum),
    koad: nu,
    regelpoang: ko.regelpoang,
    tur: null,
    prioritetSkal: null,
    missar: 0,
    lamnad: null,
  };
  await tx.koplats.upsert({
    where: { arendeId: rad.id },
    create: { arendeId: rad.id, insatsId: rad.insatsId, ...turen },
    update: turen,
  });
  await tellInsats(tx, rad.insatsId, nu);
}
