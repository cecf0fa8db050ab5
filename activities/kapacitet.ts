import type { Insatsprofil } from '../domain/insatsprofil.js';
import { Prisma, type Transaction } from '../prisma/client.js';
import { upptagnaSql } from '../prisma/platser-sql.js';
import { asProfil } from '../prisma/profil.js';

/**
 * Holds the row of an insats until the transaction ends, so that its places are given one at a time.
 *
 * @returns the insats's profile of today: how many places there are is a fact of the insats and not of a case, which
 *   keeps the version it started with
 */
export async function holdInsats(tx: Transaction, insatsId: string): Promise<Insatsprofil> {
  // a lock that lets others write rows that refer to the insats
  await tx.$queryRaw`SELECT 1 FROM insats WHERE id = ${insatsId}::uuid FOR NO KEY UPDATE`;
  const { innehall } = await tx.insatsprofil.findFirstOrThrow({
    where: { insatsId },
    orderBy: { version: 'desc' },
    select: { innehall: true },
  });
  return asProfil(innehall);
}

/** How many places of an insats are occupied or offered on a day. */
export async function countUpptagna(
  tx: Transaction,
  insatsId: string,
  dag: string,
  { kapacitet }: Insatsprofil,
): Promise<number> {
  const rows = await tx.$queryRaw<{ antal: number }[]>`
    SELECT ${upptagnaSql({ insatsId: Prisma.sql`${insatsId}::uuid`, dag, pausFrigorPlats: kapacitet.pausFrigorPlats })}::int AS antal`;
  return rows[0]?.antal ?? 0;
}
