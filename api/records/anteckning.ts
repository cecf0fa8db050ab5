import { randomUUID } from 'node:crypto';
import type { Anteckningslasare, Kontaktsatt } from '../../domain/koder.js';
import { asDag, asDate, type PrismaClient, type Transaction } from '../../prisma/client.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import { skillda } from '../../domain/spar/andrat.js';
import type { Spargrund } from '../../domain/spar/handlingar.js';

/** A note as it is written. */
export interface NyAnteckning {
  /** From the form: the same form sent twice is one note. */
  readonly id: string;
  readonly arendeId: string;
  readonly av: string;
  /** The right it is written by, for the trace. */
  readonly grund?: Spargrund | undefined;
  /** Who is away and in whose place it is done, when the right is not the person's own. */
  readonly istalletFor?: string | undefined;
  /** The day that it is about, `YYYY-MM-DD`. */
  readonly datum: string;
  readonly satt?: Kontaktsatt | undefined;
  readonly text: string;
  readonly lasare: Anteckningslasare;
  /** The note that it corrects; the older one stays readable. */
  readonly ersatterId?: string | undefined;
  readonly nu: Date;
}

/** What became of a note: `rattad` when somebody else has corrected the same note meanwhile. */
export type Sparad = 'sparad' | 'rattad';

/**
 * Writes a note with its row of the trace, in one transaction (design 2.7). The caller has asked for the right to it and
 * found the corrected note in the same ärende.
 */
export async function sparaAnteckning(prisma: PrismaClient, ny: NyAnteckning): Promise<Sparad> {
  return prisma.$transaction(async (tx) => {
    if (await insert(tx, ny)) return 'sparad';
    const [before, correction] = await Promise.all([
      tx.anteckning.findUnique({ where: { id: ny.id } }),
      ny.ersatterId === undefined ? null : tx.anteckning.findUnique({ where: { ersatterId: ny.ersatterId } }),
    ]);
    if (before && isSame(before, ny)) return 'sparad';
    if (correction) return 'rattad';
    // the browser's "back" shows the form with its id: another text is another note
    await insert(tx, { ...ny, id: randomUUID() });
    return 'sparad';
  });
}

/** @returns false when the id is taken, or the corrected note has been corrected */
async function insert(tx: Transaction, ny: NyAnteckning): Promise<boolean> {
  const { id, arendeId, av, grund, istalletFor, datum, satt, text, lasare, ersatterId, nu } = ny;
  const { count } = await tx.anteckning.createMany({
    data: {
      id,
      arendeId,
      avId: av,
      datum: asDate(datum),
      satt: satt ?? null,
      text,
      lasare,
      skapad: nu,
      ersatterId: ersatterId ?? null,
    },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  const rad = { nar: nu, av, arendeId, grund, istalletFor };
  if (ersatterId === undefined) await skrivSpar(tx, { ...rad, handling: 'anteckna', data: { anteckning: id, lasare } });
  else
    await skrivSpar(tx, {
      ...rad,
      handling: 'ratta_anteckning',
      andrat: skillda({ anteckning: [ersatterId, id], lasare: [await lasareOf(tx, ersatterId), lasare] }),
    });
  return true;
}

const lasareOf = async (tx: Transaction, id: string): Promise<string> =>
  (await tx.anteckning.findUniqueOrThrow({ where: { id }, select: { lasare: true } })).lasare;

/** Whether a stored note is what the form holds: then it was sent twice. */
const isSame = (
  before: { arendeId: string; avId: string; datum: Date; satt: string | null; text: string; lasare: string },
  ny: NyAnteckning,
): boolean =>
  before.arendeId === ny.arendeId &&
  before.avId === ny.av &&
  asDag(before.datum) === ny.datum &&
  (before.satt ?? undefined) === ny.satt &&
  before.text === ny.text &&
  before.lasare === ny.lasare;
