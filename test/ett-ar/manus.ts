import { createHash } from 'node:crypto';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import { testPersonnummer } from '../../prisma/seed/demo/personnummer.js';
import { aRemiss } from '../support/remiss.js';
import type { Grund } from '../support/grund.js';

/*
 * The script of a year: which remiss comes on which day, and how soon each task is done. Everything follows from the
 * number of the case and of its task, so that the year is the same every time it is played.
 */

/** Monday after the first working week of a year that has every kind of red day on a working day. */
export const FORSTA_DAG = '2031-01-13';
export const SISTA_DAG = '2032-01-12';
export const ARENDEN = 60;

/** A number below `under` that is the same for the same words. */
const tal = (under: number, ...ord: readonly (string | number)[]): number =>
  createHash('sha256').update(ord.join(' ')).digest().readUInt32BE(0) % under;

/** On which working day of the year, from 0, the remiss of a case is sent: the first nine months. */
export const skickasDag = (nr: number): number => tal(185, 'skickas', nr);

/** Who sends it, from which verksamhet. */
export const remittentFor = (nr: number): 'remittent' | 'annan_remittent' =>
  tal(3, 'remittent', nr) === 0 ? 'annan_remittent' : 'remittent';

/** The words of a case that nobody may find in a mail. */
export const hemligheter = (
  nr: number,
): { readonly namn: string; readonly problem: string; readonly fraga: string } => ({
  namn: `Hemliga Persondotter${nr}`,
  problem: `Problembilden nummer ${nr} är skriven i förtroende.`,
  fraga: `Frågan nummer ${nr} rör bara den här personen.`,
});

/** The remiss of a case. */
export function remissen(grund: Grund, idag: string, nr: number): Remissinnehall {
  const bas = aRemiss(grund, idag);
  const { namn, problem, fraga } = hemligheter(nr);
  const fodd = new Date(Date.UTC(1980, 0, 1 + nr * 7)).toISOString().slice(0, 10);
  if (!bas.person.identifierad) throw new Error('The remiss of the year names its person');
  return {
    ...bas,
    person: { ...bas.person, personnummer: testPersonnummer(fodd, 'kvinna'), namn },
    problembild: problem,
    fraga,
    ...(tal(12, 'skyndsam', nr) === 0 ? { skyndsamSkal: 'Behöver svar snart.' } : {}),
  };
}

/** How late a task is done, in working days from its last day; `undefined`: two working days after it was opened. */
export function senast(nr: number, uppgift: number): number | undefined {
  const slump = tal(20, 'takt', nr, uppgift);
  if (slump < 12) return undefined;
  return slump < 16 ? 0 : slump < 18 ? 6 : slump < 19 ? 12 : 22;
}

/** How a question with several answers is answered in a case. */
export const valj = <T>(av: readonly [T, ...T[]], ...ord: readonly (string | number)[]): T =>
  av[tal(av.length, ...ord)] ?? av[0];
