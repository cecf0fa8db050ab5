import { ApplicationFailure } from '@temporalio/common';
import type { Forandring } from '../domain/forandring.js';
import type { Insatsprofil } from '../domain/insatsprofil.js';
import type { Lage } from '../domain/lage.js';
import type { Transaction } from '../prisma/client.js';
import { asProfil } from '../prisma/profil.js';
import { arendeColumns, writeForandring, type Upphov } from '../prisma/skriv-forandring.js';
import { VERSIONSKONFLIKT } from '../workflows/failures.js';
import { writePaus } from './pausrad.js';

/** The ärende's row as a transaction finds it. */
export interface Arenderad {
  readonly id: string;
  readonly version: number;
  readonly lage: Lage;
  readonly insatsId: string;
  readonly teamId: string;
  readonly remittentId: string;
  readonly koordinatorId: string | null;
  readonly profil: Insatsprofil;
}

/**
 * Reads the ärende and holds its row until the transaction ends, so that two transactions about one case cannot
 * interleave even if two workers believe the case to be theirs. Another ärende of the person is linked with it meanwhile.
 */
export async function lockArende(tx: Transaction, arendeId: string): Promise<Arenderad> {
  await tx.$queryRaw`SELECT 1 FROM arende WHERE id = ${arendeId}::uuid FOR NO KEY UPDATE`;
  const rad = await tx.arende.findUniqueOrThrow({
    where: { id: arendeId },
    select: {
      id: true,
      version: true,
      lage: true,
      insatsId: true,
      teamId: true,
      koordinatorId: true,
      profilversion: true,
      remiss: { select: { remittentId: true } },
    },
  });
  const profil = await tx.insatsprofil.findUniqueOrThrow({
    where: { insatsId_version: { insatsId: rad.insatsId, version: rad.profilversion } },
    select: { innehall: true },
  });
  if (!rad.remiss) throw new Error(`The ärende ${arendeId} has no remiss`);
  return {
    ...rad,
    lage: rad.lage as unknown as Lage,
    remittentId: rad.remiss.remittentId,
    profil: asProfil(profil.innehall),
  };
}

/** Refuses a change worked out from a state that the row has left behind; the failure carries the row's state. */
export function requireVersion(rad: Arenderad, lage: Lage): void {
  if (rad.version === lage.version) return;
  throw ApplicationFailure.nonRetryable(
    `The row is at version ${rad.version}, the workflow at ${lage.version}`,
    VERSIONSKONFLIKT,
    rad.lage,
  );
}

/** Writes a change of a locked ärende: its row and everything beside it. */
export async function writeArende(
  tx: Transaction,
  rad: Arenderad,
  forandring: Forandring,
  upphov: Upphov,
): Promise<void> {
  await tx.arende.update({ where: { id: rad.id, version: rad.version }, data: arendeColumns(forandring.lage) });
  await writePaus(tx, rad, forandring);
  await writeForandring(tx, forandring, rad.lage, rad, upphov);
}
