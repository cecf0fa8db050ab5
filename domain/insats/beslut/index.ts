import type { Hinder } from '../../hinder.js';
import { koder } from '../../koder.js';
import { Insatsforandring, type Insatsomstandighet } from '../forandring.js';
import { insatsbeslut, type Insatsbeslut, type Insatsbeslutstyp, type Insatslage } from '../lage.js';
import { hinderanmalan } from './hinderanmalan.js';
import { hindersvar } from './hindersvar.js';
import { koversyn } from './koversyn.js';
import { motesandring } from './motesandring.js';
import type { Dagkontroll, Insatsbeslutsregel } from './regel.js';

const regler: { readonly [T in Insatsbeslutstyp]: Insatsbeslutsregel<T> } = {
  motesandring,
  koversyn,
  hinderanmalan,
  hindersvar,
};

export const insatsbeslutstyper = koder(insatsbeslut);

const regelFor = <T extends Insatsbeslutstyp>(typ: T): Insatsbeslutsregel<T> => regler[typ];

/**
 * What stands in the way of a decision on the insats. Asked without a calendar by the Update's validator, with one by the
 * page and by the transaction.
 */
export const checkInsats = <T extends Insatsbeslutstyp>(
  lage: Insatslage,
  beslut: Insatsbeslut<T>,
  kalender?: Dagkontroll,
): Hinder | undefined => {
  const regel = regelFor(beslut.typ);
  return regel.check(lage, beslut) ?? (kalender && regel.checkKalender?.(beslut, kalender));
};

/** Works out what follows from a decision that nothing stands in the way of. */
export function decideInsats(lage: Insatslage, beslut: Insatsbeslut, om: Insatsomstandighet): Insatsforandring {
  const forandring = new Insatsforandring(lage, om);
  regelFor(beslut.typ).apply(forandring, beslut);
  return forandring;
}
