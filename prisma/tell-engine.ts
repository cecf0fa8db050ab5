import type { Transaction } from './client.js';

/**
 * Tells the insats to look at its row, its places and its queue again: somebody has joined the queue, a place has become
 * free, or a decision stands in its row that nobody has answered for. Belongs in the transaction that made it so; the insats
 * hears of it however the machines fail in between.
 *
 * @param nu the moment of that transaction, ISO
 */
export const tellInsats = (tx: Pick<Transaction, 'motoruppdrag'>, insatsId: string, nu: string): Promise<void> =>
  tell(tx, 'insats', insatsId, nu);

/** Tells a case to look at its row again, which is ahead of what the case knows. @param nu as of {@link tellInsats} */
export const tellArende = (tx: Pick<Transaction, 'motoruppdrag'>, arendeId: string, nu: string): Promise<void> =>
  tell(tx, 'avstamning', arendeId, nu);

async function tell(tx: Pick<Transaction, 'motoruppdrag'>, slag: string, refId: string, nu: string): Promise<void> {
  await tx.motoruppdrag.create({ data: { slag, refId, skapat: nu } });
}
