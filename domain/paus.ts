import type { Forandring } from './forandring.js';
import { morgon } from './frister.js';
import { setInsatstidSlut, stillInsatstid } from './insatstid.js';
import type { Dag, Instant } from './kalender/kalender.js';
import type { FlyttadFrist, Frist, Lage, OppenUppgift } from './lage.js';
import { nastaPaminnelse } from './paminnelser.js';
import type { Uppgiftstyp } from './uppgifter.js';

/*
 * A pause stops the clock of the participation (design 2.9): while it lasts nothing of the insatstid falls due, and what
 * the participation itself owes is moved. When it ends, by itself or early, the days really used are given back.
 */

/** How long ago a pause may have begun, and how far ahead it may lie, in days. */
export const PAUS_BORJAR_INOM_DAGAR = 30;

/** What the participant and the koordinator owe together, and which therefore waits with them. */
const VANTAR: readonly Uppgiftstyp[] = [
  'forgrupp',
  'kartlaggning',
  'genomforandeplan',
  'skattning',
  'planuppfoljning',
  'insatstidsoversyn',
];

const DAY_MS = 86_400_000;

/** The days of a period, its first and last included. Plain arithmetic: the workflow's validator asks it too. */
export const pausdagar = ({ fran, till }: { readonly fran: Dag; readonly till: Dag }): number =>
  Math.round((Date.parse(till) - Date.parse(fran)) / DAY_MS) + 1;

/** Whether the participation is paused now; a pause that lies ahead has not begun. */
export const isPaused = ({ paus }: Lage): boolean => paus?.flyttat !== undefined;

/** Begins a pause today or when its day has come; one that is over already has its days given back at once. */
export function planPaus(forandring: Forandring): void {
  const { om, lage, idag } = forandring;
  if (!lage.paus) return;
  if (lage.paus.fran > idag) {
    forandring.plan({ typ: 'paus_borjar', nar: om.kalender.startOfDay(lage.paus.fran) });
    return;
  }
  startPaus(forandring);
  if (lage.paus.till < idag) resumeAfter(forandring, lage.paus.till);
}

/** The pause begins: the clock stands still until the day after its last, when the case wakes by itself. */
export function startPaus(forandring: Forandring): void {
  const { om } = forandring;
  const { paus, insatstid } = forandring.lage;
  if (!paus) return;
  forandring.set({ paus: { ...paus, flyttat: waiting(forandring.lage) } });
  if (insatstid) {
    stillInsatstid(forandring);
    forandring.set({ insatstid: { slut: insatstid.slut, hard: insatstid.hard } });
  }
  shift(forandring, pausdagar(paus), morgon(om.kalender.addDays(paus.till, 1), om));
  forandring.plan({ typ: 'paus_slut', nar: om.kalender.startOfDay(om.kalender.addDays(paus.till, 1)) });
}

/**
 * Ends a pause in the state, whatever ended it: it is no longer on, its days are counted and given back to the insatstid.
 * Also of a participation that ends: opened again it runs on to that end.
 */
export function stopPaus(forandring: Forandring, sistaPausdag: Dag): number {
  const { paus, insatstid, pausdagar: earlier = 0 } = forandring.lage;
  if (!paus) return 0;
  const dagar = isPaused(forandring.lage) ? Math.max(0, pausdagar({ fran: paus.fran, till: sistaPausdag })) : 0;
  forandring.unplan(({ typ }) => typ === 'paus_borjar' || typ === 'paus_slut');
  forandring.unset('paus');
  if (dagar > 0) forandring.set({ pausdagar: earlier + dagar, pausadTill: sistaPausdag });
  if (dagar > 0 && insatstid)
    forandring.set({ insatstid: { ...insatstid, slut: forandring.om.kalender.addDays(insatstid.slut, dagar) } });
  return dagar;
}

