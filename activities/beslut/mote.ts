import { dagordningspunkt } from '../../domain/dagordning.js';
import type { Transaction } from '../../prisma/client.js';
import type { Arenderad } from '../transaktion.js';

/**
 * The meeting on whose agenda the ärende stood before the decision; also when it was moved a moment ago, before the case
 * has followed.
 *
 * @throws when it stood on no agenda
 */
export async function currentMote(tx: Transaction, { id, lage }: Arenderad): Promise<{ id: string }> {
  const punkt = dagordningspunkt(lage);
  if (!punkt) throw new Error(`The ärende ${id} is on no agenda`);
  return tx.mote.findFirstOrThrow({
    where: {
      OR: [{ borjar: punkt.borjar }, { flyttadFran: punkt.borjar }],
      punkter: { some: { arendeId: id, utgatt: false } },
    },
    select: { id: true },
  });
}
