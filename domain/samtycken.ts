import type { Forandring, Mottagare } from './forandring.js';
import { arbetsdagarFranIdag, morgon, sistaDagYttrande } from './frister.js';
import { hinder, type Hinder } from './hinder.js';
import { teamprofil, type Insatsprofil } from './insatsprofil.js';
import { ettArEfter, type Dag, type Kalender } from './kalender/kalender.js';
import type { Beslut, Beslutsunderlag, SamtyckeIBeslut } from './beslutsunderlag.js';
import type { Frist, Lage } from './lage.js';
import type { Beslutstyp } from './faser.js';

/*
 * Samtycke in the case's state (design 2.1): which verksamheter it opens the ärende to now, until when, and what is still
 * to begin. What is to begin and to end are deadlines, so that a case lets a verksamhet in and out by itself. A verksamhet
 * may have several samtycken; together they are periods that neither overlap nor touch.
 */

/** What follows when samtycke is lacking is for sammankallande to decide; only after avslut nothing is shared any longer. */
const EFTER_INSATSEN: readonly string[] = ['avslut', 'uppfoljning', 'stangd'];

/** The decisions that share the case with others, and when: those with several outcomes only by some of them. */
const DELAR: { readonly [T in Beslutstyp]?: (data: Beslutsunderlag[T]) => boolean } = {
  granskning: ({ utfall }) => utfall === 'accepterad',
  utebliven_komplettering: ({ utfall }) => utfall === 'provas_anda',
  skyndsamhet: () => true,
  yttrande: () => true,
  rekommendation: ({ utfall }) => !['bordlagd', 'inte_aktuell', 'komplettering'].includes(utfall),
  flerpartsmote: () => true,
  teamlyft: () => true,
  teamlyftsvar: () => true,
  styrgruppslyft: () => true,
  avvikelse: () => true,
  inskrivning: () => true,
  erbjudandesvar: ({ svar }) => svar === 'ja',
};

/** Whether a decision shares the case with others, and therefore needs the samtycke that everything rests on. */
export const kraverSamtycke = <T extends Beslutstyp>({ typ, data }: Pick<Beslut<T>, 'typ' | 'data'>): boolean =>
  DELAR[typ]?.(data) ?? false;

/**
 * Whether an identified case has lost, or never had, the samtycke that everything rests on: for the remittent's
 * verksamhet and for the huvudman's (design 2.1). A case from before these were kept in the state is let through.
 */
export function saknarSamtycke({ identifierad, remittentVerksamhet, huvudman, samtycken }: Lage): boolean {
  if (!identifierad || remittentVerksamhet === undefined || huvudman === undefined) return false;
  return !samtycken.includes(remittentVerksamhet) || !samtycken.includes(huvudman);
}

/** The gate: a decision that shares the case is refused while the samtycke that it rests on is missing. */
export const samtyckeHinder = (lage: Lage, beslut: Pick<Beslut, 'typ' | 'data'>): Hinder | undefined =>
  kraverSamtycke(beslut) && saknarSamtycke(lage)
    ? hinder(
        'samtycke_saknas',
        'Samtycke saknas för remittentens verksamhet eller för huvudmannen, så ärendet kan inte delas vidare. Registrera ett nytt samtycke, eller stäng ärendet.',
      )
    : undefined;

/** How many verksamheter a meeting takes: never more than samtycke lets into the room. */
export const narvarokrav = ({ team, samtycken }: Lage, profil: Insatsprofil): number =>
  Math.max(1, Math.min(teamprofil(profil, team).quorum, samtycken.length));

/** What is wrong with the dates of a samtycke that is registered on a day. */
export function periodfel({ fran, till }: Pick<SamtyckeIBeslut, 'fran' | 'till'>, dag: Dag): Hinder | undefined {
  if (till !== undefined && till < fran)
    return hinder('slut_fore_start', 'Samtyckets sista dag kan inte ligga före dess första.');
  if (till !== undefined && till < dag)
    return hinder('redan_upphort', 'Samtycket har redan upphört. Ange en senare sista dag, eller be om ett nytt.');
  if (fran > ettArEfter(dag)) return hinder('for_langt_fram', 'Samtycket kan börja gälla högst ett år framåt.');
  return undefined;
}

