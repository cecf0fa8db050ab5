import type { Beslutstyp } from './faser.js';
import type { Forandring } from './forandring.js';
import { arbetsdagarFranIdag, insatstidSlut, morgon } from './frister.js';
import { hinder, type Hinder } from './hinder.js';
import type { Dag } from './kalender/kalender.js';
import type { Frist, Lage } from './lage.js';
import { ansvarigaFor, vilar, type Arendekrets } from './mottagare.js';
import { fortsattStegen } from './paminnelser.js';

/** Starts the time budget of a participation, by the insats's own kind of limit (design 2.9). */
export function startInsatstid(forandring: Forandring, startdatum: Dag): void {
  const { insatstid } = forandring.om.profil;
  if (insatstid.slag === 'ingen') {
    planOversyn(forandring, startdatum);
    return;
  }
  setInsatstidSlut(forandring, insatstidSlut(startdatum, insatstid.manader, forandring.om), insatstid.slag === 'hard');
}

/** Plans the next review of a case whose insats has no time limit: calendar months from a day (design 2.9). */
export function planOversyn(forandring: Forandring, fran: Dag): void {
  const { om } = forandring;
  if (om.profil.insatstid.slag !== 'ingen') return;
  const { oversynManader, oversynOppnasDagarFore } = om.profil.insatstid;
  const forfaller = om.kalender.arbetsdagFrom(om.kalender.addMonths(fran, oversynManader));
  forandring.plan({
    typ: 'uppgift_oppnas',
    nar: morgon(om.kalender.addDays(forfaller, -oversynOppnasDagarFore), om),
    uppgift: 'insatstidsoversyn',
    forfaller,
  });
}

/**
 * Sets the last day of the insatstid, its warnings and what happens the morning after it (design 2.9). While the
 * participation is paused the clock stands still: only the day is set, and the end of the pause plans the rest.
 */
export function setInsatstidSlut(forandring: Forandring, slut: Dag, hard: boolean): void {
  const { om } = forandring;
  if (om.profil.insatstid.slag === 'ingen') return;
  stillInsatstid(forandring);
  forandring.set({ insatstid: { slut, hard } });
  if (forandring.lage.paus?.flyttat) return;
  planVarning(forandring, slut);
  forandring.plan({ typ: 'insatstid_slut', nar: om.kalender.startOfDay(om.kalender.addDays(slut, 1)) });
}

/** Takes away everything that the insatstid asks for or will ask for. */
export function stillInsatstid(forandring: Forandring): void {
  forandring.unplan((frist) => frist.typ === 'insatstid_slut');
  unplanVarning(forandring);
  forandring.end('bortfallen', ['insatstid', 'insatstid_slut', 'langsta_tid']);
}

/** Plans the warnings of the insatstid's end, or gives the first at once when its day has passed (design 2.9). */
export function planVarning(forandring: Forandring, slut: Dag): void {
  const { om, lage } = forandring;
  const [first] = varningar(forandring, slut);
  if (first === undefined || lage.paus?.flyttat || lage.forlangning) return;
  const forfaller = om.kalender.arbetsdagBefore(slut);
  if (first > om.nu) {
    forandring.plan({ typ: 'uppgift_oppnas', nar: first, uppgift: 'insatstid', forfaller });
    return;
  }
  forandring.open('insatstid', forfaller);
  planNastaVarning(forandring);
}

/** Plans the next of the warnings after the one that opened the task; after the last there is the task's own ladder. */
export function planNastaVarning(forandring: Forandring): void {
  const { lage, om } = forandring;
  if (!lage.insatstid) return;
  const nar = varningar(forandring, lage.insatstid.slut).find((one) => one > om.nu);
  if (nar !== undefined) forandring.plan({ typ: 'insatstid_varning', nar });
}

/** The mornings of the warnings, the first first. */
function varningar({ om }: Forandring, slut: Dag): string[] {
  const { insatstid } = om.profil;
  if (insatstid.slag === 'ingen') return [];
  return insatstid.varningDagarFore
    .toSorted((a, b) => b - a)
    .map((dagar) => morgon(om.kalender.addDays(slut, -dagar), om));
}

/** A proposed extension is the answer to the warning: while it waits for its decision, none is given. */
export const unplanVarning = (forandring: Forandring): void => forandring.unplan(isVarning);

