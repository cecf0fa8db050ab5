import { gallringsmanader, provaAvgorande, provaGallring, type Handlingsslag } from '../../../domain/gallring.js';
import type { Hinder } from '../../../domain/hinder.js';
import { dayOf } from '../../../domain/kalender/tid.js';
import type { PrismaClient, Transaction } from '../../../prisma/client.js';
import { holdForGallring, readGallandeRegler } from '../../../prisma/gallringslage.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';

/** Who decides on which proposal, and when. */
export interface Avgorande {
  readonly id: string;
  readonly av: string;
  readonly nar: Date;
}

/**
 * Decides that what another has proposed is destroyed, and asks for the workflow that does it (workflows/gallring.ts). What
 * may not be destroyed any longer is left, and its row says why. The caller has asked whether the proposal is hers to
 * decide on.
 *
 * @returns why not: `avgjord`, `sig_sjalv`
 */
export async function beslutaGallring(prisma: PrismaClient, avgorande: Avgorande): Promise<Hinder | undefined> {
  return prisma.$transaction(
    async (tx) => {
      const { id, av, nar } = avgorande;
      const refused = provaAvgorande(await holdForslag(tx, id), av);
      if (refused) return refused;
      await tx.gallring.update({
        where: { id },
        data: { status: 'beslutad', avgjordAvId: av, avgjord: nar },
        select: { id: true },
      });
      const antal = await markPoster(tx, avgorande);
      await tx.motoruppdrag.create({ data: { slag: 'gallring', refId: id, skapat: nar }, select: { id: true } });
      await skrivSpar(tx, {
        nar,
        av,
        handling: 'gallring_beslutad',
        grund: 'arkivansvarig',
        data: { gallring: id, antal },
      });
      return undefined;
    },
    { timeout: 30_000 },
  );
}

/** @returns how many will be destroyed */
async function markPoster(tx: Transaction, { id, nar }: Avgorande): Promise<number> {
  const poster = await tx.gallringspost.findMany({ where: { gallringId: id } });
  const arenden = await holdForGallring(
    tx,
    poster.map(({ arendeId }) => arendeId),
  );
  const regler = await readGallandeRegler(
    tx,
    poster.map(({ insatsId }) => insatsId),
  );
  let antal = 0;
  for (const { arendeId, slag, insatsId } of poster) {
    const arende = arenden.find((one) => one.arendeId === arendeId);
    const gallande = regler.get(insatsId);
    const manader = gallande && gallringsmanader(gallande.regler, slag as Handlingsslag);
    const fel = arende ? provaGallring(arende, manader, dayOf(nar))?.kod : 'borta';
    if (fel === undefined) antal += 1;
    await tx.gallringspost.update({
      where: { gallringId_arendeId_slag: { gallringId: id, arendeId, slag } },
      data:
        fel === undefined && manader !== undefined && gallande
          ? { status: 'vantar', manader, profilversion: gallande.profilversion }
          : { status: 'kvar', fel: fel ?? 'bevaras', oppen: null },
      select: { slag: true },
    });
  }
  return antal;
}

/**
 * Turns a proposal down, or takes one's own back: everything in it can be proposed again.
 *
 * @returns why not: `avgjord`
 */
export async function avbojGallring(prisma: PrismaClient, { id, av, nar }: Avgorande): Promise<Hinder | undefined> {
  return prisma.$transaction(async (tx) => {
    const refused = provaAvgorande(await holdForslag(tx, id), av);
    if (refused?.kod === 'avgjord') return refused;
    await tx.gallring.update({
      where: { id },
      data: { status: 'avbojd', avgjordAvId: av, avgjord: nar },
      select: { id: true },
    });
    await tx.gallringspost.updateMany({
      where: { gallringId: id },
      data: { status: 'kvar', fel: 'avbojd', oppen: null },
    });
    await skrivSpar(tx, { nar, av, handling: 'gallring_avbojd', grund: 'arkivansvarig', data: { gallring: id } });
    return undefined;
  });
}

async function holdForslag(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT 1 FROM gallring WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.gallring.findUniqueOrThrow({ where: { id }, select: { foreslagenAvId: true, status: true } });
}
