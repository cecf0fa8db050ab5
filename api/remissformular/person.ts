import { z } from 'zod';
import { uteslutningsregler } from '../../domain/behorighet.js';
import { kon } from '../../domain/koder.js';
import { bostadskoder } from '../../domain/kommuner.js';
import type { AvidentifieradPerson, IdentifieradPerson } from '../../domain/remissinnehall.js';
import { fodelsear, IDENTITETSFALT, identitetsregler, idtypOf } from '../beslut/identitetsfalt.js';
import { enAv, jaNej, kod } from '../beslut/regler.js';
import type { Formularsida, Sidkontext } from './kontext.js';
import type { Svar } from './steg.js';

export interface Personsvar {
  person: IdentifieradPerson | AvidentifieradPerson;
  /** Codes of the excluding rules that the remittent says apply. */
  uteslutningar: readonly string[];
}

const GEMENSAMMA = ['kon', 'kommun'];

/** Name of the field that asks of an excluding rule whether it applies. */
export const uteslutningsfalt = (regel: string): string => `uteslutning_${regel}`;

const uteslutningskoder = ({ insats }: Sidkontext): string[] =>
  insats ? uteslutningsregler(insats.profil).map((regel) => regel.kod) : [];

/** Second page: who the person is, named or not, and what nobody but the remittent can tell of her. */
export const personSida: Formularsida<Personsvar> = {
  falt: (kontext) => [
    ...(kontext.avidentifierad ? ['fodelsear'] : IDENTITETSFALT),
    ...GEMENSAMMA,
    ...uteslutningskoder(kontext).map(uteslutningsfalt),
  ],
  regler: (svar, kontext) =>
    z
      .intersection(kontext.avidentifierad ? unnamed(kontext) : named(svar, kontext), uteslutningar(kontext))
      .transform(({ person, ...rest }) => ({ person, ...rest })),
};

const gemensamma = {
  kon: kod(kon, 'Välj kvinna, man eller uppgift saknas.'),
  kommun: enAv(bostadskoder, 'Välj den kommun där personen bor.'),
};

const named = (svar: Svar, { idag }: Sidkontext): z.ZodType<Pick<Personsvar, 'person'>> =>
  z
    .object({ ...identitetsregler(svar, idag), ...gemensamma })
    .transform((person) => ({ person: { ...person, identifierad: true as const, idtyp: idtypOf(person) } }));

const unnamed = ({ idag }: Sidkontext): z.ZodType<Pick<Personsvar, 'person'>> =>
  z
    .object({ fodelsear: fodelsear(Number(idag.slice(0, 4))), ...gemensamma })
    .transform((person) => ({ person: { identifierad: false as const, ...person } }));

const uteslutningar = (kontext: Sidkontext): z.ZodType<Pick<Personsvar, 'uteslutningar'>> =>
  z
    .object(
      Object.fromEntries(uteslutningskoder(kontext).map((one) => [uteslutningsfalt(one), jaNej('Välj ja eller nej.')])),
    )
    .transform((svar) => ({
      uteslutningar: uteslutningskoder(kontext).filter((one) => svar[uteslutningsfalt(one)]),
    }));
