import type { Forandring } from './forandring.js';
import { arbetsdagEfterMote, nextMote, sistaDagSkyndsamtYttrande, sistaDagYttrande, tidigast } from './frister.js';
import type { Dag, Instant } from './kalender/kalender.js';
import type { Lage } from './lage.js';
import type { Teammote } from './motesplan.js';
import { narvarokrav } from './samtycken.js';

/** The place of a case on an agenda. */
export interface Dagordningspunkt {
  readonly borjar: Instant;
  readonly slag: 'konsultation' | 'teamlyft';
  readonly oronmarkt: boolean;
}

/** What of a case's state tells on which agenda it stands. */
export type PaDagordning = Partial<Pick<Lage, 'fas' | 'mote' | 'teamlyft' | 'uppgifter'>>;

/** The agenda on which the case stands now: in a konsultation, or with a question that was lifted to the team. */
export function dagordningspunkt(lage: PaDagordning): Dagordningspunkt | undefined {
  const { fas, mote } = lage;
  const teamlyft = vantandeTeamlyft(lage);
  if (teamlyft) return { borjar: teamlyft.mote, slag: 'teamlyft', oronmarkt: false };
  if (fas !== 'konsultation' || !mote) return undefined;
  return { borjar: mote.borjar, slag: 'konsultation', oronmarkt: mote.oronmarkt ?? false };
}

/** The question that waits for the team's answer; one whose task fell away, as at an avslut, waits no longer. */
export const vantandeTeamlyft = ({ teamlyft, uppgifter = [] }: PaDagordning): Lage['teamlyft'] =>
  uppgifter.some(({ typ }) => typ === 'teamlyft') ? teamlyft : undefined;

/**
 * Puts the case on the agenda of the team's next open meeting and asks every verksamhet that samtycke covers now for its
 * yttrande (design 2.3).
 *
 * @param after the meeting that has just been held, when the case goes on to a later one
 */
export function putOnAgenda(forandring: Forandring, after?: Instant): void {
  const { om, lage } = forandring;
  const mote = nextMote(lage.team, om, after, lage.nollplacerad);
  setMote(forandring, mote, mote.oronmarkt);
  forandring.set({ yttranden: [] });
  forandring.note('pa_dagordning', { mote: mote.borjar });
  askForYttranden(forandring, sistaDagYttrande(mote.dag, om));
  openMotesuppgift(forandring, 'rekommendation', mote.dag);
}

/** Puts a lifted question on the agenda of the team's next open meeting (design 2.7); it asks nobody for a yttrande. */
export function putTeamlyftOnAgenda(forandring: Forandring, id: string): void {
  const { borjar, dag } = nextMote(forandring.lage.team, forandring.om);
  forandring.set({ teamlyft: { id, mote: borjar, dag } });
  openMotesuppgift(forandring, 'teamlyft', dag);
}

/**
 * Moves the case to an earlier meeting, whose agenda is closed to others or that is held for it (design 2.3). What has
 * been answered stands; who has not answered has a shorter time.
 */
export function taUppSkyndsamt(forandring: Forandring, borjar: Instant): void {
  const { om } = forandring;
  const mote = { borjar, dag: om.kalender.dayOf(borjar) };
  setMote(forandring, mote, false);
  forandring.set({ skyndsam: true });
  reopen(forandring, mote, sistaDagSkyndsamtYttrande(mote.dag, om));
}

/**
 * Moves the case from the meeting that it waits for, because the meeting was moved or is not held. Its tasks get new
 * last days, and those who owe them hear of it; what has been answered stands.
 *
 * @param borjar the moment that the meeting was moved to; missing when it is cancelled: the next one with a slot
 * @returns whether there was anything to move
 */
export function flyttaMote(forandring: Forandring, borjar?: Instant): boolean {
  const { om, lage } = forandring;
  const from = dagordningspunkt(lage);
  if (!from || from.borjar === borjar) return false;
  const to =
    borjar === undefined
      ? nextMote(lage.team, om, undefined, lage.nollplacerad)
      : { borjar, dag: om.kalender.dayOf(borjar), oronmarkt: from.oronmarkt };
  forandring.note('mote_flyttat', { fran: from.borjar, mote: to.borjar });
  if (from.slag === 'teamlyft' && lage.teamlyft) {
    forandring.set({ teamlyft: { id: lage.teamlyft.id, mote: to.borjar, dag: to.dag } });
    forandring.end('bortfallen', ['teamlyft']);
    openMotesuppgift(forandring, 'teamlyft', to.dag);
    return true;
  }
  setMote(forandring, to, to.oronmarkt);
  reopen(forandring, to, tidigast(sistaDagYttrande(to.dag, om), om));
  forandring.tellRemittent();
  return true;
}

function setMote(forandring: Forandring, { borjar, dag }: Teammote, oronmarkt: boolean): void {
  const quorum = narvarokrav(forandring.lage, forandring.om.profil);
  forandring.set({ mote: { borjar, dag, quorum, ...(oronmarkt ? { oronmarkt } : {}) } });
  const { kalender } = forandring.om;
  slutaVantaPaYttranden(forandring);
  forandring.plan({ typ: 'motesdag_slut', nar: kalender.startOfDay(kalender.addDays(dag, 1)) });
}

/** The team is not waiting any longer for what a verksamhet says before the meeting. */
export function slutaVantaPaYttranden(forandring: Forandring): void {
  forandring.unplan(({ typ }) => typ === 'motesdag_slut');
  forandring.end('bortfallen', ['yttrande']);
}

/**
 * The day of the meeting is over (design 2.3, "inget svar" does not stop it): what is left to do is to record what the
 * team said. A yttrande that was given at the meeting can still be noted.
 */
export function motesdagSlut(forandring: Forandring): void {
  const { samtycken, yttranden = [] } = forandring.lage;
  forandring.note('motesdag_slut', { inget_svar: samtycken.filter((one) => !yttranden.includes(one)) });
  slutaVantaPaYttranden(forandring);
}

function askForYttranden(forandring: Forandring, senast: Dag): void {
  const { samtycken, yttranden = [] } = forandring.lage;
  for (const verksamhet of samtycken.filter((one) => !yttranden.includes(one)))
    forandring.open('yttrande', senast, { verksamhet });
}

function reopen(forandring: Forandring, mote: Teammote, yttrandeSenast: Dag): void {
  forandring.end('bortfallen', ['rekommendation']);
  askForYttranden(forandring, yttrandeSenast);
  openMotesuppgift(forandring, 'rekommendation', mote.dag);
}

/** The task to record what the team says, some working days after the meeting. */
const openMotesuppgift = (forandring: Forandring, typ: 'rekommendation' | 'teamlyft', motesdag: Dag): void =>
  forandring.open(typ, arbetsdagEfterMote(motesdag, forandring.om));
