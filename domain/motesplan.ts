import { teamprofil, type Insatsprofil, type Moteskadens, type Teamprofil } from './insatsprofil.js';
import type { Dag, Instant, Kalender } from './kalender/kalender.js';

/** What a team's calendar has beside its cadence. */
export interface Motesandringar {
  /** Meetings of the cadence that are not held, or were moved away. */
  readonly installda: readonly Instant[];
  /** Meetings beside the cadence: extra ones, and where moved ones went. */
  readonly extra: readonly Instant[];
}

/** How full an agenda is. */
export interface Belaggning {
  readonly borjar: Instant;
  readonly upptagna: number;
  /** Of these, cases that take an earmarked slot. */
  readonly nollplacerade: number;
}

/** What the rules need to know of a team's coming meetings to put a case on an agenda. */
export interface Dagordning {
  readonly andringar: Motesandringar;
  readonly belaggning: readonly Belaggning[];
  /**
   * The team as the insats's newest profile has it: when it meets and how many ärenden it takes is a fact of the team,
   * whatever version a case follows. Missing: as the case's own version says.
   */
  readonly team?: Teamprofil | undefined;
}

/** A team's meeting. */
export interface Teammote {
  readonly borjar: Instant;
  /** The Swedish day on which it begins. */
  readonly dag: Dag;
}

/** What tells when a team meets. */
export interface Motesgrund {
  readonly profil: Insatsprofil;
  readonly kalender: Kalender;
  readonly dagordning?: Dagordning | undefined;
}

const teamOf = (kod: string, { profil, dagordning }: Motesgrund): Teamprofil =>
  dagordning?.team ?? teamprofil(profil, kod);

/** Three years without a meeting: the profile is wrong, and looking further would go on for ever. */
const MOTE_SOKS_DAGAR = 3 * 366;

/** The meetings that the cadence gives from a day on, in their order: uppehåll left out, red days moved. */
function* enligtKadensen(kadens: Moteskadens, kalender: Kalender, fran: Dag): Generator<Teammote> {
  const period = 7 * kadens.veckor;
  // no earlier meeting can matter: straight to the last one planned before the day, however old the series is
  const held = Math.max(0, Math.floor(kalender.daysBetween(kadens.forsta, fran) / period));
  const first = kalender.addDays(kadens.forsta, held * period);
  const from = first > fran ? first : fran;
  const last = kalender.addDays(from, MOTE_SOKS_DAGAR);
  for (let planned = first; planned <= last; planned = kalender.addDays(planned, period)) {
    const dag = kalender.arbetsdagFrom(planned);
    if (inUppehall(planned, kadens.uppehall)) continue;
    yield { dag, borjar: kalender.instantAt(dag, kadens.klockslag) };
  }
}

function inUppehall(dag: Dag, uppehall?: { fran: string; till: string }): boolean {
  if (uppehall === undefined) return false;
  const { fran, till } = uppehall;
  const day = dag.slice(5);
  // a winter's uppehåll goes over new year
  return fran <= till ? fran <= day && day <= till : fran <= day || day <= till;
}

/**
 * A team's meetings from a day on, in their order, three years ahead at most: those of the cadence that are held, and
 * the extra and moved ones (design 2.3). An extra meeting stands beside the cadence also within an uppehåll.
 *
 * @param team the team's code
 * @param fran the first Swedish day
 */
export function* teamMoten(team: string, om: Motesgrund, fran: Dag): Generator<Teammote> {
  const { kalender } = om;
  const { installda, extra } = om.dagordning?.andringar ?? { installda: [], extra: [] };
  const beside = [...new Set(extra)]
    .toSorted()
    .map((borjar) => ({ borjar, dag: kalender.dayOf(borjar) }))
    .filter(({ dag }) => dag >= fran);
  for (const mote of enligtKadensen(teamOf(team, om).moten, kalender, fran)) {
    while (beside[0] && beside[0].borjar <= mote.borjar) {
      const next = beside.shift();
      if (next && next.borjar !== mote.borjar) yield next;
    }
    if (mote.dag >= fran && !installda.includes(mote.borjar)) yield mote;
  }
  yield* beside;
}

/** Whether the team meets at a moment, by its cadence or beside it; judged by the day's meetings. */
export function isMote(borjar: Instant, team: string, om: Motesgrund): boolean {
  const dag = om.kalender.dayOf(borjar);
  for (const mote of teamMoten(team, om, dag)) {
    if (mote.borjar === borjar) return true;
    if (mote.borjar > borjar) return false;
  }
  return false;
}

/** A meeting that has a row. */
export interface Motesrad {
  readonly borjar: Instant;
  readonly installt: boolean;
  /** Beside the cadence: an extra one, or where a moved one went. */
  readonly extra: boolean;
  /** How many ärenden stand on its agenda. */
  readonly arenden: number;
}

/**
 * Whether a meeting that has a row is held: not cancelled, and still planned. A changed cadence leaves rows behind; one that
 * has an agenda is held all the same.
 *
 * @param planerade the team's coming meetings as the insats's calendar has them
 */
export const isHeld = ({ borjar, installt, extra, arenden }: Motesrad, planerade: readonly Instant[]): boolean =>
  !installt && (extra || arenden > 0 || planerade.includes(borjar));

/** The slot that a case would take on an agenda, or `undefined` when there is none for it. */
export function ledigPlats(
  team: string,
  mote: Teammote,
  om: Motesgrund,
  nollplacerad: boolean,
): { readonly oronmarkt: boolean } | undefined {
  const { platser, oronmarkta = 0 } = teamOf(team, om);
  if (platser === undefined) return { oronmarkt: false };
  const full = om.dagordning?.belaggning.find(({ borjar }) => borjar === mote.borjar);
  const { upptagna, nollplacerade } = full ?? { upptagna: 0, nollplacerade: 0 };
  if (nollplacerad && nollplacerade < oronmarkta) return { oronmarkt: true };
  return upptagna - nollplacerade < platser - oronmarkta ? { oronmarkt: false } : undefined;
}
