import type { PrismaClient } from '../../prisma/client.js';

/** When a person's calendar got the address that it has; undefined when it has none. */
export async function readKalenderlank(prisma: PrismaClient, anvandareId: string): Promise<Date | undefined> {
  const lank = await prisma.kalenderlank.findFirst({
    where: { anvandareId, aterkallad: null },
    select: { skapad: true },
  });
  return lank?.skapad;
}

/** Whose calendar an address is, by its secret's hash; undefined when it was taken back, or never was one. */
export async function kalenderagare(prisma: PrismaClient, hash: string): Promise<string | undefined> {
  const lank = await prisma.kalenderlank.findFirst({
    where: { hash, aterkallad: null },
    select: { anvandareId: true },
  });
  return lank?.anvandareId;
}
