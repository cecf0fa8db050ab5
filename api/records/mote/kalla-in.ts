import { hinder } from '../../../domain/hinder.js';
import { deltagarhinder } from '../../../domain/mote.js';
import type { PrismaClient } from '../../../prisma/client.js';
import { writeKallelser } from '../../../prisma/skriv-kallelser.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';
import { lockMote, type Motesarbete, type Motesutgang } from './protokoll.js';

/**
 * Calls an ersättare of the team in to one meeting, or takes it back: the verksamhet's yttranden for that meeting's
 * ärenden are hers to give as well (design 2.3). Her calendar is told by mail. Traced.
 */
export const kallaIn = (
  prisma: PrismaClient,
  { moteId, av, nu, istalletFor }: Motesarbete,
  anvandareId: string,
  inkallad: boolean,
): Motesutgang =>
  prisma.$transaction(async (tx) => {
    // before the meeting, as whatever changes the meetings themselves does
    await tx.$queryRaw`
      SELECT 1 FROM insats i JOIN team t ON t."insatsId" = i.id JOIN mote m ON m."teamId" = t.id
      WHERE m.id = ${moteId}::uuid FOR NO KEY UPDATE OF i`;
    const refused = deltagarhinder(await lockMote(tx, moteId));
    if (refused) return refused;
    const plats = await tx.teammedlem.findFirst({
      where: { anvandareId, ersattare: true, team: { moten: { some: { id: moteId } } } },
      select: {
        verksamhetId: true,
        anvandare: { select: { aktiv: true } },
        team: { select: { insatsId: true } },
      },
    });
    if (!plats) return hinder('inte_ersattare', 'Välj en av teamets ersättare.');
    if (inkallad && !plats.anvandare.aktiv)
      return hinder('inte_aktiv', 'Personen arbetar inte längre i Remissflöde. Kalla in en annan ersättare.');
    const before = await tx.motesdeltagare.findUnique({
      where: { moteId_anvandareId: { moteId, anvandareId } },
      select: { inkallad: true },
    });
    if ((before?.inkallad ?? false) === inkallad) return undefined;
    await tx.motesdeltagare.upsert({
      where: { moteId_anvandareId: { moteId, anvandareId } },
      create: { moteId, anvandareId, inkallad },
      update: { inkallad },
    });
    await skrivSpar(tx, {
      nar: nu,
      av,
      handling: inkallad ? 'ersattare_inkallad' : 'inkallelse_tillbaka',
      grund: 'sammankallande',
      istalletFor,
      data: { mote: moteId, anvandare: anvandareId, verksamhet: plats.verksamhetId },
    });
    await writeKallelser(tx, plats.team.insatsId, nu);
    return undefined;
  });
