import type { Transaction } from '../../prisma/client.js';

/** A self-rating given with a decision; left out, nothing is written. */
export async function writeSkattning(
  tx: Transaction,
  { steg, ...where }: { beslutId: string; arendeId: string; datum: Date; steg?: number | undefined },
): Promise<void> {
  if (steg !== undefined) await tx.skattning.create({ data: { ...where, steg } });
}
