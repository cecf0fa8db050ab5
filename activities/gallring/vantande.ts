import type { Handlingsslag } from '../../domain/gallring.js';
import type { PrismaClient } from '../../prisma/client.js';
import type { GallringspostInput } from './post.js';

/** Rows that the workflow takes at a time. */
const OMGANG = 25;

/** What of a gallring is not destroyed yet, some at a time, in the order of the numbers. */
export async function vantandePoster(prisma: PrismaClient, gallringId: string): Promise<GallringspostInput[]> {
  const rows = await prisma.gallringspost.findMany({
    where: { gallringId, status: { in: ['vantar', 'rader_borta'] } },
    orderBy: [{ nummer: 'asc' }, { slag: 'asc' }],
    take: OMGANG,
    select: { arendeId: true, slag: true },
  });
  return rows.map(({ arendeId, slag }) => ({ gallringId, arendeId, slag: slag as Handlingsslag }));
}
