import type { PrismaClient } from '../prisma/client.js';

/**
 * Writes, when a worker starts, whom the engine is to tell to look: every insats, which starts the ones that never ran,
 * and every open case that changed within a day of the last change of all. A case whose worker and engine both died
 * between its transaction and the end of its workflow task would otherwise keep waiting for what no longer is due.
 * Telling in vain changes nothing; what is written already is not written twice.
 */
export async function tellAllAtStart(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`
    WITH berorda AS (
      SELECT 'insats' AS slag, id FROM insats
      UNION
      SELECT 'avstamning', a.id FROM handelse h JOIN arende a ON a.id = h."arendeId"
      WHERE a.fas <> 'stangd' AND h.nar > (SELECT max(nar) FROM handelse) - interval '1 day')
    INSERT INTO motoruppdrag (slag, "refId")
    SELECT b.slag, b.id FROM berorda b
    WHERE NOT EXISTS (SELECT 1 FROM motoruppdrag m WHERE m.slag = b.slag AND m."refId" = b.id)`;
}
