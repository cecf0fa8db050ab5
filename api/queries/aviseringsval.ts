import type { PrismaClient } from '../../prisma/client.js';

/** What a person has chosen of how to hear of things, by kind. One statement. */
export async function readAviseringsval(prisma: PrismaClient, anvandareId: string): Promise<Record<string, string>> {
  const rows = await prisma.aviseringsval.findMany({ where: { anvandareId }, select: { slag: true, satt: true } });
  return Object.fromEntries(rows.map(({ slag, satt }) => [slag, satt]));
}
