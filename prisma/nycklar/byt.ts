import type { PrismaClient } from '../client.js';
import { unwrap, wrap, type Huvudnyckel } from './nyckelring.js';

const AT_A_TIME = 500;

interface Rad {
  readonly agareId: string;
  readonly nyckel: Uint8Array;
  readonly huvudnyckel: string;
}

/**
 * Wraps every data key with the first master key that other ones have wrapped. The texts stay as they are, and everything
 * goes on running meanwhile: a key that somebody destroys in the same moment stays destroyed.
 *
 * @returns how many keys were wrapped anew
 * @throws when there is no key to wrap with, or a key was wrapped with a master key that is not configured
 */
export async function bytHuvudnyckel(
  prisma: Pick<PrismaClient, '$queryRaw' | '$executeRaw'>,
  keys: readonly Huvudnyckel[],
): Promise<number> {
  const [first] = keys;
  if (!first) throw new Error('At least one record key is needed');
  let total = 0;
  for (;;) {
    const rader = await prisma.$queryRaw<Rad[]>`
      SELECT "agareId", nyckel, huvudnyckel FROM arendenyckel
      WHERE huvudnyckel <> ${first.id} AND nyckel IS NOT NULL LIMIT ${AT_A_TIME}`;
    if (rader.length === 0) return total;
    for (const { agareId, nyckel, huvudnyckel } of rader) {
      const plain = unwrap(Buffer.from(nyckel), agareId, huvudnyckel, keys);
      total += await prisma.$executeRaw`
        UPDATE arendenyckel SET nyckel = ${wrap(plain, agareId, first)}, huvudnyckel = ${first.id}
        WHERE "agareId" = ${agareId}::uuid AND huvudnyckel = ${huvudnyckel} AND nyckel IS NOT NULL`;
    }
  }
}
