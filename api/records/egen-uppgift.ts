import { asDate, type PrismaClient } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';

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

const own = (av: string, uppgift: string, nar: Date) => ({ nar, av, grund: 'egen', data: { uppgift } }) as const;

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
    await skrivSpar(tx, { ...own(agareId, id, nu), handling: 'egen_uppgift', arendeId });
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
    const found = await tx.egenUppgift.findFirst({ where: { id, agareId }, select: { klar: true, arendeId: true } });
    if (!found) return false;
    if ((found.klar !== null) === klar) return true;
    await tx.egenUppgift.update({ where: { id }, data: { klar: klar ? nu : null }, select: { id: true } });
    const handling = klar ? 'egen_uppgift_klar' : 'egen_uppgift_oppnad';
    await skrivSpar(tx, { ...own(agareId, id, nu), handling, arendeId: found.arendeId });
    return true;
  });
}
