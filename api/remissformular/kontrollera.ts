import { z } from 'zod';
import { kraverSkal, provaBehorighet, type Behorighetsutfall } from '../../domain/behorighet.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import { text, utelamnad } from '../beslut/regler.js';
import type { Formularkontext } from './kontext.js';
import { MAX_SKAL } from './regler.js';

/** The check page's only field. */
export const SKAL = 'behorighetSkal';

/** How the answers stand to the rules of their insats. */
export function behorighet(
  innehall: Remissinnehall,
  { insatser, idag }: Formularkontext,
): readonly Behorighetsutfall[] {
  const insats = insatser.find(({ kod }) => kod === innehall.insats);
  if (!insats) return [];
  const antalVerksamheter = innehall.person.identifierad ? innehall.samtycken.length : undefined;
  const { person, uteslutningar, nollplacerad, skyndsamSkal } = innehall;
  const skyndsam = skyndsamSkal !== undefined;
  return provaBehorighet(insats.profil, { person, antalVerksamheter, uteslutningar, nollplacerad, skyndsam }, idag);
}

/** Rules of the check page: a reason when an eligibility rule is to be set aside, nothing otherwise. */
export const skalRegler = (utfall: readonly Behorighetsutfall[]): z.ZodType<{ behorighetSkal?: string | undefined }> =>
  z.object({
    [SKAL]: kraverSkal(utfall)
      ? text('Skriv varför personen ändå bör prövas, eller ändra svaren.', MAX_SKAL)
      : utelamnad,
  });
