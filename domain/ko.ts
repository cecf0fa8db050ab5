import type { Forandring, Omstandighet } from './forandring.js';
import { arbetsdagarFranIdag, dagarFran, morgon } from './frister.js';
import type { Insatsprofil, Prioritetsvillkor } from './insatsprofil.js';
import type { Dag, Instant } from './kalender/kalender.js';
import type { Frist, Lage } from './lage.js';

/** A turn in the queue of an insats: codes and dates. */
export interface Kotur {
  readonly arendeId: string;
  readonly nummer: string;
  readonly beslutsdatum: Dag;
  /** When the case came into the queue. */
  readonly koad: Instant;
  readonly regelpoang: number;
  /** A turn given by hand; lower comes first, before all without one. */
  readonly tur?: number | undefined;
  /** When the latest offer to the person ended because the person was not reached. */
  readonly missad?: Instant | undefined;
}

/**
 * The order of the queue, for sorting (design 2.5): turns given by hand first, then the points of the profile's rules,
 * then the day of the decision; those alike in all of that by when they came, and at last by number.
 */
export function koordning(a: Kotur, b: Kotur): number {
  return (
    (a.tur ?? Number.POSITIVE_INFINITY) - (b.tur ?? Number.POSITIVE_INFINITY) ||
    b.regelpoang - a.regelpoang ||
    compare(a.beslutsdatum, b.beslutsdatum) ||
    compare(a.koad, b.koad) ||
    compare(a.nummer, b.nummer)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Whose turn it is to be offered a place. A place that somebody was not reached for goes on to the next; she keeps her
 * turn for the offer after that (design 2.5). When nobody else waits she is asked again.
 *
 * @param turer those who may be offered a place, in any order
 * @param senasteErbjudande when a place of the insats was last offered to anybody
 */
export function nastaITur(turer: readonly Kotur[], senasteErbjudande?: Instant): Kotur | undefined {
  const sorted = turer.toSorted(koordning);
  return sorted.find(({ missad }) => missad === undefined || missad <= (senasteErbjudande ?? '')) ?? sorted[0];
}

/** What a priority rule may look at, beside the case's own codes. */
export interface Prioritetsunderlag {
  readonly nollplacerad: boolean;
  readonly skyndsam: boolean;
  readonly kommun: string;
  /** In whole years; missing when only the year of birth is known. */
  readonly alder?: number | undefined;
}

/** The points in the queue by the profile's priority rules (design 2.1, 2.5). */
export const regelpoang = ({ behorighet }: Insatsprofil, underlag: Prioritetsunderlag): number =>
  behorighet
    .filter((regel) => regel.slag === 'prioritet')
    .filter(({ villkor }) => isMet(villkor, underlag))
    .reduce((sum, { poang }) => sum + poang, 0);

function isMet(villkor: Prioritetsvillkor, underlag: Prioritetsunderlag): boolean {
  switch (villkor.slag) {
    case 'nollplacerad':
    case 'skyndsam':
      return underlag[villkor.slag];
    case 'alder':
      return (
        underlag.alder !== undefined &&
        underlag.alder >= (villkor.fran ?? 0) &&
        underlag.alder <= (villkor.till ?? Number.POSITIVE_INFINITY)
      );
    case 'kommun':
      return villkor.kommuner.includes(underlag.kommun);
  }
}

/** The kinds of task that only somebody in the queue can have. */
const KOUPPGIFTER = ['platserbjudande', 'koplats', 'turoversyn'] as const;

/** Puts a decided inskrivning in the queue; the koordinator who is named already makes the offer later (design 2.5). */
export function stallIKo(forandring: Forandring, given: { beslutsdatum: Dag; koordinator: string }): void {
  const { om } = forandring;
  forandring.move('inskrivning', 'ko');
  const { beslutsdatum, koordinator } = given;
  forandring.note('ko', { beslutsdatum, koordinator });
  forandring.set({
    koordinator,
    ko: { beslutsdatum, regelpoang: om.platser?.regelpoang ?? 0, missar: 0 },
  });
  planTuroversyn(forandring);
}

/** A turn is looked at by itself so many working days after the last day of the insats's own look. */
const TUROVERSYN_EFTER_ARBETSDAGAR = 5;

/**
 * The day on which a turn is looked at by itself. The whole queue is looked over in between, by the insats's own task;
 * only when that was not done this one opens, so that nobody is forgotten and nothing is asked twice (design 2.5).
 *
 * @param sedd the day of the latest look that the turn was part of, or the day on which it came into the queue
 */
export function turoversynsdag(sedd: Dag, om: Pick<Omstandighet, 'profil' | 'kalender'>): Dag {
  const { koversynDagar, registreringArbetsdagar } = om.profil.frister;
  return om.kalender.addArbetsdagar(
    dagarFran(sedd, koversynDagar, om),
    registreringArbetsdagar + TUROVERSYN_EFTER_ARBETSDAGAR,
  );
}

/** Plans the next look at a turn that waits, counted from today. */
export const planTuroversyn = (forandring: Forandring): void => planTuroversynFrom(forandring, forandring.idag);

function planTuroversynFrom(forandring: Forandring, sedd: Dag): void {
  const { om } = forandring;
  unplanTuroversyn(forandring);
  const dag = turoversynsdag(sedd, om);
  forandring.plan({
    typ: 'uppgift_oppnas',
    nar: morgon(dag, om),
    uppgift: 'turoversyn',
    forfaller: om.kalender.addArbetsdagar(dag, om.profil.frister.inskrivningArbetsdagar),
  });
}

/**
 * Whether a look at the whole queue is one that a case has still to take over: its turn was part of it, and is not
 * already looked at later than it would be now. A turn with an offer, or one that waits for sammankallande's decision,
 * has its next step elsewhere.
 *
 * @param sedd the moment at which the queue was looked over
 */
export function kanFoljaKoversyn(
  { fas, fasSedan, uppgifter, frister }: Lage,
  sedd: Instant,
  om: Pick<Omstandighet, 'profil' | 'kalender'>,
): boolean {
  if (fas !== 'ko' || sedd < fasSedan) return false;
  if (uppgifter.some(({ typ, oppnad }) => typ === 'turoversyn' && oppnad <= sedd)) return true;
  const nasta = morgon(turoversynsdag(om.kalender.dayOf(sedd), om), om);
  return frister.some((frist) => isTuroversyn(frist) && frist.nar < nasta);
}

/** Takes over a look at the whole queue: the turn stays, and is looked at next after that. Ask `kanFoljaKoversyn` first. */
export function foljKoversyn(forandring: Forandring, sedd: Instant): void {
  const dag = forandring.om.kalender.dayOf(sedd);
  forandring.note('koversyn', { datum: dag });
  forandring.end('klar', ['turoversyn']);
  planTuroversynFrom(forandring, dag);
}

const isTuroversyn = (frist: Frist): boolean => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'turoversyn';

const unplanTuroversyn = (forandring: Forandring): void => forandring.unplan(isTuroversyn);

/** Whether an offer that was made to a case is one that it has still to take over. */
export const kanTaEmot = ({ fas, erbjudande }: Lage): boolean => fas === 'ko' && erbjudande === undefined;

/**
 * Takes over the offer of a place: the koordinator contacts the person within the profile's days (design 2.5). Ask
 * `kanTaEmot` first.
 */
export function taEmotErbjudande(forandring: Forandring, { id }: { readonly id: string }): void {
  const { om, idag } = forandring;
  const senast = arbetsdagarFranIdag(om.profil.frister.erbjudandeArbetsdagar, om);
  forandring.note('platserbjudande', { senast });
  forandring.set({
    erbjudande: { id, erbjuden: idag, senast, kontakter: 0, maxKontakter: om.profil.erbjudande.kontakter },
  });
  unplanTuroversyn(forandring);
  forandring.end('bortfallen', ['turoversyn']);
  forandring.open('platserbjudande', senast);
  forandring.tellRemittent();
}

/**
 * The person was not reached: the place goes on, the turn is kept for the next offer, so many times as the profile says;
 * then sammankallande decides, and no place is offered until that is done (design 2.5).
 */
export function missaErbjudande(forandring: Forandring): void {
  const { om, lage } = forandring;
  if (!lage.ko) throw new Error(`The ärende ${lage.nummer} is offered a place outside the queue`);
  const missar = lage.ko.missar + 1;
  forandring.set({ ko: { ...lage.ko, missar } });
  forandring.unset('erbjudande');
  forandring.end('klar', ['platserbjudande']);
  if (missar < om.profil.erbjudande.missar) planTuroversyn(forandring);
  else forandring.open('koplats', arbetsdagarFranIdag(om.profil.frister.inskrivningArbetsdagar, om));
}

/**
 * Leaves the queue and lets go of an offered place; changes nothing for a case that is not in it. What the tables have to
 * say about it is `recordLamnadKo`.
 */
export function lamnaKo(forandring: Forandring): void {
  unplanTuroversyn(forandring);
  forandring.end('bortfallen', KOUPPGIFTER);
  forandring.unset('ko', 'erbjudande');
}
