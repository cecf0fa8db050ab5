import { fallDue } from '../domain/forfall.js';
import type { Lage } from '../domain/lage.js';
import type { PrismaClient } from '../prisma/client.js';
import { readKrets } from '../prisma/mottagare.js';
import { readOmstandighet } from './omstandighet.js';
import { orFinal } from './slutgiltigt.js';
import { lockArende, requireVersion, writeArende } from './transaktion.js';

export interface ForfallInput {
  readonly lage: Lage;
  /** The workflow's moment, ISO: everything due by then is done. */
  readonly nu: string;
}

/**
 * Does what falls due: reminders, tasks that open by themselves, an insatstid that has run out. One SQL transaction.
 * Called again after it was written it changes nothing and returns the row's state.
 *
 * @throws a failure of type `Versionskonflikt` when the row is ahead; `Oskrivbart` when it can never be written
 */
export const forfall = (prisma: PrismaClient, input: ForfallInput): Promise<Lage> =>
  orFinal(() => bringDue(prisma, input));

async function bringDue(prisma: PrismaClient, { lage, nu }: ForfallInput): Promise<Lage> {
  return prisma.$transaction(async (tx) => {
    const rad = await lockArende(tx, lage.arendeId);
    if (rad.version === lage.version + 1 && (await wasForfall(tx, rad.id, rad.version))) return rad.lage;
    requireVersion(rad, lage);
    const om = await readOmstandighet(tx, rad, undefined, nu);
    const forandring = fallDue(rad.lage, om, await readKrets(tx, rad, rad.lage, om.kalender.dayOf(nu)));
    await writeArende(tx, rad, forandring, { handling: 'forfall' });
    return forandring.lage;
  });
}

const wasForfall = async (tx: Parameters<typeof lockArende>[0], arendeId: string, version: number): Promise<boolean> =>
  (await tx.handelse.count({ where: { arendeId, version, beslutId: null } })) > 0;
