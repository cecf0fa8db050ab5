import { slutandringshinder } from '../../../domain/franvaro.js';
import type { Hinder } from '../../../domain/hinder.js';
import { asDate, type PrismaClient } from '../../../prisma/client.js';
import { BORTA, lockFranvarande, tellErsattare, trace, type Franvaroarbete } from './franvarande.js';

/**
 * Gives an absence another last day.
 *
 * @param till the new last day, `YYYY-MM-DD`
 * @returns why it could not be done (domain/franvaro.ts; `borta`)
 */
export async function andraFranvaroslut(
  prisma: PrismaClient,
  { id, till, ...arbete }: Franvaroarbete & { readonly id: string; readonly till: string },
): Promise<Hinder | undefined> {
  return prisma.$transaction(async (tx) => {
    const all = (await lockFranvarande(tx, arbete.anvandareId)) ?? [];
    const own = all.find((one) => one.id === id);
    if (!own) return BORTA;
    const andra = all.filter((one) => one.id !== id);
    const refused = slutandringshinder(own, till, andra, arbete.idag);
    if (refused || own.till === till) return refused;
    await tx.franvaro.update({ where: { id }, data: { till: asDate(till) }, select: { id: true } });
    await trace(tx, arbete, 'franvaro_andrad', { franvaro: id }, { till: [own.till, till] });
    await tellErsattare(tx, arbete, id);
    return undefined;
  });
}
