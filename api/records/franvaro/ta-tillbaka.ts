import { franvarolage } from '../../../domain/franvaro.js';
import { hinder, type Hinder } from '../../../domain/hinder.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { lockFranvarande, tellErsattare, trace, type Franvaroarbete } from './franvarande.js';

/**
 * Takes an absence back: from this moment the tasks are the person's own again. One that is taken back already is no
 * fault.
 *
 * @returns why it could not be done: it is over
 */
export async function taTillbakaFranvaro(
  prisma: PrismaClient,
  { id, ...arbete }: Franvaroarbete & { readonly id: string },
): Promise<Hinder | undefined> {
  return prisma.$transaction(async (tx) => {
    const own = (await lockFranvarande(tx, arbete.anvandareId))?.find((one) => one.id === id);
    if (!own) return undefined;
    if (franvarolage(own, arbete.idag) === 'over') return hinder('over', 'Frånvaron är redan över.');
    await tx.franvaro.update({ where: { id }, data: { borttagen: arbete.nar }, select: { id: true } });
    await trace(tx, arbete, 'franvaro_tillbaka', { franvaro: id });
    await tellErsattare(tx, arbete, id);
    return undefined;
  });
}
