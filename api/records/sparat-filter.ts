import { hinder, type Hinder } from '../../domain/hinder.js';
import type { PrismaClient } from '../../prisma/client.js';

/** A list that somebody has named, as the query of its address: codes only. */
export interface NyttFilter {
  readonly agareId: string;
  readonly namn: string;
  readonly fraga: string;
  readonly nu: Date;
}

/** More than fit on the page are found by nobody. */
export const MOST_FILTER = 20;

/**
 * Saves a list under a name; the same name again shows what it was last saved with.
 *
 * @returns why it could not be saved
 */
export async function sparaFilter(
  prisma: PrismaClient,
  { agareId, namn, fraga, nu }: NyttFilter,
): Promise<Hinder | undefined> {
  const others = await prisma.sparatFilter.count({ where: { agareId, NOT: { namn } } });
  if (others >= MOST_FILTER)
    return hinder('for_manga', `Du har ${MOST_FILTER} sparade urval. Ta bort ett innan du sparar ett nytt.`);
  // one statement: the same form sent twice in the same moment would otherwise try to create it twice
  await prisma.$executeRaw`
    INSERT INTO sparat_filter (id, "agareId", namn, fraga, skapad)
    VALUES (gen_random_uuid(), ${agareId}::uuid, ${namn}, ${fraga}, ${nu})
    ON CONFLICT ("agareId", namn) DO UPDATE SET fraga = excluded.fraga, skapad = excluded.skapad`;
  return undefined;
}

/** Removes one of a person's own. @returns false when she has none by that id */
export async function taBortFilter(prisma: PrismaClient, agareId: string, id: string): Promise<boolean> {
  const { count } = await prisma.sparatFilter.deleteMany({ where: { id, agareId } });
  return count > 0;
}
