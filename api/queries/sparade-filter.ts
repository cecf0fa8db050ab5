import type { PrismaClient } from '../../prisma/client.js';

/** A list that the person has named. */
export interface SparatFilterrad {
  readonly id: string;
  readonly namn: string;
  /** the query of its address, without the question mark */
  readonly fraga: string;
}

/** A person's named lists, by name. */
export const readSparadeFilter = (prisma: PrismaClient, agareId: string): Promise<SparatFilterrad[]> =>
  prisma.$queryRaw<SparatFilterrad[]>`
    SELECT id, namn, fraga FROM sparat_filter WHERE "agareId" = ${agareId}::uuid ORDER BY namn COLLATE "sv-x-icu"`;
