import type { Forandring } from './forandring.js';
import { hinder, type Hinder } from './hinder.js';
import type { Lage } from './lage.js';

/** So many people at least are named, one of them for when the other cannot (design 3). */
export const MINST_NAMNGIVNA = 2;

/** Working days in which they are named: until then more people than need be see the ärende. */
const NAMNGIVNING_ARBETSDAGAR = 2;

/** Who leads the ärende owes the naming of those who alone may see it. */
export function kravNamngivning(forandring: Forandring): void {
  const { koordinator, uppgifter } = forandring.lage;
  if (uppgifter.some(({ typ }) => typ === 'namngivning')) return;
  const senast = forandring.om.kalender.addArbetsdagar(forandring.idag, NAMNGIVNING_ARBETSDAGAR);
  forandring.open('namngivning', senast, koordinator === undefined ? {} : { roll: 'koordinator' });
}

/** Whether too few are named in an ärende of a protected person, and nobody owes the naming. */
export const saknarNamngivna = ({ skyddad, namngivna = [], uppgifter }: Lage): boolean =>
  skyddad === true && namngivna.length < MINST_NAMNGIVNA && !uppgifter.some(({ typ }) => typ === 'namngivning');

/**
 * The person's details are protected since another ärende: those who work with this one name their own people
 * (design 2, 3).
 */
export function taOverSkydd(forandring: Forandring): void {
  forandring.set({ skyddad: true });
  forandring.note('skydd_fran_annat');
  kravNamngivning(forandring);
}

/**
 * Whoever becomes koordinator for a protected person is one of those named.
 *
 * @returns code `ej_namngiven`
 */
export const namngivningshinder = ({ namngivna }: Pick<Lage, 'namngivna'>, koordinator: string): Hinder | undefined =>
  namngivna === undefined || namngivna.includes(koordinator)
    ? undefined
    : hinder(
        'ej_namngiven',
        'Personen har skyddade personuppgifter. Koordinatorn behöver vara en av dem som är namngivna i ärendet: välj en av dem, eller namnge hen först.',
      );

/** Somebody's place among those named goes to another; the naming is owed again when too few are left. */
export function bytNamngiven(forandring: Forandring, fran: string, till: string): void {
  const { namngivna } = forandring.lage;
  if (!namngivna?.includes(fran)) return;
  const nya = [...new Set(namngivna.map((id) => (id === fran ? till : id)))];
  forandring.set({ namngivna: nya });
  if (nya.length < MINST_NAMNGIVNA) kravNamngivning(forandring);
}

/**
 * Whether a remittent reads the alias in place of her own words for the person. Where the protection is known from another
 * ärende her words stand until somebody is named in hers: their change would tell her, before she is one of those it is
 * told to.
 *
 * @param handelser the events of the ärende
 */
export const isDoldForRemittenten = (
  { skyddad }: { readonly skyddad: boolean },
  { namngivna = [] }: Pick<Lage, 'namngivna'>,
  handelser: readonly { readonly typ: string }[],
): boolean => skyddad && (namngivna.length > 0 || !handelser.some(({ typ }) => typ === 'skydd_fran_annat'));

/** What a protected person is called wherever she is named. */
export const skyddatNamn = (alias?: string | null): string => alias ?? 'Skyddad person';
