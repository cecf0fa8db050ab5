import type { PrismaClient } from '../client.js';

/** A seal of the trace: binds the ends of all chains as they stood, and the seal before it. */
export interface Sigill {
  readonly nr: number;
  readonly hash: string;
  /** How many chains had grown since the seal before. */
  readonly kedjor: number;
}

/**
 * Seals the trace as it stands. Two who seal at once make one seal each or one together; nothing new makes none.
 *
 * @param nar the moment, by the installation's clock
 * @returns the new seal, or undefined when nothing had been traced since the last one
 */
export async function forseglaSpar(prisma: PrismaClient, nar: Date): Promise<Sigill | undefined> {
  const [sigill] = await prisma.$queryRaw<Sigill[]>`SELECT nr, hash, kedjor FROM forsegla_logg(${nar})`;
  return sigill;
}
