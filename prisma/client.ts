import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from './generated/client.js';
import { encrypting } from './nycklar/adapter.js';
import { Nyckelring, type Huvudnyckel } from './nycklar/nyckelring.js';
import { databaseAccess, type Tls } from './tls.js';

export { Prisma } from './generated/client.js';
export type { PrismaClient } from './generated/client.js';

/** The client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/**
 * A client for one database. The caller disconnects it.
 *
 * @param recordKeys the master keys of what is encrypted (prisma/nycklar): the first wraps, all unwrap. Without them nothing
 * encrypted can be read or written
 * @param tls encrypts the connections
 */
export const createPrisma = (databaseUrl: string, recordKeys: readonly Huvudnyckel[], tls?: Tls): PrismaClient =>
  new PrismaClient({
    adapter: encrypting(new PrismaPg(databaseAccess(databaseUrl, tls)), new Nyckelring(recordKeys)),
  });

/** A calendar day as PostgreSQL's `date` is read and written. */
export const asDate = (dag: string): Date => new Date(`${dag}T00:00:00.000Z`);

/** A calendar day, `YYYY-MM-DD`, from PostgreSQL's `date`. */
export const asDag = (date: Date): string => date.toISOString().slice(0, 10);
