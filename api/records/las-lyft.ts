import type { Person } from '../../domain/atkomst.js';
import { insatsrattsgrund } from '../../domain/insats/atkomst.js';
import type { PrismaClient } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import type { Styrgruppsrad } from '../queries/styrgrupp.js';

/**
 * Traces that somebody is about to be shown what was lifted to the styrgrupp, a row for each ärende: a question may say
 * something of its person. When it cannot be written nothing is shown (design 3).
 *
 * @throws whatever the database throws
 */
export async function logLyftread(
  prisma: PrismaClient,
  person: Person,
  lyft: readonly Pick<Styrgruppsrad, 'arendeId' | 'insatsId'>[],
  nar: Date,
): Promise<void> {
  const [first, ...others] = lyft.map(({ arendeId, insatsId }) => ({
    nar,
    av: person.id,
    handling: 'las_lyft' as const,
    arendeId,
    ...insatsrattsgrund(person, 'las_styrgrupp', { insatsId, teamIds: [] }),
  }));
  if (first) await skrivSpar(prisma, first, ...others);
}
