import type { Sparhandling } from '../../domain/spar/handlingar.js';
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';

/** Whose calendar's address is changed, and when by the installation's clock. */
export interface Kalenderagare {
  readonly anvandareId: string;
  readonly nar: Date;
}

/**
 * Gives a person's calendar an address; the one before is none any longer from the same moment. Traced.
 *
 * @param given.id the form's: sent twice it makes one address
 * @param given.hash of the secret in the address, which is kept nowhere
 * @returns whether it was made now
 */
export const skapaKalenderlank = (
  prisma: PrismaClient,
  given: Kalenderagare & { readonly id: string; readonly hash: string },
): Promise<boolean> =>
  prisma.$transaction(async (tx) => {
    const { id, anvandareId, hash, nar } = given;
    await hold(tx, anvandareId);
    if ((await tx.kalenderlank.count({ where: { id } })) > 0) return false;
    await revokeAll(tx, given);
    await tx.kalenderlank.create({ data: { id, anvandareId, hash, skapad: nar } });
    await trace(tx, given, 'kalenderlank_skapad');
    return true;
  });

/** Takes the address of a person's calendar back; without one there is nothing to take. Traced. */
export const aterkallaKalenderlank = (prisma: PrismaClient, given: Kalenderagare): Promise<void> =>
  prisma.$transaction(async (tx) => {
    await hold(tx, given.anvandareId);
    if ((await revokeAll(tx, given)) > 0) await trace(tx, given, 'kalenderlank_aterkallad');
  });

/** Two windows at once: one address is left. */
const hold = (tx: Transaction, anvandareId: string) =>
  tx.$queryRaw`SELECT 1 FROM anvandare WHERE id = ${anvandareId}::uuid FOR NO KEY UPDATE`;

async function revokeAll(tx: Transaction, { anvandareId, nar }: Kalenderagare): Promise<number> {
  const open = { anvandareId, aterkallad: null };
  return (await tx.kalenderlank.updateMany({ where: open, data: { aterkallad: nar } })).count;
}

const trace = (tx: Transaction, { anvandareId, nar }: Kalenderagare, handling: Sparhandling) =>
  skrivSpar(tx, { nar, av: anvandareId, handling });
