import { lanlista } from './kommunlista.js';
import type { Kodlista } from './koder.js';

/** The code of who does not live in any Swedish kommun. */
export const UTANFOR_SVERIGE = 'utanfor';

/** A kommun by its code of SCB. */
export interface Kommun {
  readonly kod: string;
  readonly namn: string;
}

const byName = (one: Kommun, other: Kommun): number => one.namn.localeCompare(other.namn, 'sv');

const kommunerOf = (rader: string): Kommun[] =>
  rader.split(',').map((rad) => {
    const [kod = '', ...namn] = rad.trim().split(' ');
    return { kod, namn: namn.join(' ') };
  });

/** Every kommun in alphabetical order. */
const alla: readonly Kommun[] = lanlista.flatMap((lan) => kommunerOf(lan.kommuner)).toSorted(byName);

/** The names of every kommun by its code. */
export const kommuner: Kodlista = Object.fromEntries(alla.map(({ kod, namn }) => [kod, namn]));

const utanfor: Kommun = { kod: UTANFOR_SVERIGE, namn: 'Utanför Sverige' };
const bostadskommuner: readonly Kommun[] = [...alla, utanfor];
const namn = new Map(bostadskommuner.map((one) => [one.kod, one.namn]));
const koder = new Map(alla.map((one) => [one.namn.toLocaleLowerCase('sv'), one.kod]));

/** The codes of every place where a person can live. */
export const bostadskoder: readonly string[] = bostadskommuner.map(({ kod }) => kod);

/** The name of a kommun, or the code itself when there is none of that code. */
export const kommunNamn = (kod: string): string => namn.get(kod) ?? kod;

/** The code of a kommun by its name or its code, however it is spelled in capitals; undefined when there is none. */
export const kommunkod = (typed: string): string | undefined =>
  Object.hasOwn(kommuner, typed) ? typed : koder.get(typed.toLocaleLowerCase('sv'));

/**
 * Where a person can live, as an insats is asked: its own kommuner first, then all the others.
 *
 * @param egna kommunkoder of the insats; none: the kommuner are not divided
 */
export function bostadskommunerFor(egna: readonly string[]): {
  readonly egna: readonly Kommun[];
  readonly ovriga: readonly Kommun[];
} {
  const isOwn = ({ kod }: Kommun): boolean => egna.includes(kod);
  return { egna: bostadskommuner.filter(isOwn), ovriga: bostadskommuner.filter((one) => !isOwn(one)) };
}
