import { everything, openSchemaEngine, readMigrations } from './schema-engine.js';
import type { Tls } from './tls.js';

/**
 * Applies the migrations that the database lacks, in order, and keeps Prisma's own books in `_prisma_migrations`, so that
 * `prisma migrate deploy` may be used on the same database.
 * @param databaseUrl a postgresql:// URL of a user that may create tables and schemas
 * @param folder the folder of the migrations; the project's own unless told
 * @param tls encrypts the connection
 * @returns the names of the migrations that were applied now; empty when the database was up to date
 * @throws when a migration fails (the message names it and carries the database's own) or the database cannot be reached;
 * seen by the operator who runs it, never by users
 */
export async function migrate(databaseUrl: string, folder?: string, tls?: Tls): Promise<string[]> {
  const { engine, close } = await openSchemaEngine(databaseUrl, tls);
  try {
    const migrationsList = await readMigrations(folder);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: everything });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}
