import { skrivSpar } from '../../prisma/spar/skriv.js';
import type { Gallringsberoenden } from './post.js';

/** Ends a gallring whose rows are all destroyed or left: from now on it is a protocol. Called twice it is ended once. */
export async function avslutaGallring(
  { prisma, klocka }: Pick<Gallringsberoenden, 'prisma' | 'klocka'>,
  id: string,
): Promise<void> {
  const nar = await klocka.now();
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.gallring.updateMany({
      where: { id, status: 'beslutad' },
      data: { status: 'klar', klar: nar },
    });
    if (count === 0) return;
    const { avgjordAvId } = await tx.gallring.findUniqueOrThrow({ where: { id }, select: { avgjordAvId: true } });
    await skrivSpar(tx, {
      nar,
      av: avgjordAvId,
      handling: 'gallring_klar',
      grund: 'arkivansvarig',
      data: { gallring: id },
    });
  });
}
