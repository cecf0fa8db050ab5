import { Prisma, type PrismaClient } from '../../prisma/client.js';

/** Whom a förvaltare administers: the people of some parter of one förbund. */
export interface Forvaltningsrackvidd {
  readonly forbundId: string;
  /** Codes. */
  readonly parter: readonly string[];
}

/** What the list of people shows: everything that is absent is not asked for. */
export interface Personfilter {
  /** A part of a name, an address or a verksamhet. */
  readonly sok?: string | undefined;
  readonly visa: 'aktiva' | 'slutat';
  /** From 1. */
  readonly sida: number;
}

/** A person of the part, in the list. */
export interface Personrad {
  readonly id: string;
  readonly namn: string;
  readonly titel: string | null;
  readonly verksamhet: string;
  readonly aktiv: boolean;
  /** Codes of her roles, each once; a seat in a team among them. */
  readonly roller: readonly string[];
  /** The last day of an absence that holds today, `YYYY-MM-DD`. */
  readonly bortaTill: string | null;
}

export const PERSONER_PER_SIDA = 50;

const inom = ({ forbundId, parter }: Forvaltningsrackvidd) =>
  Prisma.sql`v."forbundId" = ${forbundId}::uuid AND v.part = ANY(${[...parter]})`;

/** What is typed stands for itself: no character of it is a pattern. */
const mot = (sok: string): string => `%${sok.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/**
 * One page of the people whom a förvaltare administers, by name. One statement.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function listPersoner(
  prisma: PrismaClient,
  rackvidd: Forvaltningsrackvidd,
  { sok, visa, sida }: Personfilter,
  idag: string,
): Promise<{ rader: Personrad[]; totalt: number }> {
  const asked =
    sok === undefined
      ? Prisma.sql`TRUE`
      : Prisma.sql`(a.namn ILIKE ${mot(sok)} OR a.epost ILIKE ${mot(sok)} OR v.namn ILIKE ${mot(sok)})`;
  const rader = await prisma.$queryRaw<(Personrad & { totalt: number })[]>`
    SELECT a.id, a.namn, a.titel, v.namn AS verksamhet, a.aktiv,
      ARRAY(SELECT DISTINCT r.roll FROM roll r WHERE r."anvandareId" = a.id
            UNION SELECT 'teamrepresentant' FROM teammedlem m WHERE m."anvandareId" = a.id ORDER BY 1) AS roller,
      (SELECT max(f.till)::text FROM franvaro f WHERE f."anvandareId" = a.id AND f.borttagen IS NULL
         AND f.fran <= ${idag}::date AND f.till >= ${idag}::date) AS "bortaTill",
      (count(*) OVER ())::int AS totalt
    FROM anvandare a JOIN verksamhet v ON v.id = a."verksamhetId"
    WHERE ${inom(rackvidd)} AND a.aktiv = ${visa === 'aktiva'} AND ${asked}
    ORDER BY a.namn COLLATE "sv-x-icu", a.id
    LIMIT ${PERSONER_PER_SIDA} OFFSET ${PERSONER_PER_SIDA * (sida - 1)}`;
  return { rader, totalt: rader[0]?.totalt ?? 0 };
}

/** A role of a person, and where it holds. */
export interface Personroll {
  readonly roll: string;
  /** Name of the insats or part; missing: everywhere. */
  readonly galler: string | null;
  /** Set for a seat in a team. */
  readonly ersattare: boolean;
  /** Whether the login gives it, so that nobody can take it here. */
  readonly franLogin: boolean;
  readonly ordforande: boolean;
}

/** A person of the part, on her own page. */
export interface Personsida {
  readonly id: string;
  readonly namn: string;
  readonly epost: string;
  readonly titel: string | null;
  readonly verksamhetId: string;
  readonly verksamhet: string;
  /** Who leads her, also when that one has left or works at another part. */
  readonly chef: Chefval | null;
  readonly part: string;
  readonly aktiv: boolean;
  readonly roller: readonly Personroll[];
  /** Open ärenden that are hers as koordinator or remittent. */
  readonly arenden: number;
}

/**
 * Reads a person whom a förvaltare administers, in one statement.
 *
 * @returns undefined when there is no such person within reach
 */
export async function readPersonsida(
  prisma: PrismaClient,
  rackvidd: Forvaltningsrackvidd,
  id: string,
): Promise<Personsida | undefined> {
  const rows = await prisma.$queryRaw<Personsida[]>`
    SELECT a.id, a.namn, a.epost, a.titel, v.id AS "verksamhetId", v.namn AS verksamhet, v.part, a.aktiv,
      (SELECT json_build_object('id', c.id, 'namn', c.namn, 'verksamhet', cv.namn, 'aktiv', c.aktiv)
       FROM anvandare c JOIN verksamhet cv ON cv.id = c."verksamhetId" WHERE c.id = a."chefId") AS chef,
      coalesce((SELECT json_agg(x ORDER BY x.roll, x.galler) FROM (
        SELECT r.roll, coalesce(i.namn, p.namn) AS galler, false AS ersattare, r."franLogin", r.ordforande
        FROM roll r LEFT JOIN insats i ON i.id = r."insatsId"
        LEFT JOIN part p ON p.kod = r.part AND p."forbundId" = v."forbundId"
        WHERE r."anvandareId" = a.id AND r.roll <> 'teamrepresentant'
        UNION ALL
        SELECT 'teamrepresentant', ti.namn || ', ' || t.namn || ' för ' || tv.namn, m.ersattare, false, false
        FROM teammedlem m JOIN team t ON t.id = m."teamId" JOIN insats ti ON ti.id = t."insatsId"
        JOIN verksamhet tv ON tv.id = m."verksamhetId" WHERE m."anvandareId" = a.id) x), '[]') AS roller,
      (SELECT count(*)::int FROM arende n JOIN remiss e ON e."arendeId" = n.id
       WHERE n.fas <> 'stangd' AND (n."koordinatorId" = a.id OR e."remittentId" = a.id)) AS arenden
    FROM anvandare a JOIN verksamhet v ON v.id = a."verksamhetId"
    WHERE ${inom(rackvidd)} AND a.id = ${id}::uuid`;
  return rows[0];
}

/** Somebody to choose, with where she works. */
export interface Personval {
  readonly id: string;
  readonly namn: string;
  readonly verksamhet: string;
}

/** Somebody who can lead a person, or does although she has left. */
export interface Chefval extends Personval {
  readonly aktiv: boolean;
}

/** The active people whom a förvaltare administers, by name. One statement. */
export const readPersonval = (prisma: PrismaClient, rackvidd: Forvaltningsrackvidd): Promise<Personval[]> =>
  prisma.$queryRaw<Personval[]>`
    SELECT a.id, a.namn, v.namn AS verksamhet FROM anvandare a JOIN verksamhet v ON v.id = a."verksamhetId"
    WHERE ${inom(rackvidd)} AND a.aktiv ORDER BY a.namn COLLATE "sv-x-icu", a.id`;

/** The förbund of a verksamhet. */
export const forbundOf = async (prisma: PrismaClient, verksamhetId: string): Promise<string> =>
  (await prisma.verksamhet.findUniqueOrThrow({ where: { id: verksamhetId }, select: { forbundId: true } })).forbundId;

/** What the parter that a förvaltare administers are called in her förbund; the code where it has no word. */
export async function readPartnamn(
  prisma: PrismaClient,
  { forbundId, parter }: Forvaltningsrackvidd,
): Promise<string[]> {
  const rows = await prisma.part.findMany({
    where: { forbundId, kod: { in: [...parter] } },
    orderBy: { ordning: 'asc' },
    select: { kod: true, namn: true },
  });
  return parter.map((kod) => rows.find((row) => row.kod === kod)?.namn ?? kod);
}

/** The verksamheter of the parter that a förvaltare administers, by name. One statement. */
export const readVerksamheter = (
  prisma: PrismaClient,
  { forbundId, parter }: Forvaltningsrackvidd,
): Promise<{ id: string; namn: string }[]> =>
  prisma.$queryRaw<{ id: string; namn: string }[]>`
    SELECT id, namn FROM verksamhet WHERE "forbundId" = ${forbundId}::uuid AND part = ANY(${[...parter]})
    ORDER BY namn COLLATE "sv-x-icu", id`;
