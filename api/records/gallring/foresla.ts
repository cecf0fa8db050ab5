import { gallringsmanader, provaGallring, type Handlingsslag } from '../../../domain/gallring.js';
import { hinder, type Hinder } from '../../../domain/hinder.js';
import { dayOf } from '../../../domain/kalender/tid.js';
import { asDate, type PrismaClient, type Transaction } from '../../../prisma/client.js';
import { holdForGallring, readGallandeRegler } from '../../../prisma/gallringslage.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';

/** One kind of document of one ärende, as it was chosen. */
export interface Valdgallring {
  readonly arendeId: string;
  readonly slag: Handlingsslag;
}

/** A gallring as an arkivansvarig proposes it. */
export interface NyttForslag {
  /** From the form: the same form sent twice is one proposal. */
  readonly id: string;
  readonly av: string;
  readonly nar: Date;
  readonly valda: readonly Valdgallring[];
}

/**
 * Proposes that something be destroyed; nothing is, before another has decided. The caller has asked whether the ärenden
 * are hers to propose.
 *
 * @returns why not: what of it may not be destroyed today, or stands in another proposal
 */
export async function foreslaGallring(prisma: PrismaClient, nytt: NyttForslag): Promise<Hinder | undefined> {
  const { id, av, nar, valda } = nytt;
  return prisma.$transaction(
    async (tx) => {
      const arenden = await holdForGallring(
        tx,
        valda.map(({ arendeId }) => arendeId),
      );
      if (await tx.gallring.count({ where: { id } })) return undefined;
      if (await isPaGang(tx, valda))
        return hinder('pagar', 'Något av det valda står redan i ett annat förslag. Läs listan igen.');
      const regler = await readGallandeRegler(
        tx,
        arenden.map(({ insatsId }) => insatsId),
      );
      const poster = valda.map(({ arendeId, slag }) => {
        const arende = arenden.find((one) => one.arendeId === arendeId);
        const gallande = arende && regler.get(arende.insatsId);
        const manader = gallande && gallringsmanader(gallande.regler, slag);
        const fel = arende ? provaGallring(arende, manader, dayOf(nar)) : hinder('borta', 'Ärendet finns inte längre.');
        return { arende, gallande, manader, slag, fel };
      });
      const refused = poster.find(({ fel }) => fel);
      if (refused) return hinder('kan_inte', `${refused.arende?.nummer ?? 'Ett ärende'}: ${refused.fel?.mening ?? ''}`);
      await tx.gallring.create({ data: { id, foreslagenAvId: av, foreslagen: nar }, select: { id: true } });
      await tx.gallringspost.createMany({
        data: poster.flatMap(({ arende, gallande, manader, slag }) =>
          arende?.stangd === undefined || gallande === undefined || manader === undefined
            ? []
            : [
                {
                  gallringId: id,
                  arendeId: arende.arendeId,
                  slag,
                  nummer: arende.nummer,
                  insatsId: arende.insatsId,
                  stangd: asDate(arende.stangd),
                  manader,
                  profilversion: gallande.profilversion,
                },
              ],
        ),
      });
      await skrivSpar(tx, {
        nar,
        av,
        handling: 'gallring_foreslagen',
        grund: 'arkivansvarig',
        arenden: arenden.map(({ arendeId }) => arendeId),
        data: { gallring: id, antal: poster.length },
      });
      return undefined;
    },
    { timeout: 30_000 },
  );
}

const isPaGang = async (tx: Transaction, valda: readonly Valdgallring[]): Promise<boolean> =>
  (await tx.gallringspost.count({
    where: { oppen: true, OR: valda.map(({ arendeId, slag }) => ({ arendeId, slag })) },
  })) > 0;
