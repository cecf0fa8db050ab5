import { Prisma } from './client.js';

/**
 * Who comes to all meetings of a team, as rows of `"teamId"` and `"anvandareId"`, each person once: those who lead its
 * insats, the ordinary members, and where those of a verksamhet have left its ersättare. Who has left comes to none.
 */
export const motesfolkSql = Prisma.sql`(
  SELECT mt.id AS "teamId", mr."anvandareId" FROM team mt
  JOIN roll mr ON mr.roll = 'sammankallande' AND coalesce(mr."insatsId", mt."insatsId") = mt."insatsId"
  JOIN anvandare ma ON ma.id = mr."anvandareId" AND ma.aktiv
  UNION
  SELECT mp."teamId", mp."anvandareId" FROM teammedlem mp
  JOIN anvandare ma ON ma.id = mp."anvandareId" AND ma.aktiv
  WHERE NOT mp.ersattare OR NOT EXISTS (
    SELECT 1 FROM teammedlem mo JOIN anvandare moa ON moa.id = mo."anvandareId" AND moa.aktiv
    WHERE mo."teamId" = mp."teamId" AND mo."verksamhetId" = mp."verksamhetId" AND NOT mo.ersattare))`;
