import type { Andrat } from '../../domain/spar/andrat.js';
import type { Spargrund, Sparhandling } from '../../domain/spar/handlingar.js';
import type { Prisma, Transaction } from '../client.js';

/** What was read or done, as the trace keeps it: codes, ids, dates and numbers, never a name or a text. */
export interface NySparrad {
  /** The moment, by the installation's clock. */
  readonly nar: Date | string;
  /** Who; missing when it came about by itself. */
  readonly av?: string | null | undefined;
  readonly handling: Sparhandling;
  readonly arendeId?: string | null | undefined;
  /** Ärenden that were shown beside, in a list. */
  readonly arenden?: readonly string[] | undefined;
  /** The right it was done by. */
  readonly grund?: Spargrund | null | undefined;
  /** Who is away and in whose place it was done, when the right is not the person's own. */
  readonly istalletFor?: string | null | undefined;
  /** What was changed, old and new. */
  readonly andrat?: Andrat | undefined;
  readonly data?: Prisma.InputJsonObject | undefined;
}

/**
 * Writes to the trace: the only way to it. In the transaction of what is done, or before what is read is shown; when it
 * fails, neither is (design 3).
 *
 * @throws whatever the database throws
 */
export async function skrivSpar(
  db: Pick<Transaction, 'logg'>,
  ...rader: readonly [NySparrad, ...NySparrad[]]
): Promise<void> {
  // two who write to the same chains take them in the same order
  const data = rader.map(toRow).toSorted((a, b) => String(a.arendeId).localeCompare(String(b.arendeId)));
  await db.logg.createMany({ data });
}

function toRow({ nar, av, handling, arendeId, arenden, grund, istalletFor, andrat, data }: NySparrad) {
  const all = {
    ...data,
    ...(andrat && Object.keys(andrat).length > 0 ? { andrat: andrat as Prisma.InputJsonObject } : {}),
    ...(istalletFor ? { istallet_for: istalletFor } : {}),
  };
  return {
    nar,
    avId: av ?? null,
    handling,
    arendeId: arendeId ?? null,
    arenden: [...(arenden ?? [])],
    grund: grund ?? null,
    ...(Object.keys(all).length === 0 ? {} : { data: all }),
  };
}