/** Registers a samtycke: at once, or from a coming day. One that meets or overlaps the verksamhet's others prolongs them. */
export function registreraSamtycke(forandring: Forandring, samtycke: SamtyckeIBeslut): void {
  const { kalender } = forandring.om;
  const { verksamhet, fran, till } = samtycke;
  const period: Period = { fran, ...(till === undefined ? {} : { till }) };
  const perioder = joined([...perioderFor(forandring.lage, verksamhet, kalender), period], kalender);
  replan(forandring, verksamhet, perioder);
}

/** A planned samtycke begins: the verksamhet is let in, and asked for its yttrande when the team has the case. */
export function samtyckeBorjar(forandring: Forandring, verksamhet: string): void {
  const { lage, om } = forandring;
  const slut = lage.frister
    .filter((frist) => frist.typ === 'samtycke_slut' && frist.verksamhet === verksamhet)
    .map(({ nar }) => om.kalender.addDays(om.kalender.dayOf(nar), -1))
    .toSorted()[0];
  forandring.note('samtycke_borjar', { verksamhet });
  slappIn(forandring, verksamhet, slut);
  foljUpp(forandring);
}

/** The last day of a samtycke has passed: the verksamhet is shut out until there is a new one. */
export function samtyckeSlut(forandring: Forandring, verksamhet: string): void {
  if (!forandring.lage.samtycken.includes(verksamhet)) return;
  forandring.note('samtycke_slut', { verksamhet });
  forandring.end('bortfallen', ['samtycke_loper_ut']);
  stangUte(forandring, [verksamhet]);
}

/** The person takes samtycke back: at once, and with it whatever was to begin; nothing of it comes back by itself. */
export function aterkallaSamtycke(forandring: Forandring, verksamheter: readonly string[]): void {
  forandring.unplan((frist) => isSamtyckesfrist(frist) && verksamheter.includes(frist.verksamhet));
  stangUte(forandring, verksamheter);
}

/** Whether there is anything to take back: a samtycke that holds, or one that is to begin. */
export const harSamtycke = (lage: Lage, verksamhet: string): boolean =>
  lage.samtycken.includes(verksamhet) ||
  lage.frister.some((frist) => frist.typ === 'samtycke_borjar' && frist.verksamhet === verksamhet);

/**
 * Shuts verksamheter out: they are no longer open to the case, their tasks end, and those who work with it are told.
 * Their yttranden stay: they were given while it was allowed.
 */
export function stangUte(forandring: Forandring, verksamheter: readonly string[]): void {
  const { samtycken, samtyckenTill = {} } = forandring.lage;
  forandring.set({
    samtycken: samtycken.filter((one) => !verksamheter.includes(one)),
    samtyckenTill: Object.fromEntries(Object.entries(samtyckenTill).filter(([one]) => !verksamheter.includes(one))),
  });
  const open = forandring.lage.uppgifter;
  forandring.end(
    'bortfallen',
    open.map(({ typ }) => typ),
    ({ verksamhet }) => verksamhet !== undefined && verksamheter.includes(verksamhet),
  );
  forandring.unplan((frist) => frist.typ === 'uppgift_oppnas' && verksamheter.includes(frist.mal?.verksamhet ?? ''));
  tellOthers(forandring);
  foljUpp(forandring);
}

/** The team hears of it once it has the case, and who leads the work always; once, however many are shut out together. */
function tellOthers(forandring: Forandring): void {
  const { mote, koordinator } = forandring.lage;
  const tell = (nyckel: string, till: Mottagare) => {
    if (!forandring.utskick.some((one) => one.nyckel === nyckel))
      forandring.utskick.push({ slag: 'besked', nyckel, till });
  };
  if (mote) tell('samtycke-team', { team: true });
  tell('samtycke-ansvarig', { roll: koordinator === undefined ? 'sammankallande' : 'koordinator' });
}

