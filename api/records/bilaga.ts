import { createHash } from 'node:crypto';
import type { Bilageslag } from '../../domain/koder.js';
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import type { Fil } from '../http/uppladdning.js';
import { skrivSpar } from '../../prisma/spar/skriv.js';
import type { Spargrund } from '../../domain/spar/handlingar.js';

/** Most files that go with one remiss before it is sent. */
export const MEST_I_UTKAST = 20;

/** What files belong to: an ärende, or a remiss that is not sent yet. */
export type Bilagehem = { readonly arendeId: string } | { readonly utkastId: string };

export interface NyaBilagor {
  readonly hem: Bilagehem;
  readonly slag: Bilageslag;
  readonly filer: readonly Fil[];
  readonly av: string;
  /** The right they are added by, for the trace. */
  readonly grund?: Spargrund | undefined;
  /** Who is away and in whose place it is done, when the right is not the person's own. */
  readonly istalletFor?: string | undefined;
  /** From the form: the same files in the same form sent twice are kept once. */
  readonly formularId: string;
  readonly nu: Date;
}

/** What became of the files: `borta` when the draft is not there to add to, `for_manga` when it holds enough already. */
export type Sparade = 'sparade' | 'borta' | 'for_manga';

/** Keeps files in the database with one row of the trace, in one transaction. The caller has asked for the right to it. */
export async function sparaBilagor(prisma: PrismaClient, nya: NyaBilagor): Promise<Sparade> {
  return prisma.$transaction(async (tx) => {
    if ('utkastId' in nya.hem) {
      const refused = await lockUtkast(tx, nya.hem.utkastId, nya);
      if (refused) return refused;
    }
    await insert(tx, nya);
    return 'sparade';
  });
}

/** Holds the draft until the files are in it: what is sent meanwhile goes with them or without them, never by half. */
async function lockUtkast(
  tx: Transaction,
  utkastId: string,
  { av, filer }: NyaBilagor,
): Promise<Exclude<Sparade, 'sparade'> | undefined> {
  const own = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM utkast WHERE id = ${utkastId}::uuid AND "agareId" = ${av}::uuid AND skickad IS NULL FOR UPDATE`;
  if (own.length === 0) return 'borta';
  return (await tx.bilaga.count({ where: { utkastId } })) + filer.length > MEST_I_UTKAST ? 'for_manga' : undefined;
}

async function insert(tx: Transaction, nya: NyaBilagor): Promise<void> {
  const { hem, slag, filer, av, grund, istalletFor, formularId, nu } = nya;
  const rows = filer.map(({ filnamn, typ, innehall }) => ({
    id: bilageId(formularId, filnamn, innehall),
    ...hem,
    slag,
    filnamn,
    typ,
    storlek: innehall.length,
    innehall,
    avId: av,
    skapad: nu,
  }));
  const { count } = await tx.bilaga.createMany({ data: rows, skipDuplicates: true });
  if (count === 0) return;
  await skrivSpar(tx, {
    nar: nu,
    av,
    handling: 'bifoga',
    ...('arendeId' in hem ? { arendeId: hem.arendeId, grund } : { grund: 'egen' }),
    istalletFor,
    data: { slag, bilagor: rows.map(({ id }) => id) },
  });
}

/** The id of a file is made from its form and its content, so that a second click finds the first one's. */
function bilageId(formularId: string, filnamn: string, innehall: Uint8Array): string {
  const hex = createHash('sha256').update(`${formularId}\n${filnamn}\n`).update(innehall).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** Removes a file from a draft of one's own. @returns false when there is none: it is another's, or has been sent */
export async function taBortBilaga(
  prisma: PrismaClient,
  { id, utkastId, av, nu }: { id: string; utkastId: string; av: string; nu: Date },
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.bilaga.deleteMany({ where: { id, utkastId, avId: av, arendeId: null } });
    if (count === 0) return false;
    await skrivSpar(tx, { nar: nu, av, handling: 'ta_bort_bilaga', grund: 'egen', data: { bilaga: id } });
    return true;
  });
}
