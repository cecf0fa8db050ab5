import type { Beslutstyp } from '../../../domain/faser.js';
import { nextStep, type NastaSteg } from '../../../domain/lage.js';
import { uppgiftstyper } from '../../../domain/uppgifter.js';
import { egenUppgift, harDen, type Arendevy } from './vy.js';

/** Whether the step is the reader's own: she has it, or owes it and nobody else has it; who leads the insats gives a yttrande only in a verksamhet's place. */
export const isOwn = (vy: Arendevy, steg: NastaSteg): boolean =>
  steg.roll === 'teamrepresentant' && !harDen(vy, steg)
    ? vy.arende.sammankallande.every(({ id }) => id !== vy.personId)
    : egenUppgift(vy, steg) !== undefined;

/** A proposal of medel that waits for the styrgrupp is not sammankallande's to decide, though another one may be. */
const isHers = (typ: Beslutstyp, { roll }: NastaSteg, { relationer }: Arendevy): boolean =>
  typ !== 'medelbeslut' || relationer.some((one) => one === roll);

/**
 * The decisions that the next step's card has as buttons, the usual one first: what else can be done instead of it, such
 * as closing, is offered beside it and never alone to who does not owe the step. Of a closed case it opens it again.
 */
export function nastaKnappar(vy: Arendevy): readonly Beslutstyp[] {
  const steg = nextStep(vy.arende.lage);
  const slag: readonly Beslutstyp[] = steg ? uppgiftstyper[steg.typ].beslut : ['ateroppning'];
  const now = slag.filter((typ) => vy.mojliga.includes(typ) && (!steg || isHers(typ, steg, vy)));
  if (steg && !isOwn(vy, steg) && now[0] !== slag[0]) return [];
  // a förgrupp is begun before it is ended
  return now.includes('forgruppsstart') ? ['forgruppsstart', ...now.filter((typ) => typ !== 'forgruppsstart')] : now;
}
