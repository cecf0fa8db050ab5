import { ApplicationFailure } from '@temporalio/common';
import { gallringsmanader, provaGallring, type Handlingsslag } from '../../domain/gallring.js';
import { hinder } from '../../domain/hinder.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Klocka } from '../../domain/klocka.js';
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import { holdForGallring, readGallandeRegler } from '../../prisma/gallringslage.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import { forstorHandlingar } from './forstor.js';

/** What carrying out a gallring needs. */
export interface Gallringsberoenden {
  readonly prisma: PrismaClient;
  readonly klocka: Klocka;
  /** Removes every run of a workflow from the engine. @returns whether nothing of it is left there */
  readonly glom: (workflowId: string) => Promise<boolean>;
}

/** One kind of document of one ärende of a gallring. */
export interface GallringspostInput {
  readonly gallringId: string;
  readonly arendeId: string;
  readonly slag: Handlingsslag;
}

/** The type of the failure that has what the engine holds removed once more: it forgets in its own time. */
export const INTE_BORTA = 'InteBorta';

/**
 * Destroys what one row of a gallring names: everything in the database in one transaction, with the row that says so and
 * the trace; then what the engine holds. Killed anywhere it goes on from there: the row tells how far it came, and an
 * engine that has forgotten already is as good as one that forgets now. What may not be destroyed any longer stays, and
 * the row says why.
 *
 * @throws a retryable failure of type {@link INTE_BORTA} while the engine holds something
 */
export async function gallraPost(beroenden: Gallringsberoenden, input: GallringspostInput): Promise<void> {
  const { prisma, klocka, glom } = beroenden;
  const nar = await klocka.now();
  await prisma.$transaction((tx) => forstor(tx, input, nar), { timeout: 25_000 });
  const where = { gallringId_arendeId_slag: input };
  const { status, floden } = await prisma.gallringspost.findUniqueOrThrow({ where });
  if (status !== 'rader_borta') return;
  // all are asked before any is waited for: the engine forgets in its own time
  const borta = await Promise.all(floden.map(glom));
  const kvar = borta.filter((one) => !one).length;
  if (kvar > 0) throw ApplicationFailure.retryable(`The engine still holds ${kvar} workflows`, INTE_BORTA);
  await prisma.gallringspost.update({
    where,
    data: { status: 'gallrad', gallrad: nar, floden: [], oppen: null },
    select: { slag: true },
  });
}

async function forstor(tx: Transaction, input: GallringspostInput, nar: Date): Promise<void> {
  const { gallringId, arendeId, slag } = input;
  await tx.$queryRaw`
    SELECT 1 FROM gallringspost
    WHERE "gallringId" = ${gallringId}::uuid AND "arendeId" = ${arendeId}::uuid AND slag = ${slag} FOR UPDATE`;
  const where = { gallringId_arendeId_slag: input };
  const post = await tx.gallringspost.findUniqueOrThrow({ where, include: { gallring: true } });
  if (post.status !== 'vantar') return;
  const [arende] = await holdForGallring(tx, [arendeId]);
  const regler = (await readGallandeRegler(tx, [post.insatsId])).get(post.insatsId)?.regler;
  const fel =
    arende && regler
      ? provaGallring(arende, gallringsmanader(regler, slag), dayOf(nar))
      : hinder('borta', 'The ärende was destroyed as a whole meanwhile');
  if (fel || !regler) {
    await tx.gallringspost.update({
      where,
      data: { status: 'kvar', fel: fel?.kod ?? 'borta', oppen: null },
      select: { slag: true },
    });
    return;
  }
  const { antal, floden } = await forstorHandlingar(tx, { arendeId, slag, statistik: regler.statistik === 'bevaras' });
  await tx.gallringspost.update({
    where,
    data:
      floden.length > 0
        ? { status: 'rader_borta', antal, floden: [...floden] }
        : { status: 'gallrad', antal, gallrad: nar, oppen: null },
    select: { slag: true },
  });
  await skrivSpar(tx, {
    nar,
    av: post.gallring.avgjordAvId,
    handling: 'gallrad',
    arendeId,
    grund: 'arkivansvarig',
    data: { gallring: gallringId, handlingar: slag, antal },
  });
}
