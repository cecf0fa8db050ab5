import type { Insatsprofil } from '../domain/insatsprofil.js';
import { completeProfil, type Profilinnehall } from '../domain/standardprofil.js';
import type { Transaction } from './client.js';

/** The profile that a row of `insatsprofil` holds, with the standard's values where it is silent. */
export const asProfil = (innehall: unknown): Insatsprofil => completeProfil(innehall as Profilinnehall);

/**
 * Reads the newest version of an insats's profile.
 *
 * @throws when there is no such insats, or it has no profile
 */
export async function readNewestProfil(
  tx: Pick<Transaction, 'insatsprofil'>,
  insatsId: string,
): Promise<{ readonly version: number; readonly profil: Insatsprofil }> {
  const { version, innehall } = await tx.insatsprofil.findFirstOrThrow({
    where: { insatsId },
    orderBy: { version: 'desc' },
    select: { version: true, innehall: true },
  });
  return { version, profil: asProfil(innehall) };
}