/**
 * Plans the last days again of a case that is opened anew: closing it ended every deadline. What ran out meanwhile stays
 * out.
 */
export function aterupptaSamtycken(forandring: Forandring): void {
  const { samtycken, samtyckenTill = {} } = forandring.lage;
  forandring.set({ samtycken: [], samtyckenTill: {} });
  for (const verksamhet of samtycken) {
    const till = samtyckenTill[verksamhet];
    if (till !== undefined && till < forandring.idag) continue;
    replan(forandring, verksamhet, [{ fran: forandring.idag, ...(till === undefined ? {} : { till }) }]);
  }
  foljUpp(forandring);
}

/** Opens the warning that a samtycke runs out, for the koordinator or, while there is none, for sammankallande. */
export function oppnaSamtyckesvarning(forandring: Forandring, forfaller: Dag): void {
  forandring.note('uppgift_oppnad', { uppgift: 'samtycke_loper_ut', forfaller });
  openVarning(forandring, forfaller);
}

const openVarning = (forandring: Forandring, forfaller: Dag): void =>
  forandring.open(
    'samtycke_loper_ut',
    forfaller,
    forandring.lage.koordinator === undefined ? { roll: 'sammankallande' } : {},
  );

// ---- Periods --------------------------------------------------------------------------------------------------

/** From a day to a day, both included; open-ended without the latter. */
interface Period {
  readonly fran: Dag;
  readonly till?: Dag;
}

/** Before any day that is asked about. */
const ALLTID = '0000-01-01';

const isSamtyckesfrist = (frist: Frist): frist is Extract<Frist, { verksamhet: string }> =>
  frist.typ === 'samtycke_borjar' || frist.typ === 'samtycke_slut';

/** The periods of a verksamhet that the state knows: the one that holds now, and those that are to begin. */
function perioderFor({ samtycken, samtyckenTill, frister }: Lage, verksamhet: string, kalender: Kalender): Period[] {
  const days = (typ: Frist['typ']) =>
    frister
      .filter((frist) => frist.typ === typ && isSamtyckesfrist(frist) && frist.verksamhet === verksamhet)
      .map(({ nar }) => kalender.dayOf(nar))
      .toSorted();
  const ends = days('samtycke_slut').map((dag) => kalender.addDays(dag, -1));
  const coming = days('samtycke_borjar').map((fran): Period => {
    const till = ends.find((one) => one >= fran);
    return { fran, ...(till === undefined ? {} : { till }) };
  });
  if (!samtycken.includes(verksamhet)) return coming;
  const till = samtyckenTill?.[verksamhet];
  return [{ fran: ALLTID, ...(till === undefined ? {} : { till }) }, ...coming];
}

/** The same days as periods that neither overlap nor touch. */
function joined(perioder: readonly Period[], kalender: Kalender): Period[] {
  const result: Period[] = [];
  for (const next of perioder.toSorted((a, b) => a.fran.localeCompare(b.fran))) {
    const last = result.at(-1);
    if (!last) result.push(next);
    else if (last.till === undefined) continue;
    else if (next.fran > kalender.addDays(last.till, 1)) result.push(next);
    else if (next.till === undefined) result[result.length - 1] = { fran: last.fran };
    else if (next.till > last.till) result[result.length - 1] = { fran: last.fran, till: next.till };
  }
  return result;
}

/** Puts a verksamhet's periods in the place of what the state knew of it. */
function replan(forandring: Forandring, verksamhet: string, perioder: readonly Period[]): void {
  const { kalender } = forandring.om;
  forandring.unplan((frist) => isSamtyckesfrist(frist) && frist.verksamhet === verksamhet);
  const coming = perioder.filter(({ till }) => till === undefined || till >= forandring.idag);
  for (const { fran, till } of coming) {
    if (fran > forandring.idag) forandring.plan({ typ: 'samtycke_borjar', nar: kalender.startOfDay(fran), verksamhet });
    if (till !== undefined)
      forandring.plan({ typ: 'samtycke_slut', nar: kalender.startOfDay(kalender.addDays(till, 1)), verksamhet });
  }
  const now = coming.find(({ fran }) => fran <= forandring.idag);
  if (now) slappIn(forandring, verksamhet, now.till);
}

