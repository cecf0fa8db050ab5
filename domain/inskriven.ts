import type { Beslutstyp } from './faser.js';
import type { Forandring } from './forandring.js';
import { erbjudForgrupp } from './forgrupp.js';
import { startInsatstid } from './insatstid.js';
import type { Dag } from './kalender/kalender.js';
import { startaKartlaggning } from './plan.js';

/** An enrolment: when it was decided, when it begins, and whose it is. */
export interface Inskrivning {
  readonly beslutsdatum: Dag;
  readonly startdatum: Dag;
  readonly koordinator: string;
  /** Set for one beyond the places. */
  readonly overinskrivning?: true;
}

/**
 * What follows from being enrolled, whether directly, from the queue or beyond the places: startdatum starts place and
 * insatstid; the kartläggning begins, or the förgrupp where the profile has one first (design 2.4, 2.5, 2.9).
 */
export function skrivIn(forandring: Forandring, beslut: Beslutstyp, inskrivning: Inskrivning): void {
  const { profil } = forandring.om;
  forandring.note('inskrivning', { ...inskrivning });
  forandring.tellRemittent();
  forandring.set({ koordinator: inskrivning.koordinator, startdatum: inskrivning.startdatum });
  if (profil.forgrupp === 'efter') {
    forandring.move(beslut, 'forgrupp');
    erbjudForgrupp(forandring);
  } else {
    forandring.move(beslut, 'kartlaggning');
    startaKartlaggning(forandring, inskrivning.startdatum);
  }
  startInsatstid(forandring, inskrivning.startdatum);
}
