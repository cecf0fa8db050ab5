import type { Rattsgrund } from '../../../domain/atkomst.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';

/** An ärende that a person is about to read on a meeting's page, and the right it is read by. */
export interface Lastpunkt extends Rattsgrund {
  readonly arendeId: string;
}

/**
 * Traces that somebody is about to read a meeting's ärenden, a row for each: the trace of an ärende tells of everybody
 * who has read it, wherever it was shown. When it cannot be written nothing is shown (design 3).
 *
 * @throws whatever the database throws
 */
export async function logMotesread(
  prisma: PrismaClient,
  { moteId, av, nar, visning }: { moteId: string; av: string; nar: Date; visning?: string },
  punkter: readonly Lastpunkt[],
): Promise<void> {
  const [first, ...others] = punkter.map(({ arendeId, grund, istalletFor }) => ({
    nar,
    av,
    handling: 'las_arende' as const,
    arendeId,
    grund,
    istalletFor,
    data: { mote: moteId, ...(visning === undefined ? {} : { visning }) },
  }));
  if (first) await skrivSpar(prisma, first, ...others);
}
