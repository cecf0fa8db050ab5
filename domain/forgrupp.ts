import { forgruppsdeltagande, type Beslutstyp } from './faser.js';
import type { Forandring } from './forandring.js';
import { dagarFran } from './frister.js';
import { hinder, type Hinder } from './hinder.js';
import type { Lage } from './lage.js';

/** Design 2.4: what belongs to a participation waits, in a förgrupp, for the inskrivning. */
export const forgruppsHinder = ({ fas, startdatum }: Lage, typ: Beslutstyp): Hinder | undefined =>
  fas === 'forgrupp' && startdatum === undefined && forgruppsdeltagande.includes(typ)
    ? hinder('ej_inskriven', 'Personen är inte inskriven än. Registrera först resultatet av förgruppen.')
    : undefined;

/**
 * Offers the förgrupp of the insats to a case that has come into that phase, before inskrivning or as its beginning
 * (design 2.4). The koordinator follows it when there is one, otherwise sammankallande.
 */
export function erbjudForgrupp(forandring: Forandring): void {
  const { om, idag, lage } = forandring;
  forandring.note('forgrupp', { erbjuden: idag });
  forandring.set({ forgrupp: { erbjuden: idag } });
  const forfaller = dagarFran(idag, 7 * om.profil.frister.forgruppVeckor, om);
  forandring.open('forgrupp', forfaller, lage.koordinator === undefined ? {} : { roll: 'koordinator' });
}
