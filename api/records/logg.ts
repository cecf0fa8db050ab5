import type { Prisma, PrismaClient } from '../../prisma/client.js';

/** What the trace keeps of in whose place something was done, beside what it says otherwise. */
export const withIstallet = (data: Prisma.InputJsonObject | undefined, istalletFor: string | undefined) =>
  data === undefined && istalletFor === undefined
    ? {}
    : { data: { ...data, ...(istalletFor === undefined ? {} : { istallet_for: istalletFor }) } };

/** A reading of personal data, as the trace keeps it. */
export interface Lasrad {
  /** The person who reads. */
  readonly av: string;
  /** What was read, as a code: `las_arende`, `las_remiss`, `las_lista`, … */
  readonly handling: string;
  /** The ärende that was read; absent for a list. */
  readonly arendeId?: string | undefined;
  /** The right it was read by (domain/atkomst.ts: Relation). */
  readonly grund?: string | undefined;
  /** Who is away and in whose place it is read, when the right is not the reader's own. */
  readonly istalletFor?: string | undefined;
  /** The moment, by the installation's clock. */
  readonly nar: Date;
  /** Codes, ids and numbers only. */
  readonly data?: Prisma.InputJsonObject | undefined;
}

/**
 * Writes that somebody is about to read personal data. Await it before the data is read: when the trace cannot be
 * written nothing is shown (design 3), so a failure here must become the answer.
 *
 * @throws whatever the database throws; the person sees the page of a service that does not answer
 */
export async function logRead(
  prisma: PrismaClient,
  { av, handling, arendeId, grund, istalletFor, nar, data }: Lasrad,
): Promise<void> {
  await prisma.logg.create({
    data: {
      nar,
      avId: av,
      handling,
      arendeId: arendeId ?? null,
      grund: grund ?? null,
      ...withIstallet(data, istalletFor),
    },
    select: { id: true },
  });
}
