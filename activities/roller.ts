import type { Dag } from '../domain/kalender/kalender.js';
import type { Rollkod } from '../domain/koder.js';
import { ersattaAv } from '../prisma/ersattare.js';
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

/**
 * Whether a person decides on a day as one who holds one of some roles: she does herself, or stands in for somebody who
 * is away and does.
 *
 * @param dag the Swedish day of the decision
 */
export async function actsAs(
  tx: Transaction,
  rad: Pick<Arenderad, 'insatsId'>,
  anvandareId: string,
  roller: readonly Rollkod[],
  dag: Dag,
): Promise<boolean> {
  for (const id of [anvandareId, ...(await ersattaAv(tx, anvandareId, dag))])
    if (await hasRoll(tx, rad, id, roller)) return true;
  return false;
}
