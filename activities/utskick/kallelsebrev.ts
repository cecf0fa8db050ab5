import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Person } from '../../domain/atkomst.js';
import { formatDatum, formatKlockslag } from '../../domain/datumord.js';
import { motesratt } from '../../domain/insats/atkomst.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { borjadeFore, kallelseAv, kallelsenycklar, type Motesflytt } from '../../domain/kallelse.js';
import type { PrismaClient } from '../../prisma/client.js';
import type { Insatsbeslutsunderlag } from '../../domain/insats/lage.js';
import type { Brev, Kalenderdel } from './brev.js';

/** A mail that carries an invitation, with its calendar part. */
export interface Kallelsebrev {
  readonly sida: string;
  readonly brev: Brev;
  readonly kalender: Kalenderdel;
}

/** The mail that carries an invitation, and its reader. */
interface Kallelserad {
  readonly id: string;
  readonly nyckel: string;
  readonly person: Person;
}

/**
 * Writes what a person's calendar is told of a meeting, as it stands now. Undefined when the mail carries no invitation, when a
 * later one tells of it, when the day of the meeting has been, and when it is to be taken out of a calendar that never had it.
 *
 * @param rad.nyckel the mail's key (domain/kallelse.ts)
 * @param idag the Swedish day on which the mail goes
 */
export async function kallelsebrev(
  prisma: PrismaClient,
  { id, nyckel, person }: Kallelserad,
  insats: string,
  idag: Dag,
): Promise<Kallelsebrev | undefined> {
  const om = kallelseAv(nyckel);
  if (!om) return undefined;
  const kallelse = await prisma.kallelse.findUnique({
    where: { moteId_anvandareId: { moteId: om.moteId, anvandareId: person.id } },
    select: {
      sekvens: true,
      borjar: true,
      slutar: true,
      installd: true,
      mote: {
        select: {
          installt: true,
          teamId: true,
          team: { select: { insatsId: true, kod: true } },
          deltagare: { where: { anvandareId: person.id }, select: { inkallad: true } },
          _count: { select: { punkter: { where: { utgatt: false } } } },
        },
      },
    },
  });
  if (kallelse?.sekvens !== om.sekvens || dayOf(kallelse.borjar) < idag) return undefined;
  const { mote, ...tid } = kallelse;
  const tidigareBrev = await readTidigareBrev(prisma, { id, moteId: om.moteId, mottagareId: person.id });
  if (tid.installd && !tidigareBrev) return undefined;
  const inkallad = mote.deltagare.some((one) => one.inkallad);
  // who has left the team may not open its meetings any more
  const oppnar = motesratt(person, { insatsId: mote.team.insatsId, teamId: mote.teamId }) !== undefined;
  return {
    sida: oppnar ? `/moten/${om.moteId}` : '/moten',
    brev: kallelseord(insats, {
      ...tid,
      installt: mote.installt,
      inkallad,
      isTold: tidigareBrev !== undefined,
      ...(tidigareBrev?.skickat && {
        tidigare: await readTidigare(prisma, mote.team, { borjar: tid.borjar, sedan: tidigareBrev.skickat }),
      }),
      oppnar,
      arenden: mote._count.punkter,
    }),
    kalender: { ...tid, moteId: om.moteId, rubrik: `${insats}: teammöte` },
  };
}

/** The last mail of the meeting that has reached its reader, or may have: it was handed to the mail server. */
const readTidigareBrev = async (
  prisma: PrismaClient,
  { id, moteId, mottagareId }: { readonly id: string; readonly moteId: string; readonly mottagareId: string },
): Promise<{ readonly skickat: Date | null } | undefined> => {
  const brev = await prisma.utskick.findFirst({
    where: {
      id: { not: id },
      mottagareId,
      nyckel: { startsWith: kallelsenycklar(moteId) },
      messageId: { not: null },
    },
    orderBy: { sekvens: 'desc' },
    select: { skickat: true },
  });
  return brev ?? undefined;
};

/**
 * When the meeting was to begin as its reader was told last. An invitation keeps only what is so now; the moves stand in the
 * decisions on the insats.
 */
