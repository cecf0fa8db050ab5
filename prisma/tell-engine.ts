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
 * Tells every insats in whose teams a person sits to look who is to be called to its meetings: she wants to hear of them in
 * another way, or is there no longer. @param nu as of {@link tellInsats}
 */
export async function tellInsatserOf(tx: Pick<Transaction, '$executeRaw'>, anvandareId: string, nu: string) {
  await tx.$executeRaw`
    INSERT INTO motoruppdrag (slag, "refId", skapat)
    SELECT DISTINCT 'insats', t."insatsId", ${new Date(nu)}::timestamptz
    FROM teammedlem m JOIN team t ON t.id = m."teamId" WHERE m."anvandareId" = ${anvandareId}::uuid`;
}

/** Tells a case to look at its row again, which is ahead of what the case knows. @param nu as of {@link tellInsats} */
export const tellArende = (tx: Pick<Transaction, 'motoruppdrag'>, arendeId: string, nu: string): Promise<void> =>
  tell(tx, 'avstamning', arendeId, nu);

async function tell(tx: Pick<Transaction, 'motoruppdrag'>, slag: string, refId: string, nu: string): Promise<void> {
  await tx.motoruppdrag.create({ data: { slag, refId, skapat: nu } });
}
