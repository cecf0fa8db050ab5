import type { Dag } from '../domain/kalender/kalender.js';
import type { Rollkod } from '../domain/koder.js';
import type { KvarNamngivna } from '../domain/skydd.js';
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

/** Which of some people are still at work, and which of those lead the ärende's insats or are its koordinatorer. */
export async function readKvarNamngivna(
  tx: Transaction,
  rad: Pick<Arenderad, 'insatsId'>,
  namngivna: readonly string[],
): Promise<KvarNamngivna> {
  const aktiva = await tx.anvandare.findMany({
    where: { id: { in: [...namngivna] }, aktiv: true },
    select: { id: true },
  });
  const kvar = namngivna.filter((id) => aktiva.some((one) => one.id === id));
  const having = async (roll: Rollkod): Promise<string[]> => {
    const found: string[] = [];
    for (const id of kvar) if (await hasRoll(tx, rad, id, [roll])) found.push(id);
    return found;
  };
  return { kvar, sammankallande: await having('sammankallande'), koordinatorer: await having('koordinator') };
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