async function readTidigare(
  prisma: PrismaClient,
  { insatsId, kod }: { readonly insatsId: string; readonly kod: string },
  { borjar, sedan }: { readonly borjar: Date; readonly sedan: Date },
): Promise<Date> {
  const beslut = await prisma.insatsbeslut.findMany({
    where: { insatsId, typ: 'motesandring', fattat: { gt: sedan } },
    orderBy: { version: 'desc' },
    select: { data: true },
  });
  const flyttar = beslut
    .map(({ data }) => data as unknown as Insatsbeslutsunderlag['motesandring'])
    .flatMap(({ team, fran, till }): Motesflytt[] => (team === kod && fran && till ? [{ fran, till }] : []));
  return new Date(borjadeFore(borjar.toISOString(), flyttar));
}

interface Underlag {
  readonly borjar: Date;
  readonly slutar: Date;
  /** Whether it is taken out of her calendar. */
  readonly installd: boolean;
  /** Whether nobody comes to it. */
  readonly installt: boolean;
  readonly inkallad: boolean;
  /** Whether her calendar has had the meeting already. */
  readonly isTold: boolean;
  /** When it was to begin as she was told last, where that is known. */
  readonly tidigare?: Date;
  /** Whether she may open the meeting. */
  readonly oppnar: boolean;
  readonly arenden: number;
}

const tidpunkt = (tid: Date): string => `${formatDatum(tid)} klockan ${formatKlockslag(tid)}`;

/** The words of the mail. */
export function kallelseord(
  insats: string,
  { isTold, tidigare, oppnar, borjar, slutar, installd, installt, inkallad, arenden }: Underlag,
): Brev {
  const nar = tidpunkt(borjar);
  const flyttad = tidigare !== undefined && tidigare.getTime() !== borjar.getTime();
  const rubrik = installd
    ? installt
      ? 'Mötet är inställt'
      : 'Du är inte längre kallad till mötet'
    : isTold
      ? 'Mötet har ändrats'
      : inkallad
        ? 'Du är inkallad till ett möte'
        : 'Kallelse till teamets möte';
  return {
    amne: `${insats}: ${rubrik.charAt(0).toLocaleLowerCase('sv')}${rubrik.slice(1)}, ${nar}`,
    rubrik,
    stycken: [
      installd
        ? 'Det tas bort ur din kalender.'
        : isTold
          ? 'Det som står här gäller nu, också i din kalender. Logga in för att läsa dagordningen.'
          : 'Tiden följer med det här mejlet till din kalender. Logga in för att läsa dagordningen.',
    ],
    fakta: [
      { term: 'Insats', varde: insats },
      { term: 'Möte', varde: `${nar}, som längst till ${formatKlockslag(slutar)}` },
      ...(flyttad ? [{ term: 'Tidigare', varde: tidpunkt(tidigare) }] : []),
      ...(installd ? [] : [{ term: 'Ärenden', varde: arenden === 0 ? 'Inga på dagordningen än' : String(arenden) }]),
    ],
    lanktext: oppnar ? 'Öppna mötet' : 'Se dina möten',
    rad: { text: `${insats}: ${rubrik.charAt(0).toLocaleLowerCase('sv')}${rubrik.slice(1)}, ${nar}` },
  };
}

/** Who sends an invitation, to whom, and where its meeting is read about. */
export interface Kallelseadresser {
  /** An address, without a name. */
  readonly fran: string;
  readonly till: string;
  readonly lank: string;
  readonly now: Date;
}

/**
 * The calendar part (RFC 5545, 5546). Times are written in UTC and no zone is named: each calendar shows them in its own.
 */
export function kalenderfil(
  { moteId, sekvens, borjar, slutar, installd, rubrik }: Kalenderdel,
  { fran, till, lank, now }: Kallelseadresser,
): { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } {
  const method = installd ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const kalender = ical({ prodId: { company: 'Remissflode', product: 'Remissflode', language: 'SV' }, method });
  kalender.createEvent({
    id: `mote-${moteId}@${fran.split('@')[1] ?? 'localhost'}`,
    sequence: sekvens,
    stamp: now,
    start: borjar,
    end: slutar,
    summary: rubrik,
    description: `Dagordningen: ${lank}`,
    url: lank,
    status: installd ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: 'Remissflöde', email: fran },
    attendees: [{ email: till, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false }],
  });
  return { method: installd ? 'CANCEL' : 'REQUEST', content: kalender.toString() };
}
