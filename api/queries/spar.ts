import { idsI, type Sparhandelse, type Sparnamn } from '../../domain/spar/ord.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';

/** One row of the trace: who read or did what, when and by which right. */
export interface Sparrad extends Sparhandelse {
  readonly id: string;
  readonly nar: Date;
  /** Missing when it came about by itself. */
  readonly av: string | null;
  readonly verksamhet: string | null;
  readonly grund: string | null;
  /** Who was away and in whose place it was done. */
  readonly istalletFor: string | null;
  /** The number of the ärende that it is about, also when that is destroyed. */
  readonly nummer: string | null;
}

/** A page of the trace. */
export interface Sparsida {
  readonly rader: readonly Sparrad[];
  readonly antal: number;
  /** Names of what the rows know by id. */
  readonly namn: Sparnamn;
}

export const SPAR_PER_SIDA = 50;

/**
 * Reads a page of the trace, the latest on top. Two statements.
 *
 * @param villkor of `logg l`, its `anvandare u` and that one's `verksamhet v`
 */
export async function readSpar(prisma: PrismaClient, villkor: Prisma.Sql, sida: number): Promise<Sparsida> {
  const rader = await prisma.$queryRaw<(Sparrad & { antal: number })[]>`
    ${sparrader} WHERE ${villkor}
    ORDER BY l.nar DESC, l.id DESC LIMIT ${SPAR_PER_SIDA} OFFSET ${(sida - 1) * SPAR_PER_SIDA}`;
  return { rader, antal: rader[0]?.antal ?? 0, namn: await readNamn(prisma, rader) };
}

/** Reads all that some condition lets through, the earliest first. Two statements. @param villkor as of {@link readSpar} */
export async function readHelaSparet(prisma: PrismaClient, villkor: Prisma.Sql): Promise<Sparsida> {
  const rader = await prisma.$queryRaw<Sparrad[]>`${sparrader} WHERE ${villkor} ORDER BY l.nar, l.id`;
  return { rader, antal: rader.length, namn: await readNamn(prisma, rader) };
}

const sparrader = Prisma.sql`
    SELECT l.id::text AS id, l.nar, u.namn AS av, v.namn AS verksamhet, l.handling, l.grund, l.data,
      ui.namn AS "istalletFor",
      coalesce(a.nummer, (SELECT p.nummer FROM gallringspost p WHERE p."arendeId" = l."arendeId" LIMIT 1)) AS nummer,
      (count(*) OVER ())::int AS antal
    FROM logg l LEFT JOIN anvandare u ON u.id = l."avId" LEFT JOIN verksamhet v ON v.id = u."verksamhetId"
    LEFT JOIN anvandare ui ON ui.id::text = l.data ->> 'istallet_for'
    LEFT JOIN arende a ON a.id = l."arendeId"`;

async function readNamn(prisma: PrismaClient, rader: readonly Sparrad[]): Promise<Sparnamn> {
  const ids = [...new Set(rader.flatMap(idsI))];
  const rows = await prisma.$queryRaw<{ id: string; namn: string }[]>`
    SELECT id::text AS id, namn FROM anvandare WHERE id = ANY(${ids}::uuid[])
    UNION ALL SELECT id::text, namn FROM verksamhet WHERE id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, namn }) => [id, namn]));
}

/** What somebody read and did in an ärende while it was opened to her in an emergency. */
export const underOppning = (oppning: {
  readonly arendeId: string;
  readonly avId: string;
  readonly fran: Date;
  readonly till: Date;
}): Prisma.Sql =>
  Prisma.sql`(l."arendeId" = ${oppning.arendeId}::uuid AND l."avId" = ${oppning.avId}::uuid
    AND l.nar >= ${oppning.fran} AND l.nar <= ${oppning.till})`;

/** What the trace holds of an ärende: what was done with it, and the lists that showed it. */
export const omArende = (arendeId: string): Prisma.Sql =>
  Prisma.sql`(l."arendeId" = ${arendeId}::uuid OR l.arenden @> ARRAY[${arendeId}::uuid])`;
