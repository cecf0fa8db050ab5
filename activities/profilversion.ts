import type { Insatsprofil } from '../domain/insatsprofil.js';
import type { Beslut } from '../domain/beslutsunderlag.js';
import type { Transaction } from '../prisma/client.js';
import { asProfil } from '../prisma/profil.js';
import type { Arenderad } from './transaktion.js';

/** The version of the insats's profile that a decision moves a case to; undefined for other decisions, or no such version. */
export async function readProfilversion(
  tx: Transaction,
  { insatsId }: Pick<Arenderad, 'insatsId'>,
  beslut: Beslut | undefined,
): Promise<Insatsprofil | undefined> {
  if (beslut?.typ !== 'profilbyte') return undefined;
  const { version } = beslut.data as Beslut<'profilbyte'>['data'];
  const rad = await tx.insatsprofil.findUnique({
    where: { insatsId_version: { insatsId, version } },
    select: { innehall: true },
  });
  return rad ? asProfil(rad.innehall) : undefined;
}
