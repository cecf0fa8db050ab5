import { addDays, weekday } from '../../domain/kalender/tid.js';
import type { Uppgiftsperson } from '../../domain/uppgiftsagare.js';
import type { PrismaClient } from '../../prisma/client.js';
import { insatskomSql, isMinInsatsuppgift } from './uppgiftsregel-sql.js';
import { readUppgifter, type Uppgiftslasare, type Uppgiftsrad } from './uppgifter.js';
import { synligaUppgifter } from './uppgiftsurval.js';

/** What a person is to do, by how little time is left, and apart what is put aside or waits for a day. */
export type Grupp = 'forsenat' | 'idag' | 'veckan' | 'senare' | 'vilar' | 'vantar';

/** A group of a person's tasks: how many, and the first of them. */
export interface Uppgiftsgrupp {
  readonly antal: number;
  readonly rader: readonly Uppgiftsrad[];
}

const INGEN: Uppgiftsgrupp = { antal: 0, rader: [] };

/**
 * A person's own tasks of ärenden in their groups, least time left first, in two statements.
 *
 * @param most how many rows of each group
 * @param idag today in Sweden, `YYYY-MM-DD`; the week ends on its Sunday
 */
export async function minaUppgifter(
  prisma: PrismaClient,
  person: Uppgiftslasare,
  idag: string,
  most: number,
): Promise<Readonly<Record<Grupp, Uppgiftsgrupp>>> {
  const sondag = addDays(idag, 7 - weekday(idag));
  const groups = await prisma.$queryRaw<{ grupp: Grupp; antal: number; ids: string[] }[]>`
    SELECT m.grupp, count(*)::int AS antal,
      (array_agg(m.id ORDER BY CASE WHEN m.lage = 'vantar' THEN m.fran ELSE m.forfaller::text END, m.nummer, m.id))[1:${most}::int] AS ids
    FROM (
      SELECT s.*, CASE WHEN s.lage <> 'nu' THEN s.lage WHEN s.forfaller < ${idag}::date THEN 'forsenat'
        WHEN s.forfaller = ${idag}::date THEN 'idag' WHEN s.forfaller <= ${sondag}::date THEN 'veckan' ELSE 'senare' END AS grupp
      FROM (${synligaUppgifter(person, idag)}) s WHERE s.min) m
    GROUP BY m.grupp`;
  const rader = await readUppgifter(
    prisma,
    person,
    groups.flatMap(({ ids }) => ids),
    idag,
  );
  const byId = new Map(rader.map((rad) => [rad.id, rad]));
  const of = (which: Grupp): Uppgiftsgrupp => {
    const found = groups.find(({ grupp }) => grupp === which);
    return found ? { antal: found.antal, rader: found.ids.flatMap((id) => byId.get(id) ?? []) } : INGEN;
  };
  return {
    forsenat: of('forsenat'),
    idag: of('idag'),
    veckan: of('veckan'),
    senare: of('senare'),
    vilar: of('vilar'),
    vantar: of('vantar'),
  };
}

/** What every page tells of a person's tasks. */
export interface Uppgiftsantal {
  /** what she is to do now, of ärenden and of whole insatser */
  readonly mina: number;
  /** of those, what came after she last opened her list */
  readonly olasta: number;
  /** when that was, ISO; missing when she never has */
  readonly sedda?: string;
}

/**
 * Counts what a person is to do now, in one statement: the number of the menu, of the start page and of the list.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function readUppgiftsantal(
  prisma: PrismaClient,
  person: Uppgiftsperson,
  idag: string,
): Promise<Uppgiftsantal> {
  const rows = await prisma.$queryRaw<{ mina: number; olasta: number; sedda: Date | null }[]>`
    SELECT me.sedda, count(t.kom)::int AS mina,
      count(t.kom) FILTER (WHERE me.sedda IS NULL OR t.kom > me.sedda)::int AS olasta
    FROM (SELECT "uppgifterSedda" AS sedda FROM anvandare WHERE id = ${person.id}::uuid) me
    LEFT JOIN (
      SELECT s.kom FROM (${synligaUppgifter(person, idag)}) s WHERE s.min AND s.lage = 'nu'
      UNION ALL
      SELECT ${insatskomSql(person)} FROM insatsuppgift a
      WHERE a.avslutad IS NULL AND ${isMinInsatsuppgift(person, idag)}) t ON TRUE
    GROUP BY me.sedda`;
  const { mina = 0, olasta = 0, sedda = null } = rows[0] ?? {};
  return { mina, olasta, ...(sedda && { sedda: sedda.toISOString() }) };
}

/** Marks everything that has come until now as seen: the person has opened her list. */
export async function markeraSedda(prisma: PrismaClient, anvandareId: string, nu: Date): Promise<void> {
  await prisma.$executeRaw`UPDATE anvandare SET "uppgifterSedda" = ${nu} WHERE id = ${anvandareId}::uuid`;
}
