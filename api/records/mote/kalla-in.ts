import { hinder } from '../../../domain/hinder.js';
import { deltagarhinder, inkallelsenyckel } from '../../../domain/mote.js';
import type { PrismaClient, Transaction } from '../../../prisma/client.js';
import { writeUtskick } from '../../../prisma/skriv-utskick.js';
import { lockMote, type Motesarbete, type Motesutgang } from './protokoll.js';

/**
 * Calls an ersättare of the team in to one meeting, or takes it back: the verksamhet's yttranden for that meeting's
 * ärenden are hers to give as well (design 2.3). She is told by mail. Traced.
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
    if (inkallad) await tell(tx, { moteId, anvandareId, insatsId: plats.team.insatsId, nu });
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

/** A mail of the insats's outbox: her calendar gets another day, and the ärenden are hers to prepare. */
async function tell(
  tx: Transaction,
  { moteId, anvandareId, insatsId, nu }: { moteId: string; anvandareId: string; insatsId: string; nu: string },
): Promise<void> {
  const earlier = await tx.utskick.count({
    where: { insatsId, mottagareId: anvandareId, nyckel: { startsWith: `inkallad-${moteId}-` } },
  });
  const nyckel = inkallelsenyckel(moteId, earlier + 1);
  const rad = { om: { insatsId }, slag: 'inkallelse', sekvens: 0, nyckel, mottagareId: anvandareId } as const;
  await writeUtskick(tx, [rad], { nu });
}
