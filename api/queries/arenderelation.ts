import type { Arenderelation } from '../../domain/atkomst.js';
import type { PrismaClient } from '../../prisma/client.js';
import { relationSql } from '../../prisma/relation-sql.js';

/** What is needed to judge a person's rights to an ärende: ids, codes and dates only. */
export interface Arendeatkomst {
  readonly id: string;
  readonly nummer: string;
  readonly relation: Arenderelation;
}

/**
 * Reads how people relate to an ärende, in one statement and without personal data, so that the rule can be asked before
 * anything is logged or shown.
 *
 * @param nummer as in the address, `SAMBA-2026-0042`
 * @returns undefined when no ärende has the number
 */
export async function findArendeatkomst(prisma: PrismaClient, nummer: string): Promise<Arendeatkomst | undefined> {
  const rows = await prisma.$queryRaw<{ atkomst: Arendeatkomst }[]>`
    SELECT json_build_object(
      'id', a.id, 'nummer', a.nummer,
      'relation', ${relationSql}
    ) AS atkomst
    FROM arende a JOIN remiss r ON r."arendeId" = a.id JOIN insats i ON i.id = a."insatsId"
    WHERE a.nummer = ${nummer}`;
  return rows[0]?.atkomst;
}
