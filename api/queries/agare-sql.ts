import { Prisma } from '../../prisma/client.js';

/** The verksamheter behind the roles around `arende a`: the remittent's, the koordinator's and the huvudman's. */
export const agareJoin = Prisma.sql`
    JOIN insats i ON i.id = a."insatsId"
    JOIN verksamhet hv ON hv.id = i."huvudmanId"
    JOIN remiss r ON r."arendeId" = a.id
    JOIN verksamhet rv ON rv.id = r."verksamhetId"
    LEFT JOIN anvandare k ON k.id = a."koordinatorId"
    LEFT JOIN verksamhet kv ON kv.id = k."verksamhetId"`;

/** The verksamhet of the one who owes a task by role; with `agareJoin`. */
export const agareSql = (roll: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE ${roll} WHEN 'handlaggare' THEN rv.namn WHEN 'koordinator' THEN kv.namn
             WHEN 'sammankallande' THEN hv.namn END`;
