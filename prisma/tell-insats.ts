import type { Transaction } from './client.js';

/**
 * Tells the insats to look at its places and its queue again: somebody has joined the queue, or a place has become free.
 * Belongs in the transaction that made it so; the insats hears of it however the machines fail in between.
 *
 * @param nu the moment of that transaction, ISO
 */
export const tellInsats = async (tx: Transaction, insatsId: string, nu: string): Promise<void> => {
  await tx.motoruppdrag.create({ data: { slag: 'insats', refId: insatsId, skapat: nu } });
};
