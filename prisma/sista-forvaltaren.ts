import { hinder, type Hinder } from '../domain/hinder.js';
import type { Transaction } from './client.js';

/**
 * Whether a person is the only förvaltare of some part: nobody could let anybody in there after her. Holds the parter of
 * her förbund until the transaction ends, so that two who remove each other at once leave one.
 *
 * @returns the reason to keep her, if she is
 */
export async function isSistaForvaltaren(tx: Transaction, anvandareId: string): Promise<Hinder | undefined> {
  await tx.$queryRaw`
    SELECT 1 FROM part p JOIN verksamhet v ON v."forbundId" = p."forbundId"
    JOIN anvandare a ON a."verksamhetId" = v.id WHERE a.id = ${anvandareId}::uuid ORDER BY p.kod FOR UPDATE OF p`;
  const [sista] = await tx.$queryRaw<{ part: string }[]>`
    WITH forvaltare AS (
      SELECT r."anvandareId" AS id, v."forbundId", coalesce(r.part, v.part) AS part
      FROM roll r JOIN anvandare a ON a.id = r."anvandareId" AND a.aktiv JOIN verksamhet v ON v.id = a."verksamhetId"
      WHERE r.roll = 'forvaltare')
    SELECT coalesce(p.namn, f.part) AS part FROM forvaltare f
    LEFT JOIN part p ON p.kod = f.part AND p."forbundId" = f."forbundId"
    WHERE f.id = ${anvandareId}::uuid AND NOT EXISTS (
      SELECT 1 FROM forvaltare o WHERE o.id <> f.id AND o.part = f.part AND o."forbundId" = f."forbundId")
    LIMIT 1`;
  return (
    sista &&
    hinder(
      'sista_forvaltaren',
      `Personen är ensam förvaltare för ${sista.part}. Gör någon annan till förvaltare först.`,
    )
  );
}
