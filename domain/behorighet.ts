import type { Behorighetsregel, Insatsprofil } from './insatsprofil.js';
import { ageOn, type Dag } from './kalender/tid.js';
import { kommunNamn } from './kommuner.js';
import { birthDate } from './personnummer.js';
import type { Remissinnehall } from './remissinnehall.js';

/** What the eligibility rules look at. */
export interface Behorighetsunderlag {
  readonly person: Remissinnehall['person'];
  /** How many verksamheter samtycke covers; unknown for an avidentifierad person. */
  readonly antalVerksamheter?: number | undefined;
}

/** A rule applied: met, not met, or something to think of that nobody can compute. */
export interface Behorighetsutfall {
  readonly utfall: 'uppfylld' | 'inte_uppfylld' | 'upplysning';
  readonly text: string;
}

/** The rules of a profile. The kommuner of the insats are a rule even where the profile words none. */
export function behorighetsregler(profil: Insatsprofil): readonly Behorighetsregel[] {
  if (profil.kommuner.length === 0 || profil.behorighet.some(({ slag }) => slag === 'kommun')) return profil.behorighet;
  const names = new Intl.ListFormat('sv', { type: 'disjunction' }).format(profil.kommuner.map(kommunNamn));
  return [...profil.behorighet, { slag: 'kommun', kommuner: profil.kommuner, text: `Personen ska bo i ${names}.` }];
}

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

function outcome(
  regel: Behorighetsregel,
  { person, antalVerksamheter }: Behorighetsunderlag,
  idag: Dag,
): Behorighetsutfall['utfall'] {
  switch (regel.slag) {
    case 'alder':
      return metOrNot(possibleAges(person, idag).some((age) => age >= (regel.fran ?? 0) && age <= (regel.till ?? 200)));
    case 'kommun':
      return metOrNot(regel.kommuner.includes(person.kommun));
    case 'minst_antal_verksamheter':
      return antalVerksamheter === undefined ? 'upplysning' : metOrNot(antalVerksamheter >= regel.antal);
    case 'uteslutning':
    case 'prioritet':
    case 'upplysning':
      return 'upplysning';
  }
}

const metOrNot = (met: boolean): 'uppfylld' | 'inte_uppfylld' => (met ? 'uppfylld' : 'inte_uppfylld');

/** A birth year alone leaves two ages possible; the benefit of the doubt is the person's. */
function possibleAges(person: Remissinnehall['person'], idag: Dag): readonly number[] {
  const born = person.identifierad ? birthDate(person.personnummer) : undefined;
  if (born !== undefined) return [ageOn(born, idag)];
  const year = person.identifierad ? Number(person.personnummer.slice(0, 4)) : person.fodelsear;
  const turns = Number(idag.slice(0, 4)) - year;
  return [turns - 1, turns];
}
