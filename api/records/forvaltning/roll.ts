import type { Hinder } from '../../../domain/hinder.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { isSistaForvaltaren } from '../../../prisma/sista-forvaltaren.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';

/** The roles that a förvaltare gives: those that belong to no insats. The others are given on the insats's own page. */
export const forvaltarroller = { handlaggare: 'Handläggare', forvaltare: 'Förvaltare' } as const;
export type Forvaltarroll = keyof typeof forvaltarroller;

interface Rollarbete {
  readonly av: string;
  readonly anvandareId: string;
  readonly roll: Forvaltarroll;
  /** The part that a förvaltare is one of: the person's own. */
  readonly part: string;
  readonly nar: Date;
}

const where = ({ anvandareId, roll }: Rollarbete) => ({ anvandareId, roll, insatsId: null, franLogin: false });

/** Gives a person a role; one that she has already is no fault. */
export async function geRoll(prisma: PrismaClient, arbete: Rollarbete): Promise<void> {
  const { anvandareId, roll, part, av, nar } = arbete;
  await prisma.$transaction(async (tx) => {
    // two who give it in the same moment give it once
    await tx.$queryRaw`SELECT 1 FROM anvandare WHERE id = ${anvandareId}::uuid FOR UPDATE`;
    if (await tx.roll.count({ where: where(arbete) })) return;
    await tx.roll.create({ data: { anvandareId, roll, part: roll === 'forvaltare' ? part : null } });
    await skrivSpar(tx, {
      nar,
      av,
      handling: 'lagg_till_roll',
      grund: 'forvaltare',
      data: { roll, anvandare: anvandareId },
    });
  });
}

/**
 * Takes a role from a person.
 *
 * @returns what keeps her in it: she is the last förvaltare of the part
 */
export async function taRoll(prisma: PrismaClient, arbete: Rollarbete): Promise<Hinder | undefined> {
  const { anvandareId, roll, av, nar } = arbete;
  return prisma.$transaction(async (tx) => {
    const refused = roll === 'forvaltare' ? await isSistaForvaltaren(tx, anvandareId) : undefined;
    if (refused) return refused;
    const { count } = await tx.roll.deleteMany({ where: where(arbete) });
    if (count > 0)
      await skrivSpar(tx, {
        nar,
        av,
        handling: 'ta_bort_roll',
        grund: 'forvaltare',
        data: { roll, anvandare: anvandareId },
      });
    return undefined;
  });
}
