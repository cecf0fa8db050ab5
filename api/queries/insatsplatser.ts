import type { Person } from '../../domain/atkomst.js';
import { koordning, type Kotur } from '../../domain/ko.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { antalSomErbjuds, type Platsrakning } from '../../domain/platser.js';
import { asDag, Prisma, type PrismaClient } from '../../prisma/client.js';
import { countPlatser } from '../../prisma/rakna-platser.js';
import { readTurer } from '../../prisma/turer.js';
import type { Insatshuvud } from './insats.js';
import { isSkyddad, synligtNummer, synligtNummerFor, visasFor } from './skydd-sql.js';

/** A turn in the queue, by number. */
export interface Korad extends Kotur {
  /** False when the person is protected and it is not the reader's to know whose turn it is: it is only counted. */
  readonly synlig: boolean;
  readonly prioritetSkal: string | null;
  readonly missar: number;
  /** Whether a place is offered, and the last day to answer once the case knows. */
  readonly erbjuden: boolean;
  readonly senast: string | null;
}

interface Row extends Omit<Korad, 'beslutsdatum' | 'koad' | 'tur'> {
  readonly beslutsdatum: Date;
  readonly koad: Date;
  readonly tur: number | null;
}

/**
 * The queue of an insats in its order (design 2.5).
 *
 * @param person who reads it: the turn of a protected person has a number for those named in it alone
 */
export async function readKo(prisma: PrismaClient, insatsId: string, person?: Person): Promise<Korad[]> {
  const nummer = person ? synligtNummerFor(person) : synligtNummer;
  const synlig = person ? visasFor(person) : Prisma.sql`NOT ${isSkyddad}`;
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT k."arendeId", ${nummer} AS nummer, ${synlig} AS synlig, k.beslutsdatum, k.koad, k.regelpoang, k.tur, k."prioritetSkal", k.missar,
           e.id IS NOT NULL AS erbjuden, e.senast::text AS senast
    FROM koplats k JOIN arende a ON a.id = k."arendeId"
    LEFT JOIN platserbjudande e ON e."arendeId" = k."arendeId" AND e.avslutat IS NULL
    WHERE k."insatsId" = ${insatsId}::uuid AND k.lamnad IS NULL`;
  return rows
    .map(({ tur, ...row }) => ({
      ...row,
      beslutsdatum: asDag(row.beslutsdatum),
      koad: row.koad.toISOString(),
      ...(tur === null ? {} : { tur }),
    }))
    .toSorted(koordning);
}

/** How much of its capacity an insats uses, and its volumes of the year. */
export interface Platslage {
  readonly platser: Platsrakning;
  readonly inskrivnaIAr: number;
  readonly konsultationerIAr: number;
  /** Days of participation this year so far, divided by the days of a year. */
  readonly helarsplatser: number;
}

/**
 * Counts the places of an insats and its volumes of the year. Two statements.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function readPlatslage(
  prisma: PrismaClient,
  { id: insatsId, profil }: Pick<Insatshuvud, 'id' | 'profil'>,
  idag: string,
): Promise<Platslage> {
  const nyar = `${idag.slice(0, 4)}-01-01`;
  const [platser, [row]] = await Promise.all([
    countPlatser(prisma, insatsId, idag, profil),
    prisma.$queryRaw<Omit<Platslage, 'platser'>[]>`
    SELECT
      (count(*) FILTER (WHERE d.startdatum >= ${nyar}::date))::int AS "inskrivnaIAr",
      (SELECT count(*) FROM rekommendation r JOIN arende a ON a.id = r."arendeId" JOIN mote m ON m.id = r."moteId"
        WHERE a."insatsId" = ${insatsId}::uuid AND m.borjar >= ${nyar}::date)::int AS "konsultationerIAr",
      coalesce(sum(greatest(0, least(coalesce(d."platsFri", ${idag}::date), ${idag}::date)
        - greatest(d.startdatum, ${nyar}::date))), 0)::float / 365 AS helarsplatser
    FROM deltagande d WHERE d."insatsId" = ${insatsId}::uuid`,
  ]);
  if (!row) throw new Error('A count is always a row');
  return { platser, ...row };
}

/** What another number of places leads to in the same moment as it holds. */
export interface Platsfoljd {
  readonly fore: Platsrakning;
  readonly efter: Platsrakning;
  /** Everybody in the queue, and how many of them are offered a place. */
  readonly iKo: number;
  readonly erbjuds: number;
}

/**
 * Finds what happens to the places and the queue of an insats when a new version of its profile is published. Three
 * statements.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function readPlatsfoljd(
  prisma: PrismaClient,
  { id, profil }: { readonly id: string; readonly profil: Insatsprofil },
  ny: Insatsprofil,
  idag: string,
): Promise<Platsfoljd> {
  const [fore, efter, turer] = await Promise.all([
    countPlatser(prisma, id, idag, profil),
    countPlatser(prisma, id, idag, ny),
    readTurer(prisma, id),
  ]);
  const vantar = turer.filter(({ erbjuden, vilar }) => !erbjuden && !vilar).length;
  return { fore, efter, iKo: turer.length, erbjuds: antalSomErbjuds(efter, vantar) };
}
