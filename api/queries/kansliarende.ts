import { rattTill, type Arenderelation, type Person } from '../../domain/atkomst.js';
import type { Fas } from '../../domain/faser.js';
import type { Rollkod } from '../../domain/koder.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { agareJoin, agareSql } from './agare-sql.js';
import { relationSql } from '../../prisma/relation-sql.js';

/*
 * The number-level view of one ärende: like kansli.ts, no column with a name, kön, age, kommun or a text about a person.
 */

/** An ärende as kansli sees it, before anything of it is shown. */
export interface Kanslihuvud {
  id: string;
  nummer: string;
  insats: string;
  fas: Fas;
  fasSedan: Date;
  skapad: Date;
  uppgift: Uppgiftstyp | null;
  roll: Rollkod | null;
  forfaller: string | null;
  startdatum: string | null;
  insatstidSlut: string | null;
  overTidenSedan: string | null;
  avslutsdatum: string | null;
}

/** The ärende of a number, when this person may see it at number level. One statement. */
export async function readKanslihuvud(
  prisma: PrismaClient,
  person: Person,
  nummer: string,
  idag: string,
): Promise<Kanslihuvud | undefined> {
  const rows = await prisma.$queryRaw<(Kanslihuvud & { relation: Arenderelation })[]>`
    SELECT a.id, a.nummer, i.namn AS insats, a.fas, a."fasSedan", a.skapad,
           a."nastaUppgift" AS uppgift, a."nastaRoll" AS roll, a."nastaForfaller"::text AS forfaller,
           a.startdatum::text AS startdatum, a."insatstidSlut"::text AS "insatstidSlut",
           a."overTidenSedan"::text AS "overTidenSedan", a.avslutsdatum::text AS avslutsdatum,
           ${relationSql} AS relation
    FROM arende a
    JOIN insats i ON i.id = a."insatsId"
    JOIN remiss r ON r."arendeId" = a.id
    WHERE a.nummer = ${nummer}`;
  const [found] = rows;
  return found && rattTill(person, 'las_nummer', found.relation, idag) ? found : undefined;
}

/** A time in a phase; `till` is missing for the phase it is in now. */
export interface Fasperiod {
  fas: Fas;
  fran: Date;
  till: Date | null;
}

/** The phases that an ärende has been in, in order, from the trace of its changes. One statement. */
export const fasperioder = (prisma: PrismaClient, arendeId: string): Promise<Fasperiod[]> =>
  prisma.$queryRaw<Fasperiod[]>`
    WITH andringar AS (
      SELECT (data ->> 'version')::int AS version, data ->> 'fas' AS fas, nar,
             lag(data ->> 'fas') OVER (ORDER BY (data ->> 'version')::int) AS innan
      FROM logg WHERE "arendeId" = ${arendeId}::uuid AND data ->> 'version' IS NOT NULL AND data ->> 'fas' IS NOT NULL)
    SELECT fas, nar AS fran, lead(nar) OVER (ORDER BY version) AS till
    FROM andringar WHERE fas IS DISTINCT FROM innan ORDER BY version`;

/** A task, open or ended, with the reminders that were sent for it. */
export interface Kansliuppgift {
  id: string;
  typ: Uppgiftstyp;
  roll: Rollkod;
  verksamhet: string | null;
  oppnad: Date;
  forfaller: string;
  avslutad: Date | null;
  avslutadSom: string | null;
  paminnelser: number;
  senastePaminnelse: Date | null;
}

/** An ärende's tasks with who owes the open ones: these first, then what was done, newest first. One statement. */
export const kansliuppgifter = (prisma: PrismaClient, arendeId: string): Promise<Kansliuppgift[]> =>
  prisma.$queryRaw<Kansliuppgift[]>`
    SELECT u.id, u.typ, u.roll, u.oppnad,
           coalesce(v.namn, CASE WHEN u.avslutad IS NULL THEN ${agareSql(Prisma.sql`u.roll`)} END) AS verksamhet,
           u.forfaller::text AS forfaller, u.avslutad,
           u."avslutadSom", count(DISTINCT s.nyckel)::int AS paminnelser,
           max(coalesce(s.skickat, s.skapat)) AS "senastePaminnelse"
    FROM uppgift u
    JOIN arende a ON a.id = u."arendeId"
    ${agareJoin}
    LEFT JOIN verksamhet v ON v.id = u."verksamhetId"
    LEFT JOIN utskick s ON s."arendeId" = u."arendeId" AND s.slag = 'paminnelse'
      AND s.status IN ('skickat', 'historiskt')
      AND s.nyckel LIKE 'paminnelse-' || split_part(u.id, '/', 2) || '-%'
    WHERE u."arendeId" = ${arendeId}::uuid
    GROUP BY u.id, v.namn, rv.namn, kv.namn, hv.namn
    ORDER BY u.avslutad DESC NULLS FIRST, u.forfaller, u.id`;

/** How many mails of a kind are in a state. */
export interface Utskicksantal {
  slag: string;
  status: string;
  /** why it was never to be sent, when it was not */
  skal: string | null;
  antal: number;
  senast: Date;
}

/** An ärende's mails, counted by kind and state. One statement. */
export const utskicksantal = (prisma: PrismaClient, arendeId: string): Promise<Utskicksantal[]> =>
  prisma.$queryRaw<Utskicksantal[]>`
    SELECT slag, status, skal, count(*)::int AS antal, max(coalesce(skickat, skapat)) AS senast
    FROM utskick WHERE "arendeId" = ${arendeId}::uuid GROUP BY slag, status, skal ORDER BY slag, status, skal`;
