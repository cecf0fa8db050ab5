import type { Hinder } from '../../../domain/hinder.js';
import type { Motesprotokoll } from '../../../domain/mote.js';
import type { Transaction } from '../../../prisma/client.js';

/** A change of a meeting: which, by whom, when (ISO). */
export interface Motesarbete {
  readonly moteId: string;
  readonly av: string;
  /** Who leads the insats and is away, when it is done in her place. */
  readonly istalletFor?: string | undefined;
  readonly nu: string;
}

/** Why a change was refused; undefined when it was made. */
export type Motesutgang = Promise<Hinder | undefined>;

/**
 * Reads a meeting and holds its row, so that nobody changes the agenda meanwhile: a case that comes to it takes the same
 * row.
 *
 * @throws when there is no such meeting
 */
export async function lockMote(tx: Transaction, moteId: string): Promise<Motesprotokoll> {
  await tx.$queryRaw`SELECT 1 FROM mote WHERE id = ${moteId}::uuid FOR UPDATE`;
  const { borjar, installt, avslutat, punkter } = await tx.mote.findUniqueOrThrow({
    where: { id: moteId },
    select: {
      borjar: true,
      installt: true,
      avslutat: true,
      punkter: {
        where: { utgatt: false },
        orderBy: [{ ordning: 'asc' }, { arende: { nummer: 'asc' } }],
        select: { arendeId: true, rekommendation: { select: { id: true } } },
      },
    },
  });
  const svarade = await tx.teamlyft.findMany({
    where: { moteId, svarat: { not: null } },
    select: { arendeId: true },
  });
  return {
    borjar: borjar.toISOString(),
    installt,
    avslutat: avslutat !== null,
    punkter: punkter.map(({ arendeId, rekommendation }) => ({
      arendeId,
      klar: rekommendation !== null || svarade.some((one) => one.arendeId === arendeId),
    })),
  };
}
