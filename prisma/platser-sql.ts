import { Prisma } from './client.js';

/**
 * The places of an insats that are occupied on a day, as a number in SQL: everybody who takes part, except those whose
 * pause gives the place to the next where the profile says so, and every place that is offered and not answered yet
 * (design 2.5).
 *
 * @param insatsId the column or value that names the insats
 * @param dag `ÅÅÅÅ-MM-DD`
 */
export const upptagnaSql = (
  insatsId: Prisma.Sql,
  dag: string,
  pausFrigorPlats: boolean | Prisma.Sql,
): Prisma.Sql => Prisma.sql`(
  (SELECT count(*) FROM deltagande d
    WHERE d."insatsId" = ${insatsId} AND (d."platsFri" IS NULL OR d."platsFri" > ${dag}::date)
      AND NOT (${pausFrigorPlats} AND EXISTS (
        SELECT 1 FROM paus p WHERE p."arendeId" = d."arendeId"
          AND p.fran <= ${dag}::date AND coalesce(p.slutade, p.till) >= ${dag}::date)))
  + (SELECT count(*) FROM platserbjudande e WHERE e."insatsId" = ${insatsId} AND e.avslutat IS NULL)
)`;
