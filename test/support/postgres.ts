import { randomBytes } from 'node:crypto';

import pg from 'pg';

/** A database of one test: migrated, empty, on the PostgreSQL that the whole run shares. */
export interface TestDatabase {
  url: string;
  /** removes it, even while connections are open */
  drop: () => Promise<void>;
}

const template = 'remissflode';

/**
 * A fresh migrated database, copied from the template that test/support/global-setup.mjs made.
 * @param options.empty true: without any table, for tests of the migrations themselves
 */
export async function createDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${options.empty ? 'template0' : template}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url) throw new Error('test/support/global-setup.mjs has not run');
  return url;
}

async function administer(sql: string): Promise<void> {
  const url = new URL(serverUrl());
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
