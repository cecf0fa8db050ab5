import type { Fas } from '../../domain/faser.js';
import type { Person } from '../../domain/atkomst.js';
import type { Rollkod } from '../../domain/koder.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { idsOf, isOneOf, rackviddFor, withinRackvidd } from './rackvidd.js';
import { visasFor } from './skydd-sql.js';

/** What a handläggare has under way. */
export interface EgnaRemisser {
  oppna: number;
  utkast: number;
}

/** Counts a handläggare's open ärenden and unsent drafts. */
export async function egnaRemisser(prisma: PrismaClient, person: Person): Promise<EgnaRemisser> {
  const { id: anvandareId } = person;
  const rows = await prisma.$queryRaw<EgnaRemisser[]>`
    SELECT
      (SELECT count(*)::int FROM remiss r JOIN arende a ON a.id = r."arendeId"
       WHERE r."remittentId" = ${anvandareId}::uuid AND a.fas <> 'stangd' AND ${visasFor(person)}) AS oppna,
      (SELECT count(*)::int FROM utkast WHERE "agareId" = ${anvandareId}::uuid AND skickad IS NULL) AS utkast`;
  return rows[0] ?? { oppna: 0, utkast: 0 };
}

/** A case with what it waits for; no personal data. */
export interface NastaStegRad {
  nummer: string;
  insats: string;
  fas: Fas;
  uppgift: Uppgiftstyp | null;
  roll: Rollkod | null;
  /** last day, `YYYY-MM-DD` */
  forfaller: string | null;
}

/**
 * A koordinator's open cases, also those of whom she stands in for, what falls due first at the top, and how many there
 * are in all.
 */
export async function egnaArenden(
  prisma: PrismaClient,
  person: Person,
  most: number,
): Promise<{ rader: NastaStegRad[]; totalt: number }> {
  const rows = await prisma.$queryRaw<(NastaStegRad & { totalt: number })[]>`
    SELECT a.nummer, i.namn AS insats, a.fas, a."nastaUppgift" AS uppgift, a."nastaRoll" AS roll,
           a."nastaForfaller"::text AS forfaller, count(*) OVER ()::int AS totalt
    FROM arende a JOIN insats i ON i.id = a."insatsId"
    WHERE ${isOneOf(Prisma.sql`a."koordinatorId"`, idsOf(person))} AND a.fas <> 'stangd' AND ${visasFor(person)}
    ORDER BY a."nastaForfaller" NULLS FIRST, a.nummer
    LIMIT ${most}`;
  return { rader: rows, totalt: rows[0]?.totalt ?? 0 };
}

/** The inbox of a sammankallande: remisser that nobody has reviewed yet. */
export interface Inkorg {
  antal: number;
  /** when the oldest came in */
  aldst: Date | null;
}

export async function inkorg(prisma: PrismaClient, person: Person): Promise<Inkorg> {
  const reach = withinRackvidd(Prisma.sql`a."insatsId"`, rackviddFor(person, ['sammankallande']));
  const rows = await prisma.$queryRaw<Inkorg[]>`
    SELECT count(*)::int AS antal, min(a.skapad) AS aldst FROM arende a WHERE a.fas = 'mottagen' AND ${reach}`;
  return rows[0] ?? { antal: 0, aldst: null };
}
