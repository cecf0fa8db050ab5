import { rattTill, type Arenderelation, type Person } from '../../domain/atkomst.js';
import type { Dag } from '../../domain/kalender/kalender.js';
import type { PrismaClient } from '../../prisma/client.js';
import { relationSql } from '../../prisma/relation-sql.js';

/** Another ärende that belongs together with the one at hand, and that the reader may read. */
export interface Arendelankvy {
  readonly nummer: string;
  readonly insats: string;
  readonly fas: string;
  /** Why they belong together; `fore` when the other one was there first. */
  readonly slag: 'annan_insats' | 'samma_person';
  readonly fore: boolean;
}

interface Lankrad extends Arendelankvy {
  readonly relation: Arenderelation;
}

/**
 * The ärenden that belong together with one: the same person's, and the one that it was sent on to or from. Those that
 * the person may not read are not told of, nor counted.
 */
export async function readArendelankar(
  prisma: PrismaClient,
  arendeId: string,
  person: Person,
  idag: Dag,
): Promise<readonly Arendelankvy[]> {
  const rows = await prisma.$queryRaw<{ lank: Lankrad }[]>`
    SELECT json_build_object('nummer', a.nummer, 'insats', i.namn, 'fas', a.fas, 'slag', l.slag, 'fore', l.fore,
      'relation', ${relationSql}) AS lank
    FROM (
      SELECT "tillId" AS id, slag, slag = 'samma_person' AS fore FROM arendelank WHERE "franId" = ${arendeId}::uuid
      UNION ALL
      SELECT "franId", slag, slag <> 'samma_person' FROM arendelank WHERE "tillId" = ${arendeId}::uuid) l
    JOIN arende a ON a.id = l.id JOIN remiss r ON r."arendeId" = a.id JOIN insats i ON i.id = a."insatsId"
    ORDER BY a.skapad, a.nummer`;
  return rows
    .map(({ lank }) => lank)
    .filter(({ relation }) => rattTill(person, 'las_arende', relation, idag) !== undefined)
    .map(({ relation: _relation, ...lank }) => lank);
}
