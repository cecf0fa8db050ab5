import type { Arenderelation } from '../../domain/atkomst.js';
import type { Fordelbar, Kollega } from '../../domain/tilldelning.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import { Prisma, type PrismaClient, type Transaction } from '../../prisma/client.js';
import { personSql } from '../../prisma/person-sql.js';
import { relationSql } from '../../prisma/relation-sql.js';

/**
 * Somebody as the rules of who has a task know her, as one JSON value; for `anvandare a`.
 *
 * @param dag the Swedish day, `YYYY-MM-DD`
 */
export const kollegaSql = (dag: string): Prisma.Sql =>
  Prisma.sql`json_strip_nulls(json_build_object('namn', a.namn, 'aktiv', a.aktiv, ${personSql(dag)}))`;

/** What the rules of who has a task are asked about; with `uppgift u`, `arende a`, `remiss r` and `insats i`. */
export interface Fordelbarrad {
  readonly typ: Uppgiftstyp;
  readonly roll: string;
  readonly verksamhetId: string | null;
  readonly personId: string | null;
  readonly forfaller: string;
  readonly vilarTill: string | null;
  readonly tilldelad: Kollega | null;
  readonly relation: Arenderelation;
}

export const fordelbarColumns = (
  dag: string,
): Prisma.Sql => Prisma.sql`u.typ, u.roll, u."verksamhetId", u."anvandareId" AS "personId",
  u.forfaller::text AS forfaller, u."vilarTill"::text AS "vilarTill",
  (SELECT ${kollegaSql(dag)} FROM anvandare a WHERE a.id = u."tilldeladId") AS tilldelad, ${relationSql} AS relation`;

/** The task as the rules know it. */
export const toFordelbar = (row: Fordelbarrad): Fordelbar => ({
  typ: row.typ,
  roll: row.roll,
  verksamhetId: row.verksamhetId ?? undefined,
  personId: row.personId ?? undefined,
  forfaller: row.forfaller,
  tilldelad: row.tilldelad ?? undefined,
  vilarTill: row.vilarTill ?? undefined,
});

/** A task that is to be moved, open or ended; no personal data. */
export interface Lastuppgift extends Fordelbarrad {
  readonly id: string;
  readonly arendeId: string;
  readonly nummer: string;
  readonly insats: string;
  /** the ärende's */
  readonly version: number;
  readonly avslutad: boolean;
}

/**
 * Reads tasks as the rules of moving them know them, least time left first, in one statement.
 *
 * @param dag the Swedish day, `YYYY-MM-DD`
 */
export const lasFordelbara = (
  db: PrismaClient | Transaction,
  ids: readonly string[],
  dag: string,
): Promise<Lastuppgift[]> =>
  db.$queryRaw<Lastuppgift[]>`
    SELECT u.id, a.id AS "arendeId", a.nummer, i.namn AS insats, a.version, u.avslutad IS NOT NULL AS avslutad, ${fordelbarColumns(dag)}
    FROM uppgift u
    JOIN arende a ON a.id = u."arendeId"
    JOIN remiss r ON r."arendeId" = a.id
    JOIN insats i ON i.id = a."insatsId"
    WHERE u.id = ANY(${[...ids]})
    ORDER BY u.forfaller, a.nummer, u.id`;
