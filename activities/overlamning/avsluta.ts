import { isSistaForvaltaren } from '../../prisma/sista-forvaltaren.js';
import { readArendeinnehav } from '../../prisma/arbetsinnehav.js';
import type { Transaction } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import { tellInsatserOf, tellNamngivandeArenden } from '../../prisma/tell-engine.js';
import type { Overlamningsberoenden } from './arende.js';

/**
 * Ends a hand-over when everything has been handed over; whoever leaves is shut out in the same transaction, and her
 * sessions end with it. What has come to her while it went on is added instead.
 *
 * @returns `mer` when there is more to hand over; `nekad` when an ärende refused, and somebody has to look at it
 */
export async function avslutaOverlamning(
  { prisma, klocka }: Pick<Overlamningsberoenden, 'prisma' | 'klocka'>,
  id: string,
): Promise<'klar' | 'mer' | 'nekad'> {
  const nar = await klocka.now();
  return prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM overlamning WHERE id = ${id}::uuid FOR UPDATE`;
    const { klar, franId, tillId, avId, slutar } = await tx.overlamning.findUniqueOrThrow({ where: { id } });
    if (klar) return 'klar';
    if (await addNya(tx, id, franId)) return 'mer';
    if (await tx.overlamningspost.count({ where: { overlamningId: id, status: 'vantar' } })) return 'mer';
    // her roles went at once and her ärenden one by one
    for (const namngiven of [franId, tillId]) await tellNamngivandeArenden(tx, namngiven, nar.toISOString());
    if (await tx.overlamningspost.count({ where: { overlamningId: id, status: 'nekad' } })) return 'nekad';
    const stangs = slutar && (await isSistaForvaltaren(tx, franId)) === undefined;
    if (stangs) await stang(tx, franId, nar);
    await tx.overlamning.update({ where: { id }, data: { klar: nar }, select: { id: true } });
    await skrivSpar(tx, {
      nar,
      av: avId,
      handling: 'overlamning_klar',
      grund: 'forvaltare',
      data: { overlamning: id, fran: franId, ...(stangs ? { avstangd: true } : {}) },
    });
    return 'klar';
  });
}

/** Shuts somebody out; a seat that nobody could take over is still hers, and its ersättare is called instead of her. */
async function stang(tx: Transaction, id: string, nar: Date): Promise<void> {
  await tx.anvandare.update({ where: { id }, data: { aktiv: false }, select: { id: true } });
  await tellInsatserOf(tx, id, nar.toISOString());
}

/** Ärenden that have become hers since the hand-over was decided. @returns whether there were any */
async function addNya(tx: Transaction, overlamningId: string, franId: string): Promise<boolean> {
  const nu = await readArendeinnehav(tx, franId);
  const { count } = await tx.overlamningspost.createMany({
    data: nu.map(({ arendeId }) => ({ overlamningId, arendeId })),
    skipDuplicates: true,
  });
  return count > 0;
}
