import type { Behorighetsregel, Insatsprofil, Prioritetsvillkor } from './insatsprofil.js';
import { ageOn, type Dag } from './kalender/tid.js';
import { kommunNamn } from './kommuner.js';
import { birthDate } from './personnummer.js';
import type { Remissinnehall } from './remissinnehall.js';

/** What the eligibility rules look at. */
export interface Behorighetsunderlag {
  readonly person: Remissinnehall['person'];
  /** How many verksamheter samtycke covers; unknown for an avidentifierad person. */
  readonly antalVerksamheter?: number | undefined;
  /** Codes of the excluding rules that the remittent says apply; undefined before she was asked. */
  readonly uteslutningar?: readonly string[] | undefined;
  readonly nollplacerad?: boolean | undefined;
  readonly skyndsam?: boolean | undefined;
}

/** A rule applied: met, not met, one that gives priority, or something to think of that nobody can compute. */
export interface Behorighetsutfall {
  readonly utfall: 'uppfylld' | 'inte_uppfylld' | 'prioriterad' | 'upplysning';
  readonly text: string;
}

/** The rules of a profile. The kommuner of the insats are a rule even where the profile words none. */
export function behorighetsregler(profil: Insatsprofil): readonly Behorighetsregel[] {
  if (profil.kommuner.length === 0 || profil.behorighet.some(({ slag }) => slag === 'kommun')) return profil.behorighet;
  const names = new Intl.ListFormat('sv', { type: 'disjunction' }).format(profil.kommuner.map(kommunNamn));
  return [...profil.behorighet, { slag: 'kommun', kommuner: profil.kommuner, text: `Personen ska bo i ${names}.` }];
}

/** What excludes from an insats and nobody can compute: the remittent is asked of each. */
export const uteslutningsregler = (
  profil: Insatsprofil,
): readonly Extract<Behorighetsregel, { slag: 'uteslutning' }>[] =>
  profil.behorighet.filter((regel) => regel.slag === 'uteslutning');

/**
 * Applies each eligibility rule of a profile (design 2.1). A rule that is not met can be set aside with a reason; one
 * that cannot be judged from what is told is only shown.
 */
export const provaBehorighet = (
  profil: Insatsprofil,
  underlag: Behorighetsunderlag,
  idag: Dag,
): readonly Behorighetsutfall[] =>
  behorighetsregler(profil).map((regel) => ({ utfall: outcome(regel, underlag, idag), text: regel.text }));

/** Whether a rule stands in the way, so that sending takes a reason. */
export const kraverSkal = (utfall: readonly Behorighetsutfall[]): boolean =>
  utfall.some((one) => one.utfall === 'inte_uppfylld');

function outcome(regel: Behorighetsregel, underlag: Behorighetsunderlag, idag: Dag): Behorighetsutfall['utfall'] {
  const { person, antalVerksamheter, uteslutningar } = underlag;
  switch (regel.slag) {
    case 'alder':
      return metOrNot(isOfAge(regel, person, idag));
    case 'kommun':
      return metOrNot(regel.kommuner.includes(person.kommun));
    case 'minst_antal_verksamheter':
      return antalVerksamheter === undefined ? 'upplysning' : metOrNot(antalVerksamheter >= regel.antal);
    case 'uteslutning':
      return uteslutningar === undefined ? 'upplysning' : metOrNot(!uteslutningar.includes(regel.kod));
    case 'prioritet':
      return hasPrioritet(regel.villkor, underlag, idag) ? 'prioriterad' : 'upplysning';
    case 'upplysning':
      return 'upplysning';
  }
}

function hasPrioritet(villkor: Prioritetsvillkor, underlag: Behorighetsunderlag, idag: Dag): boolean {
  switch (villkor.slag) {
    case 'nollplacerad':
      return underlag.nollplacerad ?? false;
    case 'skyndsam':
      return underlag.skyndsam ?? false;
    case 'alder':
      return isOfAge(villkor, underlag.person, idag);
    case 'kommun':
      return villkor.kommuner.includes(underlag.person.kommun);
  }
}

const metOrNot = (met: boolean): 'uppfylld' | 'inte_uppfylld' => (met ? 'uppfylld' : 'inte_uppfylld');

const isOfAge = (
  { fran = 0, till = 200 }: { readonly fran?: number; readonly till?: number },
  person: Alderspost,
  idag: Dag,
): boolean => possibleAges(person, idag).some((age) => age >= fran && age <= till);

/** What tells how old somebody is. */
export interface Alderspost {
  readonly personnummer?: string | undefined;
  /** Needed where there is no number that tells it. */
  readonly fodelsear?: number | undefined;
}

/** The ages that somebody may have on a day: a birth year alone leaves two, and the benefit of the doubt is the person's. */
export function possibleAges({ personnummer = '', fodelsear }: Alderspost, idag: Dag): readonly number[] {
  const born = fodelsear === undefined ? birthDate(personnummer) : undefined;
  if (born !== undefined) return [ageOn(born, idag)];
  const turns = Number(idag.slice(0, 4)) - (fodelsear ?? Number(personnummer.slice(0, 4)));
  return [turns - 1, turns];
}

/** A vårdnadshavare gives samtycke only for who is 16 or 17 (design 2.1); an older person gives it herself. */
export const kanHaVardnadshavare = (person: Alderspost, idag: Dag): boolean =>
  possibleAges(person, idag).some((age) => age === 16 || age === 17);
