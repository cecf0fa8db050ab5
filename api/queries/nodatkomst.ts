import { isValidOn } from '../../domain/atkomst.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { Bedomning } from '../../domain/nodatkomst.js';
import type { Sparrackvidd } from '../../domain/spar/rackvidd.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import type { Arendeatkomst } from './arenderelation.js';
import { synligtNummer } from './skydd-sql.js';

/**
 * The parter that take part in an ärende today: its huvudman's, and those whose verksamheter samtycke opens it to. Each
 * kommun is an authority of its own: none counts but that of the verksamhet where somebody works.
 *
 * @param arbetsplats the id of that verksamhet
 */
export async function readArendeparter(
  prisma: PrismaClient,
  { id, relation }: Arendeatkomst,
  arbetsplats: string,
  idag: Dag,
): Promise<string[]> {
  const oppna = relation.samtycken.filter((one) => isValidOn(one, idag)).map(({ verksamhetId }) => verksamhetId);
  const rows = await prisma.$queryRaw<{ part: string }[]>`
    SELECT DISTINCT v.part FROM verksamhet v
    WHERE (v.id = ANY(${oppna}::uuid[])
      OR v.id = (SELECT i."huvudmanId" FROM arende a JOIN insats i ON i.id = a."insatsId" WHERE a.id = ${id}::uuid))
      AND (v.kommun IS NULL OR v.kommun = (SELECT h.kommun FROM verksamhet h WHERE h.id = ${arbetsplats}::uuid))`;
  return rows.map(({ part }) => part);
}

/** An emergency opening, as lists show it: by number, without its reason. */
export interface Nodatkomstrad {
  readonly id: string;
  readonly arendeId: string;
  readonly nummer: string;
  readonly av: string;
  readonly verksamhet: string;
  readonly fran: Date;
  readonly till: Date;
  readonly avslutad: Date | null;
  readonly granskad: Date | null;
  readonly bedomning: Bedomning | null;
}

const rader = Prisma.sql`
  SELECT n.id, n."arendeId", ${synligtNummer} AS nummer, u.namn AS av, v.namn AS verksamhet, n.fran, n.till, n.avslutad, n.granskad, n.bedomning
  FROM nodatkomst n JOIN arende a ON a.id = n."arendeId" JOIN anvandare u ON u.id = n."avId"
  JOIN verksamhet v ON v.id = u."verksamhetId"`;

const SENASTE = 50;

/** A person's own openings, the latest first. */
export const readEgnaNodatkomster = (prisma: PrismaClient, avId: string): Promise<Nodatkomstrad[]> =>
  prisma.$queryRaw<
    Nodatkomstrad[]
  >`${rader} WHERE n."avId" = ${avId}::uuid ORDER BY n.fran DESC, n.id LIMIT ${SENASTE}`;

/** The openings by a part's people, the latest first, for its förvaltare. */
export const readPartensNodatkomster = (prisma: PrismaClient, parter: readonly string[]): Promise<Nodatkomstrad[]> =>
  prisma.$queryRaw<Nodatkomstrad[]>`
    ${rader} WHERE n.part = ANY(${[...parter]}::text[]) ORDER BY n.fran DESC, n.id LIMIT ${SENASTE}`;

const within = (rackvidd: Sparrackvidd): Prisma.Sql =>
  rackvidd.alla
    ? Prisma.sql`TRUE`
    : Prisma.sql`(a."insatsId" = ANY(${rackvidd.insatser.map(({ id }) => id)}::uuid[])
        OR n.part = ANY(${[...rackvidd.parter]}::text[]))`;

export const NODATKOMSTER_PER_SIDA = 50;

/** A page of the openings that somebody reviews: those that are not reviewed first, then the latest. */
export async function readGranskningslista(
  prisma: PrismaClient,
  rackvidd: Sparrackvidd,
  sida: number,
): Promise<{ rader: Nodatkomstrad[]; totalt: number; ogranskade: number }> {
  const [rows, [antal]] = await Promise.all([
    prisma.$queryRaw<Nodatkomstrad[]>`
      ${rader} WHERE ${within(rackvidd)}
      ORDER BY (n.granskad IS NULL) DESC, n.fran DESC, n.id
      LIMIT ${NODATKOMSTER_PER_SIDA} OFFSET ${NODATKOMSTER_PER_SIDA * (sida - 1)}`,
    prisma.$queryRaw<{ totalt: number; ogranskade: number }[]>`
      SELECT count(*)::int AS totalt, (count(*) FILTER (WHERE n.granskad IS NULL))::int AS ogranskade
      FROM nodatkomst n JOIN arende a ON a.id = n."arendeId" WHERE ${within(rackvidd)}`,
  ]);
  return { rader: rows, totalt: antal?.totalt ?? 0, ogranskade: antal?.ogranskade ?? 0 };
}

/** An opening as who reviews it sees it. */
export interface Nodatkomstsida extends Nodatkomstrad {
  readonly avId: string;
  readonly part: string;
  readonly skal: string;
  readonly granskadAv: string | null;
  readonly kommentar: string | null;
}

/** Reads one opening within a granskare's reach. */
export async function readNodatkomst(
  prisma: PrismaClient,
  rackvidd: Sparrackvidd,
  id: string,
): Promise<Nodatkomstsida | undefined> {
  const rows = await prisma.$queryRaw<Nodatkomstsida[]>`
    SELECT n.*, ${synligtNummer} AS nummer, u.namn AS av, v.namn AS verksamhet, g.namn AS "granskadAv"
    FROM nodatkomst n JOIN arende a ON a.id = n."arendeId" JOIN anvandare u ON u.id = n."avId"
    JOIN verksamhet v ON v.id = u."verksamhetId" LEFT JOIN anvandare g ON g.id = n."granskadAvId"
    WHERE n.id = ${id}::uuid AND ${within(rackvidd)}`;
  return rows[0];
}
