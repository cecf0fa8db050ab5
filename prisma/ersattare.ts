import { Prisma, type Transaction } from './client.js';

/*
 * Who stands in for whom on a day. An absence leads from who is away to her ersättare; when that one is away too, on to
 * hers, and so on, nobody twice. It counts while both are active and work at the same verksamhet. At the end stands
 * somebody who is not away herself; where the way ends otherwise (in a circle, with somebody who has left) nobody stands
 * in, and what is the absent person's stays hers.
 */

/** The absences `f` that lead on a day from who is away to her ersättare. No alias of theirs is one of the statements around. */
const leder = (dag: string) => Prisma.sql`
  franvaro f JOIN anvandare fa ON fa.id = f."anvandareId" JOIN anvandare fe ON fe.id = f."ersattareId"
  AND fa."verksamhetId" = fe."verksamhetId" AND fa.aktiv AND fe.aktiv
  AND f.borttagen IS NULL AND f.fran <= ${dag}::date AND f.till >= ${dag}::date`;

/** Whether a person is away on a day. */
const borta = (anvandareId: Prisma.Sql, dag: string) => Prisma.sql`EXISTS (
  SELECT 1 FROM franvaro fb WHERE fb."anvandareId" = ${anvandareId} AND fb.borttagen IS NULL
    AND fb.fran <= ${dag}::date AND fb.till >= ${dag}::date)`;

/**
 * The ids of those whom a person stands in for on a day, as a subquery; nobody while she is away herself.
 *
 * @param anvandareId her id, as written in the statement around
 * @param dag the Swedish day, `YYYY-MM-DD`
 */
export const ersattaSql = (anvandareId: Prisma.Sql, dag: string): Prisma.Sql => Prisma.sql`(
  WITH RECURSIVE ersatt(id) AS (
    SELECT f."anvandareId" FROM ${leder(dag)} WHERE f."ersattareId" = ${anvandareId} AND NOT ${borta(anvandareId, dag)}
    UNION
    SELECT f."anvandareId" FROM ersatt n CROSS JOIN ${leder(dag)} WHERE f."ersattareId" = n.id)
  SELECT id FROM ersatt)`;

/**
 * Who stands in for some people on a day: whoever is to be told, or to do, what is theirs. Ask it last, of everybody that
 * a rule or a role has found: `const star = await ersattareFor(tx, ids, idag)`, then `star.get(id) ?? id`.
 *
 * @param ids of the people that something concerns
 * @param dag the Swedish day, `YYYY-MM-DD`
 * @returns the ersättare by the id of who is away; who is not away, or has nobody who can stand in, is missing
 */
export async function ersattareFor(
  tx: Pick<Transaction, '$queryRaw'>,
  ids: readonly string[],
  dag: string,
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ fran: string; till: string }[]>`
    WITH RECURSIVE vag(fran, till) AS (
      SELECT f."anvandareId", f."ersattareId" FROM ${leder(dag)} WHERE f."anvandareId" = ANY(${[...ids]}::uuid[])
      UNION
      SELECT v.fran, f."ersattareId" FROM vag v CROSS JOIN ${leder(dag)} WHERE f."anvandareId" = v.till)
    SELECT v.fran, v.till FROM vag v WHERE NOT ${borta(Prisma.sql`v.till`, dag)}`;
  return new Map(rows.map(({ fran, till }) => [fran, till]));
}

/** The ids of those whom a person stands in for on a day; the other way round than {@link ersattareFor}. */
export async function ersattaAv(
  tx: Pick<Transaction, '$queryRaw'>,
  anvandareId: string,
  dag: string,
): Promise<string[]> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM ${ersattaSql(Prisma.sql`${anvandareId}::uuid`, dag)} e`;
  return rows.map(({ id }) => id);
}
