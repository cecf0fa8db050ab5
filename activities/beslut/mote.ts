import type { Transaction } from '../../prisma/client.js';
import type { Arenderad } from '../transaktion.js';

/**
 * The meeting on whose agenda the ärende stood before the decision. Found by its place on the agenda and not by the hour:
 * the meeting may have been moved a moment ago.
 *
 * @throws when it stands on no agenda
 */
export async function currentMote(tx: Transaction, { id }: Arenderad): Promise<{ id: string }> {
  return tx.mote.findFirstOrThrow({
    where: { punkter: { some: { arendeId: id, utgatt: false } } },
    orderBy: { borjar: 'desc' },
    select: { id: true },
  });
}
