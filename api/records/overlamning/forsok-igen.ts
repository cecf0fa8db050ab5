import { hinder, type Hinder } from '../../../domain/hinder.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';

/**
 * Has the ärenden of a hand-over that were refused tried again, each as a decision of its own, and asks whether anything
 * has come since. Tried twice in the same moment it is one trial.
 *
 * @returns why there is nothing to try: it is done
 */
export async function forsokIgen(
  prisma: PrismaClient,
  { id, av, nar }: { readonly id: string; readonly av: string; readonly nar: Date },
): Promise<Hinder | undefined> {
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM overlamning WHERE id = ${id}::uuid FOR UPDATE`;
    const { klar } = await tx.overlamning.findUniqueOrThrow({ where: { id }, select: { klar: true } });
    if (klar) return hinder('klar', 'Överlämningen är redan klar.');
    await tx.overlamningspost.updateMany({
      where: { overlamningId: id, status: 'nekad' },
      data: { status: 'vantar', fel: null, forsok: { increment: 1 } },
    });
    await tx.motoruppdrag.create({ data: { slag: 'overlamning', refId: id, skapat: nar }, select: { id: true } });
    await skrivSpar(tx, { nar, av, handling: 'overlamning_igen', grund: 'forvaltare', data: { overlamning: id } });
    return undefined;
  });
}
