import type { Hinder } from '../../../domain/hinder.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { isMojligErsattare, lockFranvarande, OKAND_ERSATTARE, trace, type Franvaroarbete } from './franvarande.js';

/**
 * Says who is told when a person leaves a task undone, before it is lifted on (design 3: the ladder's ersättare).
 *
 * @param ersattareId missing: nobody
 * @returns why it could not be done: she is not of the same verksamhet, or not active
 */
export async function stallaErsattare(
  prisma: PrismaClient,
  { ersattareId, ...arbete }: Franvaroarbete & { readonly ersattareId: string | undefined },
): Promise<Hinder | undefined> {
  const { anvandareId: id } = arbete;
  return prisma.$transaction(async (tx) => {
    await lockFranvarande(tx, id);
    const before = await tx.anvandare.findUniqueOrThrow({ where: { id }, select: { ersattareId: true } });
    if (before.ersattareId === (ersattareId ?? null)) return undefined;
    if (ersattareId !== undefined && !(await isMojligErsattare(tx, id, ersattareId))) return OKAND_ERSATTARE;
    await tx.anvandare.update({ where: { id }, data: { ersattareId: ersattareId ?? null }, select: { id: true } });
    await trace(tx, arbete, 'ersattare', {}, { ersattare: [before.ersattareId, ersattareId ?? null] });
    return undefined;
  });
}
