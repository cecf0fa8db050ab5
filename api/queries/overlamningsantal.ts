import { Prisma, type PrismaClient } from '../../prisma/client.js';

/** How much of one insats goes along in a hand-over. */
export interface Insatsantal {
  readonly insatsId: string;
  readonly insats: string;
  readonly arenden: number;
  /** Open tasks that are hers, and how many of these are late. */
  readonly uppgifter: number;
  readonly forsenade: number;
  /** Follow-ups after avslut that are still owed. */
  readonly uppfoljningar: number;
  /** Moments ahead at which something of hers comes about by itself. */
  readonly bevakningar: number;
  /** Coming meetings that she is called to. */
  readonly moten: number;
}

interface Flyttas {
  /** Whose work it is. */
  readonly fran: string;
  readonly idag: string;
  /** Now, ISO. */
  readonly nu: string;
  /** The ärenden that go along. */
  readonly arenden: readonly string[];
  /** The teams whose seats, and the insatser whose leading, go along. */
  readonly team: readonly string[];
  readonly leder: readonly string[];
  /** Insatser to tell of also when nothing but a role is hers there. */
  readonly insatser: readonly string[];
}

/**
 * Counts by insats what a hand-over moves, by name of the insats. One statement however much it is.
 */
export async function readInsatsantal(
  prisma: PrismaClient,
  { fran, idag, nu, arenden, team, leder, insatser }: Flyttas,
): Promise<Insatsantal[]> {
  const person = Prisma.sql`${fran}::uuid`;
  const ids = (list: readonly string[]) => Prisma.sql`${[...list]}::uuid[]`;
  return prisma.$queryRaw<Insatsantal[]>`
    WITH arenden AS (
      SELECT a.id, a."insatsId", a.lage, r."remittentId" = ${person} AS remittent,
        coalesce(a."koordinatorId" = ${person}, FALSE) AS koordinator
      FROM arende a JOIN remiss r ON r."arendeId" = a.id WHERE a.id = ANY(${ids(arenden)})),
    uppgifter AS (
      SELECT a."insatsId", u.forfaller, u.typ FROM arenden a JOIN uppgift u ON u."arendeId" = a.id
      WHERE u.avslutad IS NULL AND u."tilldeladId" IS DISTINCT FROM ${person} AND (
        u."anvandareId" = ${person} OR (u."anvandareId" IS NULL AND u."verksamhetId" IS NULL
          AND (u.roll = 'koordinator' AND a.koordinator OR u.roll = 'handlaggare' AND a.remittent)))
      UNION ALL
      SELECT a."insatsId", u.forfaller, u.typ FROM uppgift u JOIN arende a ON a.id = u."arendeId"
      WHERE u.avslutad IS NULL AND u."tilldeladId" = ${person}
      UNION ALL
      SELECT u."insatsId", u.forfaller, u.typ FROM insatsuppgift u
      WHERE u.avslutad IS NULL AND u."tilldeladId" = ${person}),
    frister AS (
      SELECT a."insatsId", coalesce(f->>'uppgift' = 'uppfoljning', FALSE) AS uppfoljning
      FROM arenden a, jsonb_array_elements(a.lage->'frister') f
      WHERE a.koordinator OR f->'mal'->>'person' = ${person}::text),
    moten AS (
      SELECT t."insatsId" FROM kallelse k JOIN mote m ON m.id = k."moteId" JOIN team t ON t.id = m."teamId"
      WHERE k."anvandareId" = ${person} AND NOT k.installd AND m.borjar > ${nu}::timestamptz
        AND (t.id = ANY(${ids(team)}) OR t."insatsId" = ANY(${ids(leder)})))
    SELECT * FROM (
      SELECT i.id AS "insatsId", i.namn AS insats,
        (SELECT count(*)::int FROM arenden x WHERE x."insatsId" = i.id) AS arenden,
        (SELECT count(*)::int FROM uppgifter x WHERE x."insatsId" = i.id) AS uppgifter,
        (SELECT count(*)::int FROM uppgifter x WHERE x."insatsId" = i.id AND x.forfaller < ${idag}::date) AS forsenade,
        (SELECT count(*)::int FROM uppgifter x WHERE x."insatsId" = i.id AND x.typ = 'uppfoljning')
          + (SELECT count(*)::int FROM frister x WHERE x."insatsId" = i.id AND x.uppfoljning) AS uppfoljningar,
        (SELECT count(*)::int FROM frister x WHERE x."insatsId" = i.id AND NOT x.uppfoljning) AS bevakningar,
        (SELECT count(*)::int FROM moten x WHERE x."insatsId" = i.id) AS moten
      FROM insats i) s
    WHERE s."insatsId" = ANY(${ids(insatser)}) OR arenden + uppgifter + bevakningar + uppfoljningar + moten > 0
    ORDER BY insats`;
}
