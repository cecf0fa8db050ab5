import type { Gallringsarende } from '../domain/gallring.js';
import type { Gallringsregler } from '../domain/insatsprofil.js';
import { dayOf } from '../domain/kalender/tid.js';
import type { Transaction } from './client.js';
import { readNewestProfil } from './profil.js';

/** An ärende as a gallring finds it. */
export interface Gallringslage extends Gallringsarende {
  readonly arendeId: string;
  readonly nummer: string;
  readonly insatsId: string;
}

/** The rules that hold for an insats's ärenden today, and the version of the profile that they stand in. */
export interface GallandeRegler {
  readonly profilversion: number;
  readonly regler: Gallringsregler;
}

/**
 * Holds ärenden until the transaction ends and reads what gallring asks of each, in the order of their ids. What would
 * keep one (a stop, a reopening) holds the same rows, so it is seen here or waits.
 */
export async function holdForGallring(tx: Transaction, arendeIds: readonly string[]): Promise<Gallringslage[]> {
  await tx.$queryRaw`SELECT 1 FROM arende WHERE id = ANY(${[...arendeIds]}::uuid[]) ORDER BY id FOR UPDATE`;
  // a statement of its own: the one that waited for the rows does not see what was written meanwhile beside them
  const rows = await tx.$queryRaw<(Omit<Gallringslage, 'stangd'> & { stangd: Date | null })[]>`
    SELECT a.id AS "arendeId", a.nummer, a."insatsId", a.fas, a.stangd,
      EXISTS (SELECT 1 FROM gallringsstopp s WHERE s."arendeId" = a.id AND s.havt IS NULL) AS stopp
    FROM arende a WHERE a.id = ANY(${[...arendeIds]}::uuid[]) ORDER BY a.id`;
  return rows.map(({ stangd, ...row }) => ({ ...row, stangd: stangd ? dayOf(stangd) : undefined }));
}

/** The rules of some insatser, by insats: the newest version's, also for ärenden that began with an older one. */
export async function readGallandeRegler(
  tx: Pick<Transaction, 'insatsprofil'>,
  insatsIds: readonly string[],
): Promise<ReadonlyMap<string, GallandeRegler>> {
  const found = new Map<string, GallandeRegler>();
  for (const insatsId of new Set(insatsIds)) {
    const { version, profil } = await readNewestProfil(tx, insatsId);
    found.set(insatsId, { profilversion: version, regler: profil.gallring });
  }
  return found;
}
