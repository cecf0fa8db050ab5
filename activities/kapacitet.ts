import type { Insatsprofil } from '../domain/insatsprofil.js';
import type { Transaction } from '../prisma/client.js';
import { readNewestProfil } from '../prisma/profil.js';

/**
 * Holds the row of an insats until the transaction ends, so that its places are given one at a time.
 *
 * @returns the insats's profile of today: how many places there are is a fact of the insats and not of a case, which
 *   keeps the version it started with
 */
export async function holdInsats(tx: Transaction, insatsId: string): Promise<Insatsprofil> {
  // a lock that lets others write rows that refer to the insats
  await tx.$queryRaw`SELECT 1 FROM insats WHERE id = ${insatsId}::uuid FOR NO KEY UPDATE`;
  return (await readNewestProfil(tx, insatsId)).profil;
}
