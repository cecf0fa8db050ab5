import { franvarohinder, type Franvaroperiod } from '../../../domain/franvaro.js';
import { hinder, type Hinder } from '../../../domain/hinder.js';
import { asDate, type PrismaClient } from '../../../prisma/client.js';
import {
  isMojligErsattare,
  lockFranvarande,
  OKAND_ERSATTARE,
  tellErsattare,
  trace,
  type Franvaroarbete,
} from './franvarande.js';

/** An absence as it is entered. */
export interface NyFranvaro extends Franvaroarbete, Franvaroperiod {
  /** From the form: the same form sent twice is one absence. */
  readonly id: string;
  readonly ersattareId: string;
}

/**
 * Enters that somebody is away and who stands in for her, who is told. Traced; nothing else is written: the access rule does
 * the rest from the first day to the last.
 *
 * @returns why it could not be done (domain/franvaro.ts; `okand_ersattare`, `okand_person`)
 */
export async function laggTillFranvaro(prisma: PrismaClient, ny: NyFranvaro): Promise<Hinder | undefined> {
  const { id, anvandareId, ersattareId, fran, till, av, nar, idag } = ny;
  return prisma.$transaction(async (tx) => {
    const andra = await lockFranvarande(tx, anvandareId);
    if (!andra) return hinder('okand_person', 'Personen finns inte. Ladda om sidan.');
    if (await tx.franvaro.count({ where: { id, anvandareId } })) return undefined;
    const refused = franvarohinder({ fran, till }, andra, idag);
    if (refused) return refused;
    if (!(await isMojligErsattare(tx, anvandareId, ersattareId))) return OKAND_ERSATTARE;
    await tx.franvaro.create({
      data: { id, anvandareId, ersattareId, fran: asDate(fran), till: asDate(till), skapadAvId: av, skapad: nar },
    });
    await trace(tx, ny, 'franvaro', { franvaro: id, ersattare: ersattareId, fran, till });
    await tellErsattare(tx, ny, id);
    return undefined;
  });
}