const isVarning = (frist: Frist): boolean =>
  frist.typ === 'insatstid_varning' || (frist.typ === 'uppgift_oppnas' && frist.uppgift === 'insatstid');

/** The end comes nearer: who owes the answer is told again, by the task that is open already (design 2.9). */
export function varnaIgen(forandring: Forandring, krets: Arendekrets): void {
  const { lage, om } = forandring;
  const uppgift = lage.uppgifter.find(({ typ }) => typ === 'insatstid');
  if (!uppgift || !lage.insatstid) return;
  const dagar = om.kalender.daysBetween(forandring.idag, lage.insatstid.slut);
  const skal = vilar(uppgift, krets, forandring.idag) ? ({ skal: 'vilar' } as const) : {};
  forandring.note('insatstid_varning', { slut: lage.insatstid.slut, dagar, nr: uppgift.nr });
  forandring.utskick.push({
    slag: 'paminnelse',
    nyckel: `paminnelse-${uppgift.nr}-slut-${dagar}`,
    till: { personer: ansvarigaFor(uppgift, krets) },
    ...skal,
    uppgift: 'insatstid',
    forfaller: uppgift.forfaller,
  });
  // the task's own reminder of the same morning says nothing more
  if (uppgift.paminnelse.nar <= om.nu)
    forandring.replace({ ...uppgift, paminnelse: fortsattStegen(uppgift, om, uppgift.paminnelse.niva) });
  planNastaVarning(forandring);
}

/**
 * Design 2.9: the case is marked and somebody must decide; it neither closes by itself nor just stands. Past a soft end
 * that is sammankallande, past a hard maximum the styrgrupp, and those who lead the work are told.
 */
export function overInsatstiden(forandring: Forandring): void {
  const { om, lage } = forandring;
  if (!lage.insatstid) return;
  const overTidenSedan = om.kalender.addDays(lage.insatstid.slut, 1);
  forandring.note('over_tiden', { sedan: overTidenSedan });
  forandring.set({ insatstid: { ...lage.insatstid, overTidenSedan } });
  unplanVarning(forandring);
  forandring.end('bortfallen', ['insatstid']);
  askForSlut(forandring);
  if (!lage.insatstid.hard) return;
  forandring.utskick.push(
    { slag: 'besked', nyckel: 'langsta-tid-koordinator', till: { roll: 'koordinator' } },
    { slag: 'besked', nyckel: 'langsta-tid-sammankallande', till: { roll: 'sammankallande' } },
  );
}

/** Asks for the decision that a case over its time waits for, unless a proposed extension is to be decided already. */
export function askForSlut(forandring: Forandring): void {
  const { om, lage } = forandring;
  if (lage.insatstid?.hard) {
    forandring.open('langsta_tid', arbetsdagarFranIdag(om.profil.frister.styrgruppArbetsdagar, om));
    return;
  }
  if (lage.forlangning) return;
  forandring.open('insatstid_slut', arbetsdagarFranIdag(om.profil.frister.insatstidSlutArbetsdagar, om));
}

/** Decisions that begin something, prolong it or lead it elsewhere. */
const FORTSATTNING: readonly Beslutstyp[] = [
  'paus',
  'forlangningsforslag',
  'forlangning',
  'medelforslag',
  'aktivitet',
  'ersattningsansokan',
  'teamlyft',
  'fasbyte',
  'sparbyte',
];

/** Whether the hard maximum has been passed. */
export const isOverLangstaTid = ({ insatstid }: Lage): boolean =>
  insatstid?.hard === true && insatstid.overTidenSedan !== undefined;

/**
 * Design 2.9: past a hard maximum only avslut or the styrgrupp's exception takes the participation further. What was
 * promised before can still be reported, and what concerns the person's rights is never shut.
 */
export const langstaTidHinder = (lage: Lage, typ: Beslutstyp): Hinder | undefined =>
  isOverLangstaTid(lage) && FORTSATTNING.includes(typ)
    ? hinder(
        'langsta_tid',
        'Den längsta tiden i insatsen är nådd. Avsluta insatsen, eller vänta på styrgruppens beslut om undantag.',
      )
    : undefined;
