import { randomBytes } from 'node:crypto';

import pg from 'pg';

/** A database of one test: migrated, empty, on the PostgreSQL that the whole run shares. */
export interface TestDatabase {
  url: string;
  /** removes it, even while connections are open */
  drop: () => Promise<void>;
}

/**
 * A fresh database, copied from a template: the migrated one that test/support/global-setup.mjs made, unless told.
 * @param options.empty true: without any table, for tests of the migrations themselves
 */
export async function createDatabase(options: { empty?: boolean; template?: string } = {}): Promise<TestDatabase> {
  const { empty = false, template = empty ? 'template0' : 'remissflode' } = options;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: () => administer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url) throw new Error('test/support/global-setup.mjs has not run');
  return url;
}

/** Works on the server itself, on a connection of its own. */
export async function administer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const url = new URL(serverUrl());
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