// ---- What follows ---------------------------------------------------------------------------------------------

/** Lets a verksamhet in until a day, or until further notice. */
function slappIn(forandring: Forandring, verksamhet: string, till: Dag | undefined): void {
  const { samtycken, samtyckenTill = {} } = forandring.lage;
  const { [verksamhet]: _, ...others } = samtyckenTill;
  forandring.set({
    samtycken: samtycken.includes(verksamhet) ? samtycken : [...samtycken, verksamhet],
    samtyckenTill: till === undefined ? others : { ...others, [verksamhet]: till },
  });
}

/** What follows from who is let in now: yttranden to ask for, the quorum, the warning and the task of a lacking samtycke. */
export function foljUpp(forandring: Forandring): void {
  askForYttranden(forandring);
  const { mote } = forandring.lage;
  if (mote) forandring.set({ mote: { ...mote, quorum: narvarokrav(forandring.lage, forandring.om.profil) } });
  planeraVarning(forandring);
  sakraSamtycke(forandring);
}

/** Who is let in while the case waits for its meeting is asked as the others were. */
function askForYttranden(forandring: Forandring): void {
  const { om, idag } = forandring;
  const { fas, mote, samtycken, uppgifter, yttranden = [] } = forandring.lage;
  if (fas !== 'konsultation' || !mote || mote.dag < idag) return;
  const asked = uppgifter.filter(({ typ }) => typ === 'yttrande').map(({ verksamhet }) => verksamhet);
  const forfaller = [sistaDagYttrande(mote.dag, om), om.kalender.arbetsdagFrom(idag)].toSorted().at(-1) ?? mote.dag;
  for (const verksamhet of samtycken.filter((one) => !asked.includes(one) && !yttranden.includes(one)))
    forandring.open('yttrande', forfaller, { verksamhet });
}

/** One warning at a time, for the last day that comes first, some days before it (design 2.1). */
function planeraVarning(forandring: Forandring): void {
  const { om, idag } = forandring;
  const { identifierad, samtyckenTill = {}, uppgifter } = forandring.lage;
  forandring.unplan((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'samtycke_loper_ut');
  const coming = Object.values(samtyckenTill).filter((till) => till >= idag);
  const first = identifierad ? coming.toSorted()[0] : undefined;
  const forfaller = first && [om.kalender.arbetsdagBefore(first), om.kalender.arbetsdagFrom(idag)].toSorted().at(-1);
  const open = uppgifter.find(({ typ }) => typ === 'samtycke_loper_ut');
  if (open?.forfaller === forfaller) return;
  forandring.end('klar', ['samtycke_loper_ut']);
  if (first === undefined || forfaller === undefined) return;
  const nar = morgon(om.kalender.addDays(first, -om.profil.frister.samtyckeVarningDagar), om);
  if (nar <= om.nu) openVarning(forandring, forfaller);
  else forandring.plan({ typ: 'uppgift_oppnas', nar, uppgift: 'samtycke_loper_ut', forfaller });
}

/**
 * As long as the samtycke that everything rests on is missing, sammankallande has it as a task: the case must not just
 * stand. After the insats nothing is shared any longer.
 */
export function sakraSamtycke(forandring: Forandring): void {
  const { lage, om } = forandring;
  const saknas = saknarSamtycke(lage) && !EFTER_INSATSEN.includes(lage.fas);
  const open = lage.uppgifter.some(({ typ }) => typ === 'samtycke_saknas');
  if (saknas && !open) forandring.open('samtycke_saknas', arbetsdagarFranIdag(om.profil.frister.svarArbetsdagar, om));
  if (!saknas && open) forandring.end('klar', ['samtycke_saknas']);
}
