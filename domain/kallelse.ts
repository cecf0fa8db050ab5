import type { Teamprofil } from './insatsprofil.js';
import type { Instant } from './kalender/kalender.js';

/** The slots of a team that has no number of them. */
const PLATSER = 6;
const MINUTE_MS = 60_000;

/** When a meeting that begins at a moment ends at the latest: when all its slots are used. */
export const motetsSlut = (
  borjar: Instant,
  { moten, platser = PLATSER }: Pick<Teamprofil, 'moten' | 'platser'>,
): Instant => new Date(Date.parse(borjar) + platser * moten.minuterPerArende * MINUTE_MS).toISOString();

/** A coming meeting of a team, as it stands. */
export interface Kommandemote {
  readonly moteId: string;
  readonly borjar: Instant;
  readonly slutar: Instant;
  /** Whether it is held. */
  readonly halls: boolean;
  /** Whether people are to be invited to it already; who has been keeps hearing of it. */
  readonly kallas: boolean;
  /** Who comes: who leads the insats, the members of the team, and ersättare who are called in. */
  readonly deltar: readonly string[];
}

/** What the calendar of one person was told of a meeting, or is to be told. */
export interface Kallelse {
  readonly moteId: string;
  readonly anvandareId: string;
  /** Grows with each change (RFC 5545 SEQUENCE). */
  readonly sekvens: number;
  readonly borjar: Instant;
  readonly slutar: Instant;
  /** Whether she is not to come (any longer): the meeting is cancelled, or she has left it. */
  readonly installd: boolean;
}

/**
 * What people's calendars are to be told, so that they say what is so: an invitation to each coming meeting, another time or
 * length, a meeting that is not held, or is held after all. Nothing of what they know already, and nothing of meetings that
 * have begun.
 *
 * @param sagt what calendars were told before, of these meetings
 */
export function nyaKallelser(
  moten: readonly Kommandemote[],
  sagt: readonly Kallelse[],
  nu: Instant,
): readonly Kallelse[] {
  return moten
    .filter(({ borjar }) => borjar > nu)
    .flatMap((mote) => {
      const told = sagt.filter(({ moteId }) => moteId === mote.moteId);
      const people = new Set([...mote.deltar, ...told.map(({ anvandareId }) => anvandareId)]);
      return [...people].flatMap((anvandareId) => {
        const before = told.find((one) => one.anvandareId === anvandareId);
        const ny = nyKallelse(mote, anvandareId, before);
        return ny ? [ny] : [];
      });
    });
}

function nyKallelse(mote: Kommandemote, anvandareId: string, before: Kallelse | undefined): Kallelse | undefined {
  const comes = mote.halls && mote.deltar.includes(anvandareId);
  const { moteId, borjar, slutar } = mote;
  if (!before)
    return comes && mote.kallas ? { moteId, anvandareId, sekvens: 0, borjar, slutar, installd: false } : undefined;
  const isSaid = before.installd ? !comes : comes && before.borjar === borjar && before.slutar === slutar;
  return isSaid ? undefined : { moteId, anvandareId, sekvens: before.sekvens + 1, borjar, slutar, installd: !comes };
}

/** A move of one of a team's meetings, as it was decided. */
export interface Motesflytt {
  readonly fran: Instant;
  readonly till: Instant;
}

/**
 * When a meeting began before some moves. No two meetings of a team ever begin at the same moment, so that each move is of
 * the meeting that stood there.
 *
 * @param flyttar the moves of the team's meetings since then, the latest first
 */
export const borjadeFore = (borjar: Instant, flyttar: readonly Motesflytt[]): Instant =>
  flyttar.reduce((da, { fran, till }) => (Date.parse(till) === Date.parse(da) ? fran : da), borjar);

/** How the keys of all mails begin that tell calendars of one meeting. */
export const kallelsenycklar = (moteId: string): string => `kallelse-${moteId}-`;

/** The key of the mail that carries an invitation. */
export const kallelsenyckel = ({ moteId, sekvens }: Pick<Kallelse, 'moteId' | 'sekvens'>): string =>
  `${kallelsenycklar(moteId)}${sekvens}`;

const NYCKEL = /^kallelse-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})-(\d+)$/;

/** Which meeting, and which of its changes, a mail tells of. */
export function kallelseAv(nyckel: string): { readonly moteId: string; readonly sekvens: number } | undefined {
  const [, moteId, sekvens] = NYCKEL.exec(nyckel) ?? [];
  return moteId === undefined ? undefined : { moteId, sekvens: Number(sekvens) };
}
