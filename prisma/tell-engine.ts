import type { Transaction } from './client.js';

/**
 * Tells the insats to look at its row, its places, its queue and its meetings again: somebody has joined the queue, a place
 * has become free, somebody else comes to a meeting, or a decision stands in its row that nobody has answered for. Belongs
 * in the transaction that made it so; the insats hears of it however the machines fail in between.
 *
 * @param nu the moment of that transaction, ISO
 */
export const tellInsats = (tx: Pick<Transaction, 'motoruppdrag'>, insatsId: string, nu: string): Promise<void> =>
  tell(tx, 'insats', insatsId, nu);

/**
 * Tells every insats that a person leads, or in whose teams she sits, to look who is to be called to its meetings: she wants
 * to hear of them in another way, has left or come back, or has taken over from somebody. @param nu as of {@link tellInsats}
 */
export async function tellInsatserOf(tx: Pick<Transaction, '$executeRaw'>, anvandareId: string, nu: string) {
  await tx.$executeRaw`
    INSERT INTO motoruppdrag (slag, "refId", skapat)
    SELECT 'insats', i.id, ${new Date(nu)}::timestamptz FROM insats i
    WHERE EXISTS (
      SELECT 1 FROM teammedlem m JOIN team t ON t.id = m."teamId"
      WHERE t."insatsId" = i.id AND m."anvandareId" = ${anvandareId}::uuid)
    OR EXISTS (
      SELECT 1 FROM roll r WHERE r."anvandareId" = ${anvandareId}::uuid AND r.roll = 'sammankallande'
        AND coalesce(r."insatsId", i.id) = i.id)`;
}

/** Tells a case to look at its row again, which is ahead of what the case knows. @param nu as of {@link tellInsats} */
export const tellArende = (tx: Pick<Transaction, 'motoruppdrag'>, arendeId: string, nu: string): Promise<void> =>
  tell(tx, 'avstamning', arendeId, nu);

/**
 * Tells the open ärenden in which a person is one of those named to look whether they can still go on: she has left or
 * come back, or holds a role no longer or again. @param nu as of {@link tellInsats}
 */
export async function tellNamngivandeArenden(tx: Pick<Transaction, '$executeRaw'>, anvandareId: string, nu: string) {
  await tx.$executeRaw`
    INSERT INTO motoruppdrag (slag, "refId", skapat)
    SELECT 'avstamning', a.id, ${new Date(nu)}::timestamptz FROM arende a
    WHERE a.fas <> 'stangd' AND jsonb_exists(a.lage -> 'namngivna', ${anvandareId})`;
}

async function tell(tx: Pick<Transaction, 'motoruppdrag'>, slag: string, refId: string, nu: string): Promise<void> {
  await tx.motoruppdrag.create({ data: { slag, refId, skapat: nu } });
}
