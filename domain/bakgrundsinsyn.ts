import { isValidOn, relationer, verksamheterFor, type Arenderelation, type Person, type Relation } from './atkomst.js';
import type { Dag } from './kalender/tid.js';
import type { Uppgiftsslag } from './koder.js';

/** The kind of information that each answer of a remiss's structured background is (design 2.1). */
export const bakgrundsslag = {
  forsorjning: 'ekonomi',
  tidIOffentligForsorjning: 'ekonomi',
  sysselsattning: 'sysselsattning',
  utbildning: 'utbildning',
  involverade: 'socialt',
} as const satisfies Readonly<Record<string, Uppgiftsslag>>;

const SLAG: readonly Uppgiftsslag[] = [...new Set(Object.values(bakgrundsslag))];

/**
 * They work with the whole case, wrote the remiss, or had the whole opened to them in an emergency: what they know does not
 * rest on their verksamhet's kinds.
 */
const LASER_HELA: readonly Relation[] = ['remittent', 'koordinator', 'sammankallande', 'nodatkomst'];

/**
 * The kinds of information in a remiss's background that samtycke does not open to a person: she who reads the case only
 * by her verksamhet's samtycke reads the kinds that it names (design 2.1). The problem and the question are what the
 * consultation is about, and are never closed to who takes part in it.
 *
 * @returns none for who works with the whole case, and in an avidentifierad konsultation, where nobody gives samtycke
 */
export function stangdaSlag(person: Person, arende: Arenderelation, idag: Dag): readonly Uppgiftsslag[] {
  if (!arende.identifierad || relationer(person, arende, idag).some((one) => LASER_HELA.includes(one))) return [];
  const verksamheter = verksamheterFor(person, arende, idag);
  const open = arende.samtycken
    .filter((one) => verksamheter.includes(one.verksamhetId) && isValidOn(one, idag))
    .flatMap(({ uppgiftsslag = [] }) => uppgiftsslag);
  return SLAG.filter((slag) => !open.includes(slag));
}
