import type { Forandring } from './forandring.js';
import { arbetsdagarFranIdag, morgon } from './frister.js';
import type { Dag } from './kalender/kalender.js';
import type { Beslut } from './beslutsunderlag.js';
import type { Lage } from './lage.js';

/** Design 2.2: a question back to the remittent, at the review or by the team. What is asked stands in the decision's form. */
export function begarKomplettering(
  forandring: Forandring,
  { typ }: Beslut<'granskning' | 'rekommendation'>,
  fran: NonNullable<Lage['kompletteringFran']>,
): void {
  forandring.move(typ, 'komplettering');
  forandring.set({ kompletteringFran: fran });
  const { om } = forandring;
  vantaPaKomplettering(forandring, arbetsdagarFranIdag(om.profil.frister.kompletteringArbetsdagar, om));
}

/**
 * Waits for the remittent until a last day: her ladder of reminders runs, and after it the case does not just stand, but
 * sammankallande decides (design 2.2).
 *
 * @param senast the last day, a working day
 */
export function vantaPaKomplettering(forandring: Forandring, senast: Dag): void {
  const { om } = forandring;
  const { uteblivenKompletteringArbetsdagar, granskningArbetsdagar } = om.profil.frister;
  forandring.note('komplettering_begard', { senast });
  forandring.open('komplettering', senast);
  const uteblir = om.kalender.addArbetsdagar(senast, uteblivenKompletteringArbetsdagar);
  forandring.plan({
    typ: 'uppgift_oppnas',
    nar: morgon(uteblir, om),
    uppgift: 'utebliven_komplettering',
    forfaller: om.kalender.addArbetsdagar(uteblir, granskningArbetsdagar),
  });
}

/** The wait for the remittent is over, whichever way it ended. */
export function slutaVantaPaKomplettering(forandring: Forandring, som: 'klar' | 'bortfallen'): void {
  forandring.end(som, ['komplettering']);
  forandring.end(som === 'klar' ? 'bortfallen' : 'klar', ['utebliven_komplettering']);
  forandring.unplan((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'utebliven_komplettering');
}
