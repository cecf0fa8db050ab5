import { randomUUID } from 'node:crypto';
import type { Dag, Instant } from '../domain/kalender/kalender.js';
import { dayOf } from '../domain/kalender/tid.js';
import type { Insatsprofil } from '../domain/insatsprofil.js';
import { nastaITur } from '../domain/ko.js';
import { asDag, type PrismaClient, type Transaction } from '../prisma/client.js';
import { countPlatser } from '../prisma/rakna-platser.js';
import { readTurer } from '../prisma/turer.js';
import { holdInsats } from './kapacitet.js';
import { orFinal } from './slutgiltigt.js';

/** What became of the free places of an insats. */
export interface Fordelning {
  /** The offers that their cases have not taken over yet. */
  readonly erbjudanden: readonly { readonly erbjudandeId: string; readonly arendeId: string }[];
  /** The next day on which a place becomes free that is known of today. */
  readonly nasta?: Dag;
}

/**
 * Offers every free place to whose turn it is (design 2.5): one SQL transaction that holds the insats's row, so that a
 * place is never offered twice. Called again it changes nothing and gives the same offers, until their cases have taken
 * them over.
 *
 * @param given.nu the workflow's moment, ISO
 * @throws a failure of type `Oskrivbart` when it can never be written
 */
export const fordelaPlatser = (
  prisma: PrismaClient,
  given: { readonly insatsId: string; readonly nu: Instant },
): Promise<Fordelning> => orFinal(() => prisma.$transaction((tx) => fordela(tx, given)));

async function fordela(tx: Transaction, { insatsId, nu }: { insatsId: string; nu: Instant }): Promise<Fordelning> {
  const profil = await holdInsats(tx, insatsId);
  // a queue that a limit has left behind is offered to its end
  const { lediga = Number.POSITIVE_INFINITY } = await countPlatser(tx, insatsId, dayOf(nu), profil);
  for (let plats = 0; plats < lediga; plats += 1) if (!(await offerOne(tx, insatsId, nu))) break;
  const nasta = lediga === Number.POSITIVE_INFINITY ? undefined : await nextFree(tx, insatsId, dayOf(nu), profil);
  const erbjudanden = await tx.platserbjudande.findMany({
    where: { insatsId, avslutat: null, mottaget: null },
    orderBy: [{ erbjudet: 'asc' }, { id: 'asc' }],
    select: { id: true, arendeId: true },
  });
  return {
    erbjudanden: erbjudanden.map(({ id, arendeId }) => ({ erbjudandeId: id, arendeId })),
    ...(nasta === undefined ? {} : { nasta }),
  };
}

/** Offers a place to the first in turn; false when nobody can be offered one. */
async function offerOne(tx: Transaction, insatsId: string, nu: Instant): Promise<boolean> {
  for (;;) {
    const first = await readFirst(tx, insatsId);
    if (!first) return false;
    // a decision about that very case may be on its way: wait for it, and look again whose turn it is
    await tx.$queryRaw`SELECT 1 FROM arende WHERE id = ${first}::uuid FOR KEY SHARE`;
    if ((await readFirst(tx, insatsId)) !== first) continue;
    await tx.platserbjudande.create({ data: { id: randomUUID(), insatsId, arendeId: first, erbjudet: nu } });
    return true;
  }
}

async function readFirst(tx: Transaction, insatsId: string): Promise<string | undefined> {
  const turer = await readTurer(tx, insatsId);
  const { _max } = await tx.platserbjudande.aggregate({ where: { insatsId }, _max: { erbjudet: true } });
  const vantar = turer.filter(({ erbjuden, vilar }) => !erbjuden && !vilar);
  return nastaITur(vantar, _max.erbjudet?.toISOString())?.arendeId;
}

async function nextFree(
  tx: Transaction,
  insatsId: string,
  idag: Dag,
  { kapacitet }: Insatsprofil,
): Promise<Dag | undefined> {
  const rows = await tx.$queryRaw<{ dag: Date | null }[]>`
    SELECT min(dag) AS dag FROM (
      SELECT d."platsFri" AS dag FROM deltagande d WHERE d."insatsId" = ${insatsId}::uuid
      UNION ALL
      SELECT p.fran FROM paus p JOIN deltagande d ON d."arendeId" = p."arendeId"
      WHERE ${kapacitet.pausFrigorPlats} AND d."insatsId" = ${insatsId}::uuid AND p.slutade IS NULL
    ) AS dagar WHERE dag > ${idag}::date`;
  const dag = rows[0]?.dag;
  return dag ? asDag(dag) : undefined;
}
