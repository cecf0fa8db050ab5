import type { Franvaroperiod } from '../../../domain/franvaro.js';
import { hinder } from '../../../domain/hinder.js';
import type { Sparhandling } from '../../../domain/spar/handlingar.js';
import { asDag, type Prisma, type Transaction } from '../../../prisma/client.js';
import { writeUtskick } from '../../../prisma/skriv-utskick.js';
import { skrivSpar, type NySparrad } from '../../../prisma/spar/skriv.js';

/** Who registers something about whose absence, and when by the installation's clock. */
export interface Franvaroarbete {
  readonly av: string;
  /** Who is away. */
  readonly anvandareId: string;
  readonly nar: Date;
  /** Today in Sweden, `YYYY-MM-DD`. */
  readonly idag: string;
}

/** An absence that has not been taken back. */
export interface Franvarorad extends Franvaroperiod {
  readonly id: string;
}

/**
 * Holds the person until the transaction ends, so that two absences that are entered in the same moment see each other.
 *
 * @returns her absences that have not been taken back; undefined when there is no such person
 */
export async function lockFranvarande(tx: Transaction, anvandareId: string): Promise<Franvarorad[] | undefined> {
  const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM anvandare WHERE id = ${anvandareId}::uuid FOR UPDATE`;
  if (held.length === 0) return undefined;
  const rows = await tx.franvaro.findMany({
    where: { anvandareId, borttagen: null },
    orderBy: { fran: 'asc' },
    select: { id: true, fran: true, till: true },
  });
  return rows.map(({ id, fran, till }) => ({ id, fran: asDag(fran), till: asDag(till) }));
}

/** Somebody else of the same verksamhet, still active: only she can stand in (design 3: secrecy is per verksamhet). */
export const isMojligErsattare = async (tx: Transaction, anvandareId: string, ersattareId: string): Promise<boolean> =>
  ersattareId !== anvandareId &&
  (await tx.anvandare.count({
    where: { id: ersattareId, aktiv: true, verksamhet: { anvandare: { some: { id: anvandareId } } } },
  })) > 0;

export const OKAND_ERSATTARE = hinder(
  'okand_ersattare',
  'Ersättaren behöver vara någon annan i samma verksamhet som är aktiv. Välj någon i listan.',
);

export const BORTA = hinder('borta', 'Frånvaron finns inte längre. Ladda om sidan.');

/** A row of the trace about an absence. */
export const trace = (
  tx: Transaction,
  { av, anvandareId, nar }: Franvaroarbete,
  handling: Sparhandling,
  data: Prisma.InputJsonObject,
  andrat?: NySparrad['andrat'],
): Promise<void> =>
  skrivSpar(tx, {
    nar,
    av,
    handling,
    grund: av === anvandareId ? 'egen' : 'forvaltare',
    andrat,
    data: { anvandare: anvandareId, ...data },
  });

/**
 * Has whoever stands in told of it: that she does, of other days, or that she does no longer; at once when it has begun.
 *
 * @param fore who stood in before, and is told too
 */
export async function tellErsattare(
  tx: Transaction,
  { nar, idag }: Pick<Franvaroarbete, 'nar' | 'idag'>,
  franvaroId: string,
  fore?: string,
): Promise<void> {
  const { ersattareId, fran } = await tx.franvaro.findUniqueOrThrow({
    where: { id: franvaroId },
    select: { ersattareId: true, fran: true },
  });
  for (const mottagareId of [ersattareId, ...(fore === undefined ? [] : [fore])]) {
    const sekvens = 1 + (await tx.utskick.count({ where: { franvaroId, mottagareId } }));
    const rad = { slag: 'ersattning', sekvens, nyckel: 'ersattning', mottagareId } as const;
    await writeUtskick(tx, [{ om: { franvaroId }, ...rad }], {
      nu: nar.toISOString(),
      bradskande: asDag(fran) <= idag,
    });
  }
}