/**
 * The participation goes on: the days really used are given back to the insatstid and to what waited, whose last days
 * are counted anew from where they stood before the pause (design 2.9).
 *
 * @param sistaPausdag the last day really paused
 */
export function resumeAfter(forandring: Forandring, sistaPausdag: Dag): void {
  const { om } = forandring;
  const { paus } = forandring.lage;
  if (!paus) return;
  const begun = isPaused(forandring.lage);
  if (begun) shift(forandring, pausdagar({ fran: paus.fran, till: sistaPausdag }), om.nu);
  const dagar = stopPaus(forandring, sistaPausdag);
  forandring.note('paus_slut', { sista: begun ? sistaPausdag : '', dagar });
  forandring.utskick.push({ slag: 'besked', nyckel: 'paus-slut', till: { roll: 'koordinator' } });
  const { insatstid } = forandring.lage;
  if (begun && insatstid) setInsatstidSlut(forandring, insatstid.slut, insatstid.hard);
}

/** What waits while the participation is paused, with the last days that it has now. */
const waiting = ({ uppgifter, frister }: Lage): FlyttadFrist[] => [
  ...uppgifter
    .filter(({ typ }) => VANTAR.includes(typ))
    .map(({ typ, nr, forfaller }) => ({ uppgift: typ, nr, forfaller })),
  ...frister.flatMap((frist) =>
    frist.typ === 'uppgift_oppnas' && VANTAR.includes(frist.uppgift)
      ? [{ uppgift: frist.uppgift, forfaller: frist.forfaller, oppnas: frist.nar }]
      : [],
  ),
];

/**
 * Sets what waits to its last day before the pause plus a number of days. What was done or planned anew meanwhile is left
 * as it is.
 *
 * @param from no reminder comes before this instant
 */
function shift(forandring: Forandring, dagar: number, from: Instant): void {
  for (const moved of forandring.lage.paus?.flyttat ?? []) {
    if (moved.nr === undefined) replan(forandring, moved, dagar);
    else postpone(forandring, moved, dagar, from);
  }
}

const later = ({ om: { kalender } }: Forandring, dag: Dag, dagar: number): Dag =>
  kalender.arbetsdagFrom(kalender.addDays(dag, dagar));

function postpone(forandring: Forandring, moved: FlyttadFrist, dagar: number, from: Instant): void {
  const uppgift = find(forandring.lage, moved.nr);
  if (!uppgift) return;
  forandring.moveDue(uppgift, later(forandring, moved.forfaller, dagar));
  for (let one = find(forandring.lage, moved.nr); one && one.paminnelse.nar < from; one = find(forandring.lage, one.nr))
    forandring.replace({ ...one, paminnelse: nastaPaminnelse(one, { ...forandring.om, nu: one.paminnelse.nar }) });
}

const find = ({ uppgifter }: Lage, nr: number | undefined): OppenUppgift | undefined =>
  uppgifter.find((uppgift) => uppgift.nr === nr);

function replan(forandring: Forandring, moved: FlyttadFrist, dagar: number): void {
  const { om, lage } = forandring;
  const frist = lage.frister.find((one) => isSame(forandring, one, moved));
  if (frist?.typ !== 'uppgift_oppnas' || moved.oppnas === undefined) return;
  forandring.unplan((one) => one === frist);
  forandring.plan({
    ...frist,
    nar: morgon(om.kalender.addDays(om.kalender.dayOf(moved.oppnas), dagar), om),
    forfaller: later(forandring, moved.forfaller, dagar),
  });
}

/** A planned task is known by its kind and by where the pause has put it, or by where it stood before. */
function isSame(forandring: Forandring, frist: Frist, { uppgift, forfaller }: FlyttadFrist): boolean {
  const { paus } = forandring.lage;
  if (frist.typ !== 'uppgift_oppnas' || frist.uppgift !== uppgift || !paus) return false;
  return [forfaller, later(forandring, forfaller, pausdagar(paus))].includes(frist.forfaller);
}
