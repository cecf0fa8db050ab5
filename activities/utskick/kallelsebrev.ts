import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { formatDatum, formatKlockslag } from '../../domain/datumord.js';
import { kallelseAv } from '../../domain/kallelse.js';
import type { PrismaClient } from '../../prisma/client.js';
import type { Brev, Kalenderdel } from './brev.js';

/** A mail that carries an invitation, with its calendar part. */
export interface Kallelsebrev {
  readonly sida: string;
  readonly brev: Brev;
  readonly kalender: Kalenderdel;
}

/**
 * Writes what a person's calendar is told of a meeting, as it stands now. Undefined when the mail carries no invitation, or
 * a later one tells of it.
 *
 * @param nyckel the mail's key (domain/kallelse.ts)
 */
export async function kallelsebrev(
  prisma: PrismaClient,
  nyckel: string,
  mottagareId: string,
  insats: string,
): Promise<Kallelsebrev | undefined> {
  const om = kallelseAv(nyckel);
  if (!om) return undefined;
  const kallelse = await prisma.kallelse.findUnique({
    where: { moteId_anvandareId: { moteId: om.moteId, anvandareId: mottagareId } },
    select: {
      sekvens: true,
      borjar: true,
      slutar: true,
      installd: true,
      mote: {
        select: {
          deltagare: { where: { anvandareId: mottagareId }, select: { inkallad: true } },
          _count: { select: { punkter: { where: { utgatt: false } } } },
        },
      },
    },
  });
  if (kallelse?.sekvens !== om.sekvens) return undefined;
  const { mote, ...tid } = kallelse;
  const inkallad = mote.deltagare.some((one) => one.inkallad);
  return {
    sida: `/moten/${om.moteId}`,
    brev: words(insats, { ...tid, inkallad, arenden: mote._count.punkter }),
    kalender: { ...tid, moteId: om.moteId, rubrik: `${insats}: teammöte` },
  };
}

interface Underlag {
  readonly sekvens: number;
  readonly borjar: Date;
  readonly slutar: Date;
  readonly installd: boolean;
  readonly inkallad: boolean;
  readonly arenden: number;
}

function words(insats: string, { sekvens, borjar, slutar, installd, inkallad, arenden }: Underlag): Brev {
  const nar = `${formatDatum(borjar)} klockan ${formatKlockslag(borjar)}`;
  const rubrik = installd
    ? 'Du ska inte komma till mötet'
    : sekvens > 0
      ? 'Mötet har en ny tid'
      : inkallad
        ? 'Du är inkallad till ett möte'
        : 'Kallelse till teamets möte';
  return {
    amne: `${insats}: ${rubrik.charAt(0).toLocaleLowerCase('sv')}${rubrik.slice(1)}, ${nar}`,
    rubrik,
    stycken: [
      installd
        ? 'Mötet är inställt, eller så deltar du inte längre. Det tas bort ur din kalender.'
        : 'Tiden följer med det här mejlet till din kalender. Logga in för att läsa dagordningen.',
    ],
    fakta: [
      { term: 'Insats', varde: insats },
      { term: 'Möte', varde: `${nar}, som längst till ${formatKlockslag(slutar)}` },
      ...(installd ? [] : [{ term: 'Ärenden', varde: String(arenden) }]),
    ],
    lanktext: installd ? 'Se teamets möten' : 'Öppna mötet',
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
