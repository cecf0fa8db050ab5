import { asDate, type PrismaClient } from '../../prisma/client.js';

/** A task to oneself (design 2.7): it decides nothing, and nobody is reminded of it. */
export interface NyEgenUppgift {
  /** From the form: the same form sent twice is one task. */
  readonly id: string;
  readonly agareId: string;
  readonly arendeId?: string | undefined;
  readonly text: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly senast: string;
  readonly nu: Date;
}

/** Writes a task to oneself. Sent twice it is written once. */
export async function sparaEgenUppgift(
  prisma: PrismaClient,
  { id, agareId, arendeId, text, senast, nu }: NyEgenUppgift,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.egenUppgift.createMany({
      data: { id, agareId, arendeId: arendeId ?? null, text, senast: asDate(senast), skapad: nu },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await tx.logg.create({
      data: { nar: nu, avId: agareId, handling: 'egen_uppgift', arendeId: arendeId ?? null, data: { uppgift: id } },
    });
  });
}

/**
 * Marks a task of one's own as done, or as not done after all. Done twice it keeps its first moment.
 *
 * @param klar the moment it was done; undefined opens it again
 * @returns false when it is not the person's
 */
export async function markeraEgenUppgift(
  prisma: PrismaClient,
  { id, agareId, klar, nu }: { id: string; agareId: string; klar: boolean; nu: Date },
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const own = await tx.egenUppgift.findFirst({ where: { id, agareId }, select: { klar: true, arendeId: true } });
    if (!own) return false;
    if ((own.klar !== null) === klar) return true;
    await tx.egenUppgift.update({ where: { id }, data: { klar: klar ? nu : null }, select: { id: true } });
    const handling = klar ? 'egen_uppgift_klar' : 'egen_uppgift_oppnad';
    await tx.logg.create({ data: { nar: nu, avId: agareId, handling, arendeId: own.arendeId, data: { uppgift: id } } });
    return true;
  });
}
