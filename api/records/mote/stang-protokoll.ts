import { stangningshinder } from '../../../domain/mote.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';
import { lockMote, type Motesarbete, type Motesutgang } from './protokoll.js';

/** Closes the minutes of a meeting; refused while an ärende has no outcome (design 2.3). Traced. */
export const stangProtokoll = (prisma: PrismaClient, { moteId, av, nu, istalletFor }: Motesarbete): Motesutgang =>
  prisma.$transaction(async (tx) => {
    const refused = stangningshinder(await lockMote(tx, moteId), nu);
    if (refused) return refused;
    await tx.mote.update({ where: { id: moteId }, data: { avslutat: nu, avslutatAv: av } });
    await skrivSpar(tx, {
      nar: nu,
      av,
      handling: 'protokoll_stangt',
      grund: 'sammankallande',
      istalletFor,
      data: { mote: moteId },
    });
    return undefined;
  });
