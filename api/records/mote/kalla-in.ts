import { hinder } from '../../../domain/hinder.js';
import { deltagarhinder } from '../../../domain/mote.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { lockMote, type Motesarbete, type Motesutgang } from './protokoll.js';

/**
 * Calls an ersättare of the team in to one meeting, or takes it back: the verksamhet's yttranden for that meeting's
 * ärenden are hers to give as well (design 2.3). Traced.
 */
export const kallaIn = (
  prisma: PrismaClient,
  { moteId, av, nu }: Motesarbete,
  anvandareId: string,
  inkallad: boolean,
): Motesutgang =>
  prisma.$transaction(async (tx) => {
    const refused = deltagarhinder(await lockMote(tx, moteId));
    if (refused) return refused;
    const plats = await tx.teammedlem.findFirst({
      where: { anvandareId, ersattare: true, team: { moten: { some: { id: moteId } } } },
      select: { verksamhetId: true },
    });
    if (!plats) return hinder('inte_ersattare', 'Välj en av teamets ersättare.');
    await tx.motesdeltagare.upsert({
      where: { moteId_anvandareId: { moteId, anvandareId } },
      create: { moteId, anvandareId, inkallad },
      update: { inkallad },
    });
    await tx.logg.create({
      data: {
        nar: nu,
        avId: av,
        handling: inkallad ? 'ersattare_inkallad' : 'inkallelse_tillbaka',
        data: { mote: moteId, anvandare: anvandareId, verksamhet: plats.verksamhetId },
      },
    });
    return undefined;
  });
