import type { Sparhandling, Spargrund } from '../../domain/spar/handlingar.js';
import type { PrismaClient } from '../../prisma/client.js';
import { skrivSpar, type NySparrad } from '../../prisma/spar/skriv.js';

/** A reading of personal data, as the trace keeps it. */
export interface Lasrad extends Pick<NySparrad, 'arendeId' | 'arenden' | 'istalletFor' | 'data'> {
  /** The person who reads. */
  readonly av: string;
  /** What was read. */
  readonly handling: Extract<Sparhandling, `las_${string}`>;
  /** The right it was read by (domain/atkomst.ts: Relation). */
  readonly grund: Spargrund | undefined;
  /** The moment, by the installation's clock. */
  readonly nar: Date;
}

/**
 * Writes that somebody is about to be shown a page of her own tasks: numbers with dates are still somebody's.
 *
 * @param visning which page
 */
export const logEgna = (prisma: PrismaClient, av: string, nar: Date, visning: string): Promise<void> =>
  logRead(prisma, { av, handling: 'las_egna', grund: 'egen', nar, data: { visning } });

/**
 * Writes that somebody is about to be shown personal data. Await it before anything is sent: when the trace cannot be
 * written nothing is shown (design 3), so a failure here must become the answer.
 *
 * @throws whatever the database throws; the person sees the page of a service that does not answer
 */
export const logRead = (prisma: PrismaClient, rad: Lasrad): Promise<void> => skrivSpar(prisma, rad);
