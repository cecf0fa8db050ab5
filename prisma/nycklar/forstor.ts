import type { Transaction } from '../client.js';

/**
 * Destroys what an ärende is encrypted with: its own key, its draft's and, when no other ärende of the person has a key
 * left, the person's. From then on its texts, names and files can be read nowhere, in backups as little as here; what is
 * read instead says that it is gallrat. A process that has the key in memory forgets it within a minute.
 */
export async function forstorArendenyckel(tx: Pick<Transaction, '$executeRaw'>, arendeId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE arendenyckel n SET nyckel = NULL, forstord = now()
    FROM arende a
    WHERE a.id = ${arendeId}::uuid AND n.forstord IS NULL AND (
      n."agareId" IN (a.id, a."utkastId")
      OR (n."agareId" = a."individId" AND NOT EXISTS (
        SELECT 1 FROM arende o JOIN arendenyckel k ON k."agareId" = o.id
        WHERE o."individId" = a."individId" AND o.id <> a.id AND k.forstord IS NULL)))`;
  // an ärende that never had a text must not get a key afterwards
  await tx.$executeRaw`
    INSERT INTO arendenyckel ("agareId", nyckel, huvudnyckel, skapad, forstord)
    VALUES (${arendeId}::uuid, NULL, '', now(), now()) ON CONFLICT ("agareId") DO NOTHING`;
}

/** Destroys what a draft is encrypted with. @param utkastId of a draft that is removed */
export async function forstorUtkastnyckel(tx: Pick<Transaction, '$executeRaw'>, utkastId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE arendenyckel SET nyckel = NULL, forstord = now() WHERE "agareId" = ${utkastId}::uuid AND forstord IS NULL`;
}
