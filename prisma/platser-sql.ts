import { Prisma } from './client.js';

/** What counting places works with. */
export interface Platsfraga {
  /** The column or value that names the insats. */
  readonly insatsId: Prisma.Sql;
  /** `ÅÅÅÅ-MM-DD` */
  readonly dag: string;
  readonly pausFrigorPlats: boolean | Prisma.Sql;
}

/**
 * The condition that a row of `deltagande d` holds a place of its insats on a day: everybody who takes part, except
 * those whose pause gives the place to the next where the profile says so (design 2.5).
 */
export const harPlatsSql = ({ dag, pausFrigorPlats }: Omit<Platsfraga, 'insatsId'>): Prisma.Sql => Prisma.sql`(
  (d."platsFri" IS NULL OR d."platsFri" > ${dag}::date)
  AND NOT (${pausFrigorPlats} AND EXISTS (
    SELECT 1 FROM paus p WHERE p."arendeId" = d."arendeId"
      AND p.fran <= ${dag}::date AND coalesce(p.slutade, p.till) >= ${dag}::date)))`;

/** What the tables hold about the places of an insats on a day, as a JSON object in SQL: `Platsunderlag` of domain/platser. */
export const platsunderlagSql = ({ insatsId, ...fraga }: Platsfraga): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object('upptagna', count(*), 'overinskrivna', count(*) FILTER (WHERE d.overinskrivning),
    'erbjudna', (SELECT count(*) FROM platserbjudande e WHERE e."insatsId" = ${insatsId} AND e.avslutat IS NULL))
  FROM deltagande d WHERE d."insatsId" = ${insatsId} AND ${harPlatsSql(fraga)})`;
