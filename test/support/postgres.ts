import { randomBytes } from 'node:crypto';

import pg from 'pg';

/** A database of one test: migrated, empty, on the PostgreSQL that the whole run shares. */
export interface TestDatabase {
  /** for the application's role, as in a real installation */
  url: string;
  /** for the role that owns the tables: what the application may not do, and migrations */
  ownerUrl: string;
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
  return {
    url: urlOf('TEST_POSTGRES_URL', name),
    ownerUrl: urlOf('TEST_POSTGRES_OWNER_URL', name),
    drop: () => administer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

function urlOf(variable: string, database: string): string {
  const server = process.env[variable];
  if (!server) throw new Error('test/support/global-setup.mjs has not run');
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}

/** The same database as the role that owns its tables. */
export const asOwner = (url: string): string => urlOf('TEST_POSTGRES_OWNER_URL', new URL(url).pathname.slice(1));

/** Does what the application's role may not, such as changing a table. @param url of a test's database */
export const withOwner = (url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> =>
  withClient(asOwner(url), work);

/** Does something while no row of the trace can be written. @param url of a test's database */
export async function whileTraceIsShut(url: string, work: () => Promise<unknown>): Promise<void> {
  const { username } = new URL(url);
  await withOwner(url, (client) => client.query(`REVOKE INSERT ON logg FROM ${username}`));
  try {
    await work();
  } finally {
    await withOwner(url, (client) => client.query(`GRANT INSERT ON logg TO ${username}`));
  }
}

/** Empties tables and everything that refers to them; the trace too, which nothing else can. */
export const emptyTables = (url: string, ...tables: readonly string[]): Promise<void> =>
  withOwner(url, async (client) => {
    await client.query('ALTER TABLE logg DISABLE TRIGGER logg_vagra');
    await client.query(`TRUNCATE ${tables.join(', ')}, logg, loggkedja CASCADE`);
    await client.query('ALTER TABLE logg ENABLE TRIGGER logg_vagra');
  });

/** Works on the server itself, on a connection of its own. */
export const administer = (work: (client: pg.Client) => Promise<unknown>): Promise<void> =>
  withClient(urlOf('TEST_POSTGRES_OWNER_URL', 'postgres'), work);

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
