import type { Transaction } from '../../prisma/client.js';
import { tellInsats } from '../../prisma/tell-engine.js';

/** How an offer of a place ended; taken back: the case left the queue without an answer to it. */
export type Erbjudandeutfall = 'ja' | 'nej' | 'ej_nadd' | 'aterkallat';

/**
 * Ends the offer of a place that is open in an ärende, if there is one, and lets the insats look at its places again.
 *
 * @param nu the moment of the transaction, ISO
 */
export async function endErbjudande(
  tx: Transaction,
  arendeId: string,
  utfall: Erbjudandeutfall,
  nu: string,
): Promise<void> {
  const ended = await tx.platserbjudande.updateManyAndReturn({
    where: { arendeId, avslutat: null },
    data: { avslutat: nu, utfall },
    select: { insatsId: true },
  });
  for (const { insatsId } of ended) await tellInsats(tx, insatsId, nu);
}

/**
 * What the tables have to say of a case that leaves the queue (`lamnaKo`): its turn is over and an offered place goes on.
 * Changes nothing for a case that is not in the queue.
 *
 * @param nu the moment of the transaction, ISO
 */
export async function recordLamnadKo(
  tx: Transaction,
  arendeId: string,
  nu: string,
  utfall: Erbjudandeutfall = 'aterkallat',
): Promise<void> {
  const left = await tx.koplats.updateManyAndReturn({
    where: { arendeId, lamnad: null },
    data: { lamnad: nu },
    select: { insatsId: true },
  });
  // the last to leave ends the look at the queue
  for (const { insatsId } of left) await tellInsats(tx, insatsId, nu);
  await endErbjudande(tx, arendeId, utfall, nu);
}
