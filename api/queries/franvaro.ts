import { franvarolage } from '../../domain/franvaro.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { ersattareFor } from '../../prisma/ersattare.js';
import type { Forvaltningsrackvidd } from './forvaltning.js';

/** An absence as lists show it; days `YYYY-MM-DD`. */
export interface Franvarorad {
  readonly id: string;
  readonly anvandareId: string;
  readonly namn: string;
  readonly verksamhet: string;
  readonly ersattareId: string;
  readonly ersattare: string;
  readonly fran: string;
  readonly till: string;
  readonly lage: 'kommande' | 'pagar';
  /** Who stands in today, when that is not the ersättare herself: hers, or nobody (domain: prisma/ersattare.ts). */
  readonly idag?: string | undefined;
}

type Row = Omit<Franvarorad, 'lage' | 'idag'>;

/** The absences of one person that are not over, the first on top. */
export const readFranvaro = (prisma: PrismaClient, anvandareId: string, idag: string): Promise<Franvarorad[]> =>
  read(prisma, Prisma.sql`f."anvandareId" = ${anvandareId}::uuid`, idag);

/** The absences that are not over of the people whom a förvaltare administers, the first on top. */
export const readPartensFranvaro = (
  prisma: PrismaClient,
  { forbundId, parter }: Forvaltningsrackvidd,
  idag: string,
): Promise<Franvarorad[]> =>
  read(prisma, Prisma.sql`v."forbundId" = ${forbundId}::uuid AND v.part = ANY(${[...parter]}) AND a.aktiv`, idag);

/** Two statements, however many. */
async function read(prisma: PrismaClient, where: Prisma.Sql, idag: string): Promise<Franvarorad[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT f.id, a.id AS "anvandareId", a.namn, v.namn AS verksamhet, e.id AS "ersattareId", e.namn AS ersattare,
           f.fran::text AS fran, f.till::text AS till
    FROM franvaro f JOIN anvandare a ON a.id = f."anvandareId" JOIN verksamhet v ON v.id = a."verksamhetId"
    JOIN anvandare e ON e.id = f."ersattareId"
    WHERE f.borttagen IS NULL AND f.till >= ${idag}::date AND ${where}
    ORDER BY f.fran, a.namn COLLATE "sv-x-icu", f.id`;
  const pagar = rows.filter((row) => franvarolage(row, idag) === 'pagar');
  const star = await ersattareFor(
    prisma,
    pagar.map(({ anvandareId }) => anvandareId),
    idag,
  );
  const other = pagar.filter(({ anvandareId, ersattareId }) => star.get(anvandareId) !== ersattareId);
  const namn = await readNamn(
    prisma,
    other.flatMap(({ anvandareId }) => star.get(anvandareId) ?? []),
  );
  return rows.map((row) => {
    const lage = pagar.includes(row) ? 'pagar' : 'kommande';
    if (!other.includes(row)) return { ...row, lage };
    return { ...row, lage, idag: namn.get(star.get(row.anvandareId) ?? '') ?? row.namn };
  });
}

async function readNamn(prisma: PrismaClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await prisma.anvandare.findMany({ where: { id: { in: [...ids] } }, select: { id: true, namn: true } });
  return new Map(rows.map((row) => [row.id, row.namn]));
}

/** Somebody who can stand in for a person: active, of the same verksamhet. */
export interface Ersattarval {
  readonly id: string;
  readonly namn: string;
  readonly titel: string | null;
}

/** Who can stand in for a person, by name; and who does when she leaves a task undone. */
export async function readErsattarval(
  prisma: PrismaClient,
  anvandareId: string,
): Promise<{ readonly val: readonly Ersattarval[]; readonly ersattareId: string | undefined }> {
  const [val, own] = await Promise.all([
    prisma.$queryRaw<Ersattarval[]>`
      SELECT e.id, e.namn, e.titel FROM anvandare e JOIN anvandare a ON a."verksamhetId" = e."verksamhetId"
      WHERE a.id = ${anvandareId}::uuid AND e.id <> a.id AND e.aktiv ORDER BY e.namn COLLATE "sv-x-icu", e.id`,
    prisma.anvandare.findUniqueOrThrow({ where: { id: anvandareId }, select: { ersattareId: true } }),
  ]);
  return { val, ersattareId: own.ersattareId ?? undefined };
}
