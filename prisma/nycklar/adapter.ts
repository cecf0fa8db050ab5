import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { decryptResult, encryptQuery } from './kryptering.js';
import { sharedKeys, transactionKeys, type Nyckelring, type Nycklar } from './nyckelring.js';

/**
 * A driver adapter that encrypts what is written into the columns of `falt.ts` and decrypts it wherever it is read, so that
 * no query, Prisma's or written by hand, needs to know of it.
 */
export const encrypting = (inner: SqlDriverAdapterFactory, ring: Nyckelring): SqlDriverAdapterFactory => ({
  provider: inner.provider,
  adapterName: inner.adapterName,
  connect: async () => wrapAdapter(await inner.connect(), ring),
});

function wrapAdapter(inner: SqlDriverAdapter, ring: Nyckelring): SqlDriverAdapter {
  return {
    ...queries(inner, sharedKeys(ring, inner), (sql) => {
      if (changesKeys(sql)) ring.clear();
    }),
    executeScript: (script) => inner.executeScript(script),
    startTransaction: async (isolation) => wrapTransaction(await inner.startTransaction(isolation), ring),
    getConnectionInfo: () => inner.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => inner.dispose(),
  };
}

function wrapTransaction(inner: Transaction, ring: Nyckelring): Transaction {
  const keys = transactionKeys(ring, inner);
  let changed = false;
  return {
    ...queries(inner, keys, (sql) => {
      // Prisma ends a transaction with a statement, and then tells the adapter that it has ended
      changed ||= changesKeys(sql);
      if (!/^\s*COMMIT\b/i.test(sql)) return;
      if (changed) ring.clear();
      else keys.commit();
    }),
    options: inner.options,
    commit: () => inner.commit(),
    rollback: () => inner.rollback(),
    createSavepoint: async (name) => inner.createSavepoint?.(name),
    rollbackToSavepoint: async (name) => {
      await inner.rollbackToSavepoint?.(name);
      keys.forget();
    },
    releaseSavepoint: async (name) => inner.releaseSavepoint?.(name),
  };
}

/** A key is destroyed, or wrapped anew. */
const changesKeys = (sql: string): boolean => /\bUPDATE\s+arendenyckel\b/.test(sql);

const queries = (inner: SqlQueryable, nycklar: Nycklar, done: (sql: string) => void): SqlQueryable => ({
  provider: inner.provider,
  adapterName: inner.adapterName,
  queryRaw: async (query: SqlQuery) =>
    decryptResult(await inner.queryRaw(await encryptQuery(query, inner, nycklar)), nycklar),
  executeRaw: async (query: SqlQuery) => {
    const count = await inner.executeRaw(await encryptQuery(query, inner, nycklar));
    done(query.sql);
    return count;
  },
});
