import type { Person } from '../../domain/atkomst.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { isOneOf, rackviddFor, teamOf, withinRackvidd } from './rackvidd.js';

/** A meeting of the day; no personal data. */
export interface Dagsmote {
  /** Missing for one that is only planned: nothing stands on its agenda. */
  readonly id?: string;
  readonly borjar: Date;
  readonly team: string;
  readonly insats: string;
  readonly arenden: number;
}

/**
 * The meetings of a day of the teams that a person sits in or leads, the first on top; those that are not held are left
 * out. One statement.
 *
 * @param dag the Swedish day, `YYYY-MM-DD`
 */
export async function dagensMoten(prisma: PrismaClient, person: Person, dag: string): Promise<Dagsmote[]> {
  const own = Prisma.sql`(${isOneOf(Prisma.sql`t.id`, teamOf(person))}
    OR ${withinRackvidd(Prisma.sql`i.id`, rackviddFor(person, ['sammankallande']))})`;
  const samma = (instant: Prisma.Sql) => Prisma.sql`(${instant} AT TIME ZONE 'Europe/Stockholm')::date = ${dag}::date`;
  const rows = await prisma.$queryRaw<(Omit<Dagsmote, 'id'> & { id: string | null })[]>`
    SELECT m.id, m.borjar, t.namn AS team, i.namn AS insats,
      (SELECT count(*) FROM motespunkt p WHERE p."moteId" = m.id AND NOT p.utgatt)::int AS arenden
    FROM mote m JOIN team t ON t.id = m."teamId" JOIN insats i ON i.id = t."insatsId"
    WHERE ${own} AND NOT m.installt AND ${samma(Prisma.sql`m.borjar`)}
    UNION ALL
    SELECT NULL, (p->>'borjar')::timestamptz, t.namn, i.namn, 0
    FROM team t JOIN insats i ON i.id = t."insatsId", jsonb_array_elements(i.lage->'moten'->t.kod) p
    WHERE ${own} AND ${samma(Prisma.sql`(p->>'borjar')::timestamptz`)}
      AND NOT EXISTS (SELECT 1 FROM mote pm WHERE pm."teamId" = t.id AND pm.borjar = (p->>'borjar')::timestamptz)
    ORDER BY 2, 4, 3`;
  return rows.map(({ id, ...mote }) => (id === null ? mote : { id, ...mote }));
}
