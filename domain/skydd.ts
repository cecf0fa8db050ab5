import type { Forandring } from './forandring.js';
import { hinder, type Hinder } from './hinder.js';
import type { Lage, OppenUppgift, Uppgiftsmal } from './lage.js';

/** So many people at least are named, one of them for when the other cannot (design 3). */
export const MINST_NAMNGIVNA = 2;

/** Working days in which they are named: until then more people than need be see the ärende. */
const NAMNGIVNING_ARBETSDAGAR = 2;

/** Those named in an ärende who are still at work, and which of them have a role in its insats. */
export interface KvarNamngivna {
  readonly kvar: readonly string[];
  readonly sammankallande: readonly string[];
  readonly koordinatorer: readonly string[];
}

/** Whether those named can go on with the ärende: enough are left, and one of them may take the decisions. */
export const kanGaVidare = ({ kvar, sammankallande }: KvarNamngivna): boolean =>
  kvar.length >= MINST_NAMNGIVNA && sammankallande.length > 0;

/** Who leads the ärende owes the naming of those who alone may see it. */
export const kravNamngivning = (forandring: Forandring): void => oppnaNamngivning(forandring, ledaren(forandring.lage));

const ledaren = ({ koordinator }: Pick<Lage, 'koordinator'>): Uppgiftsmal =>
  koordinator === undefined ? {} : { roll: 'koordinator' };

function oppnaNamngivning(forandring: Forandring, mal: Uppgiftsmal): void {
  if (forandring.lage.uppgifter.some(isNamngivning)) return;
  const senast = forandring.om.kalender.addArbetsdagar(forandring.idag, NAMNGIVNING_ARBETSDAGAR);
  forandring.open('namngivning', senast, mal);
}

const isNamngivning = ({ typ }: OppenUppgift): boolean => typ === 'namngivning';

/**
 * Whether the naming in an ärende of a protected person is to be put right: it is needed and nobody owes it, who owes it
 * cannot do it any longer, or it is owed and not needed.
 */
export function namngivningBrister(lage: Lage, namngivna: KvarNamngivna): boolean {
  if (lage.skyddad !== true) return false;
  const oppen = lage.uppgifter.find(isNamngivning);
  if (!oppen) return !kanGaVidare(namngivna);
  return isNamngivet(lage) && (kanGaVidare(namngivna) || !kanNamnge(lage, oppen, namngivna));
}

const isNamngivet = ({ namngivna = [] }: Pick<Lage, 'namngivna'>): boolean => namngivna.length > 0;

/** Whether one of those left sees the task and may do it. */
function kanNamnge({ koordinator }: Lage, { roll, person }: OppenUppgift, namngivna: KvarNamngivna): boolean {
  const { kvar, sammankallande, koordinatorer } = namngivna;
  if (person !== undefined) return sammankallande.includes(person) || koordinatorer.includes(person);
  return roll === 'koordinator' ? koordinator !== undefined && kvar.includes(koordinator) : sammankallande.length > 0;
}

/**
 * Has the naming owed by one of those left who may do it, or by nobody where it is not needed. Where none of them may, it
 * begins anew: until others are named the ärende is there for those who could name them (design 3).
 */
export function rattaNamngivning(forandring: Forandring, namngivna: KvarNamngivna): void {
  forandring.end('bortfallen', ['namngivning']);
  if (kanGaVidare(namngivna)) return;
  const mal = isNamngivet(forandring.lage) ? namngivaren(forandring.lage, namngivna) : ledaren(forandring.lage);
  if (mal === undefined) {
    forandring.set({ namngivna: [] });
    forandring.note('namngivning_pa_nytt');
  }
  oppnaNamngivning(forandring, mal ?? {});
}

function namngivaren(
  { koordinator }: Lage,
  { kvar, sammankallande, koordinatorer }: KvarNamngivna,
): Uppgiftsmal | undefined {
  if (koordinator !== undefined && kvar.includes(koordinator)) return { roll: 'koordinator' };
  if (sammankallande.length > 0) return {};
  const [person] = koordinatorer;
  return person === undefined ? undefined : { person };
}

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
 * ärende her words stand until somebody has been named in hers: their change would tell her, before she is one of those it is
 * told to.
 *
 * @param handelser the events of the ärende
 */
export const isDoldForRemittenten = (
  { skyddad }: { readonly skyddad: boolean },
  { namngivna }: Pick<Lage, 'namngivna'>,
  handelser: readonly { readonly typ: string }[],
): boolean => skyddad && (namngivna !== undefined || !handelser.some(({ typ }) => typ === 'skydd_fran_annat'));

/** What a protected person is called wherever she is named. */
export const skyddatNamn = (alias?: string | null): string => alias ?? 'Skyddad person';
