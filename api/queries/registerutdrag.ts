import type { Sparrackvidd } from '../../domain/spar/rackvidd.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { readHelaSparet, type Sparsida } from './spar.js';
import { withinSparrackvidd } from './sparsok.js';

/** What the trace holds about one person: who read and did what in her ärenden. */
export interface Registerutdrag {
  /** Her ärenden, by number. */
  readonly arenden: readonly { readonly id: string; readonly nummer: string; readonly insats: string }[];
  readonly spar: Sparsida;
}

/**
 * Reads the extract of the person whom an ärende is about, over all of her ärenden, as far as the reader's reach goes.
 *
 * @returns undefined when there is no such ärende
 */
export async function readRegisterutdrag(
  prisma: PrismaClient,
  rackvidd: Sparrackvidd,
  nummer: string,
): Promise<Registerutdrag | undefined> {
  const arenden = await prisma.$queryRaw<{ id: string; nummer: string; insats: string }[]>`
    SELECT a.id, a.nummer, i.namn AS insats FROM arende own JOIN arende a ON a."individId" = own."individId"
    JOIN insats i ON i.id = a."insatsId" WHERE own.nummer = ${nummer} ORDER BY a.skapad, a.nummer`;
  if (arenden.length === 0) return undefined;
  const ids = arenden.map(({ id }) => id);
  const om = Prisma.sql`(l."arendeId" = ANY(${ids}::uuid[]) OR l.arenden && ${ids}::uuid[])`;
  return { arenden, spar: await readHelaSparet(prisma, Prisma.sql`${om} AND ${withinSparrackvidd(rackvidd)}`) };
}
