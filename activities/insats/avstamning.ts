import { stamAv } from '../../domain/insats/avstamning.js';
import type { Insatslage } from '../../domain/insats/lage.js';
import type { PrismaClient } from '../../prisma/client.js';
import { readInsatskrets } from '../../prisma/mottagare.js';
import { writeKallelser } from '../../prisma/skriv-kallelser.js';
import { fordelaPlatser } from '../fordela-platser.js';
import { orFinal } from '../slutgiltigt.js';
import { lockInsats, readInsatsomstandighet, writeInsats } from './rad.js';

export interface InsatsavstamningInput {
  readonly lage: Insatslage;
  /** The workflow's moment, ISO. */
  readonly nu: string;
}

/**
 * Looks at everything that concerns the insats: offers places that are free, tells the cases that they are offered one,
 * keeps the calendar and has people's own told of it, opens the look at the queue, reminds. Called again at once it finds nothing more to do. The row's
 * state is the truth, whatever the workflow believes.
 *
 * @returns the insats's state afterwards, the same version when nothing has come about
 * @throws a failure of type `Oskrivbart` when it can never be written
 */
export const avstamInsats = (prisma: PrismaClient, { lage, nu }: InsatsavstamningInput): Promise<Insatslage> =>
  orFinal(async () => {
    const { insatsId } = lage;
    const { erbjudanden, nasta } = await fordelaPlatser(prisma, { insatsId, nu });
    return prisma.$transaction(async (tx) => {
      const rad = await lockInsats(tx, insatsId);
      // what its case has not taken over yet is told again, so that no offer is lost on the way
      await tx.motoruppdrag.createMany({
        data: erbjudanden.map(({ arendeId }) => ({ slag: 'avstamning', refId: arendeId, skapat: nu })),
      });
      const om = await readInsatsomstandighet(tx, rad, nu, nasta);
      const forandring = stamAv(rad.lage, om, await readInsatskrets(tx, insatsId, om.kalender.dayOf(nu)));
      const efter = await writeInsats(tx, rad, forandring, { handling: 'insatsavstamning' });
      await writeKallelser(tx, insatsId, nu);
      return efter;
    });
  });
