import { hinder, type Hinder } from '../../../domain/hinder.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { holdForGallring } from '../../../prisma/gallringslage.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';

/** An order that an ärende be kept. */
export interface NyttStopp {
  /** From the form: the same form sent twice is one. */
  readonly id: string;
  readonly arendeId: string;
  readonly skal: string;
  readonly av: string;
  readonly nar: Date;
}

/**
 * Orders that an ärende be kept whatever the rules say, also when its gallring is decided but not done. The caller has asked
 * whether the ärende is hers.
 *
 * @returns why not: it is kept already, or has been destroyed meanwhile
 */
export async function undantaFranGallring(
  prisma: PrismaClient,
  { id, arendeId, skal, av, nar }: NyttStopp,
): Promise<Hinder | undefined> {
  return prisma.$transaction(async (tx) => {
    const [arende] = await holdForGallring(tx, [arendeId]);
    if (!arende) return hinder('borta', 'Ärendet är redan gallrat.');
    if (await tx.gallringsstopp.count({ where: { id } })) return undefined;
    if (arende.stopp) return hinder('stoppat', 'Ärendet är redan undantaget från gallring.');
    await tx.gallringsstopp.create({ data: { id, arendeId, skal, avId: av, nar }, select: { id: true } });
    await skrivSpar(tx, { nar, av, handling: 'gallringsstopp', grund: 'arkivansvarig', arendeId });
    return undefined;
  });
}

/** Lifts such an order: the rules hold for the ärende again. Lifted twice it is lifted once. */
export async function havGallringsstopp(
  prisma: PrismaClient,
  { id, av, nar }: Pick<NyttStopp, 'id' | 'av' | 'nar'>,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.gallringsstopp.updateMany({
      where: { id, havt: null },
      data: { havt: nar, havtAvId: av },
    });
    if (count === 0) return;
    const { arendeId } = await tx.gallringsstopp.findUniqueOrThrow({ where: { id }, select: { arendeId: true } });
    await skrivSpar(tx, { nar, av, handling: 'gallringsstopp_havt', grund: 'arkivansvarig', arendeId });
  });
}
