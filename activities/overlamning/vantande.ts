import type { PrismaClient } from '../../prisma/client.js';

/** Ärenden that the workflow takes at a time. */
const OMGANG = 25;

/** The ids of ärenden of a hand-over that have not been handed over, some at a time, in the order of their numbers. */
export async function vantandeArenden(prisma: PrismaClient, overlamningId: string): Promise<string[]> {
  const rows = await prisma.overlamningspost.findMany({
    where: { overlamningId, status: 'vantar' },
    orderBy: { arende: { nummer: 'asc' } },
    take: OMGANG,
    select: { arendeId: true },
  });
  return rows.map(({ arendeId }) => arendeId);
}
