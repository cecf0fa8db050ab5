import type { Rollkod } from '../domain/koder.js';
import type { Transaction } from '../prisma/client.js';
import type { Arenderad } from './transaktion.js';

/** Whether a person holds one of some roles in the ärende's insats; a role without an insats is held for every insats. */
export async function hasRoll(
  tx: Transaction,
  { insatsId }: Pick<Arenderad, 'insatsId'>,
  anvandareId: string,
  roller: readonly Rollkod[],
): Promise<boolean> {
  const held = await tx.roll.count({
    where: {
      anvandareId,
      roll: { in: [...roller] },
      OR: [{ insatsId }, { insatsId: null }],
      anvandare: { aktiv: true },
    },
  });
  return held > 0;
}
