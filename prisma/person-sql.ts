import type { Uppgiftsperson } from '../domain/uppgiftsagare.js';
import { Prisma, type Transaction } from './client.js';
import { ersattaSql } from './ersattare.js';

const roller = (person: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('roll', pr.roll, 'insatsId', pr."insatsId", 'insatsKod', pi.kod, 'part', pr.part)
                  ORDER BY pr.roll, pi.kod, pr.part)
  FROM roll pr LEFT JOIN insats pi ON pi.id = pr."insatsId" WHERE pr."anvandareId" = ${person}), '[]')`;

const team = (person: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT json_agg(json_build_object('teamId', pm."teamId", 'insatsId', pt."insatsId",
                                    'verksamhetId', pm."verksamhetId", 'ersattare', pm.ersattare) ORDER BY pt.kod)
  FROM teammedlem pm JOIN team pt ON pt.id = pm."teamId" WHERE pm."anvandareId" = ${person}), '[]')`;

/**
 * What the access rule needs to know of a person (domain/atkomst.ts: Person), as members of one JSON object: roles, seats,
 * and the same of those whom she stands in for on a day. For `anvandare a`.
 *
 * @param dag the Swedish day, `YYYY-MM-DD`
 */
export const personSql = (dag: string): Prisma.Sql => Prisma.sql`
  'id', a.id, 'roller', ${roller(Prisma.sql`a.id`)}, 'team', ${team(Prisma.sql`a.id`)},
  'ersatter', coalesce((
    SELECT json_agg(json_build_object('id', pa.id, 'namn', pa.namn, 'verksamhetId', pa."verksamhetId",
                                      'roller', ${roller(Prisma.sql`pa.id`)}, 'team', ${team(Prisma.sql`pa.id`)})
                    ORDER BY pa.namn COLLATE "sv-x-icu", pa.id)
    FROM anvandare pa WHERE pa.id IN ${ersattaSql(Prisma.sql`a.id`, dag)}), '[]')`;

/**
 * Reads what the access rule needs to know of a person, in one statement: what she may do herself on a day, and in whose
 * place. Active or not: who has left is asked about elsewhere.
 *
 * @param dag the Swedish day, `YYYY-MM-DD`
 * @throws when there is no such person
 */
export async function readPerson(db: Pick<Transaction, '$queryRaw'>, id: string, dag: string): Promise<Uppgiftsperson> {
  const [found] = await db.$queryRaw<{ person: Uppgiftsperson }[]>`
    SELECT json_strip_nulls(json_build_object(${personSql(dag)})) AS person FROM anvandare a WHERE a.id = ${id}::uuid`;
  if (!found) throw new Error(`There is no person ${id}`);
  return found.person;
}
