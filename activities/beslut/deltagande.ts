import type { Dag } from '../../domain/kalender/kalender.js';
import { asDate, type Transaction } from '../../prisma/client.js';
import type { Arenderad } from '../transaktion.js';

/** A place that is taken. */
export interface NyttDeltagande {
  readonly beslutsdatum: Dag;
  readonly startdatum: Dag;
  /** The reason for going beyond the places; missing when the place was there. */
  readonly overinskrivning?: string | undefined;
}

/** Writes who takes part from when. A case that was reopened and is enrolled again takes part anew. */
export async function recordDeltagande(
  tx: Transaction,
  rad: Pick<Arenderad, 'id' | 'insatsId'>,
  { beslutsdatum, startdatum, overinskrivning }: NyttDeltagande,
): Promise<void> {
  const deltagande = {
    beslutsdatum: asDate(beslutsdatum),
    startdatum: asDate(startdatum),
    overinskrivning: overinskrivning !== undefined,
    overinskrivningSkal: overinskrivning ?? null,
    platsFri: null,
  };
  await tx.deltagande.upsert({
    where: { arendeId: rad.id },
    create: { arendeId: rad.id, insatsId: rad.insatsId, ...deltagande },
    update: deltagande,
  });
}
