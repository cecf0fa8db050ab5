import type { Transaction } from '../../prisma/client.js';
import type { Arenderad } from '../transaktion.js';

/** The meeting on whose agenda the ärende stood before the decision. */
export async function currentMote(tx: Transaction, { lage, teamId }: Arenderad): Promise<{ id: string }> {
  if (!lage.mote) throw new Error(`The ärende ${lage.arendeId} is on no agenda`);
  return tx.mote.findUniqueOrThrow({
    where: { teamId_borjar: { teamId, borjar: lage.mote.borjar } },
    select: { id: true },
  });
}
