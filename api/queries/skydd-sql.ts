import type { Person } from '../../domain/atkomst.js';
import { Prisma } from '../../prisma/client.js';
import { isPanyttSql, namngivnaSql } from '../../prisma/relation-sql.js';
import { rackviddFor, withinRackvidd } from './rackvidd.js';

const { sql } = Prisma;

/** That the person of `arende a` is protected. */
export const isSkyddad = sql`(SELECT vi.skyddad FROM individ vi WHERE vi.id = a."individId")`;

/** What stands in the place of a number where an ärende is only counted. */
export const SKYDDAT_ARENDE = 'Skyddat ärende';

/**
 * That a list may bring `arende a` to a person (domain/atkomst.ts: stallenI): that of a protected person to those named
 * in it, and until they are to who sent it, its koordinator and the sammankallande of the insats; to the two latter when others
 * are to be named anew.
 */
export const visasFor = (person: Person): Prisma.Sql => sql`(NOT ${isSkyddad}
  OR jsonb_exists(${namngivnaSql(sql`a`)}, ${person.id})
  OR (${namngivnaSql(sql`a`)} = '[]' AND (a."koordinatorId" = ${person.id}::uuid
    OR (NOT ${isPanyttSql(sql`a`)}
      AND EXISTS (SELECT 1 FROM remiss vr WHERE vr."arendeId" = a.id AND vr."remittentId" = ${person.id}::uuid))
    OR ${withinRackvidd(sql`a."insatsId"`, rackviddFor({ ...person, ersatter: [] }, ['sammankallande']))})))`;

/** The same by somebody's id alone: in nobody's place. */
export const arSynligt = (id: string): Prisma.Sql => sql`(NOT ${isSkyddad}
  OR jsonb_exists(${namngivnaSql(sql`a`)}, ${id})
  OR (${namngivnaSql(sql`a`)} = '[]' AND (a."koordinatorId" = ${id}::uuid
    OR (NOT ${isPanyttSql(sql`a`)}
      AND EXISTS (SELECT 1 FROM remiss vr WHERE vr."arendeId" = a.id AND vr."remittentId" = ${id}::uuid))
    OR EXISTS (SELECT 1 FROM roll vo WHERE vo."anvandareId" = ${id}::uuid AND vo.roll = 'sammankallande'
      AND coalesce(vo."insatsId", a."insatsId") = a."insatsId"))))`;

/** The number of `arende a` for who may only count that of a protected person. */
export const synligtNummer = sql`CASE WHEN ${isSkyddad} THEN ${SKYDDAT_ARENDE} ELSE a.nummer END`;

/** The same where a person may be one of those named. */
export const synligtNummerFor = (person: Person): Prisma.Sql =>
  sql`CASE WHEN ${visasFor(person)} THEN a.nummer ELSE ${SKYDDAT_ARENDE} END`;
