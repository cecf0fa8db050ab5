import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { migrate } from '../../prisma/migrate.js';
import { newestSnapshot, schemaDifference, writeNewMigration } from '../../prisma/new-migration.js';
import { projectRoot } from '../../prisma/project-root.js';
import { createDatabase } from '../support/postgres.js';
import type { TestDatabase } from '../support/postgres.js';

const schemaFile = join(projectRoot, 'prisma', 'schema.prisma');
let folder: string;
let databases: TestDatabase[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remissflode-migrate-'));
});

afterEach(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  databases = [];
  await rm(folder, { recursive: true });
});

async function emptyDatabase(): Promise<string> {
  const database = await createDatabase({ empty: true });
  databases.push(database);
  return database.ownerUrl;
}

async function query(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const sql of statements) ({ rows } = await client.query<Record<string, unknown>>(sql));
    return rows;
  } finally {
    await client.end();
  }
}

const describePublic = `
  SELECT table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS thing
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype = 'f'
  ORDER BY 1`;

test('the migrations are applied once and keep their books in the table of Prisma', async () => {
  const url = await emptyDatabase();
  const applied = await migrate(url);
  expect(applied[0]).toMatch(/^\d{14}_init$/);
  expect(await migrate(url)).toEqual([]);
  const rows = await query(
    url,
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  );
  expect(rows.map((row) => row['migration_name'])).toEqual(applied);
});

test('the migrations lead to exactly the tables, indexes and keys of schema.prisma', async () => {
  const [migrated, fromSchema] = [await emptyDatabase(), await emptyDatabase()];
  await migrate(migrated);
  await query(fromSchema, await schemaDifference(fromSchema, undefined, schemaFile));
  expect(await query(migrated, describePublic)).toEqual(await query(fromSchema, describePublic));
});

test('the newest copy of schema.prisma among the migrations is today’s', async () => {
  expect(await readFile((await newestSnapshot()) ?? '', 'utf8')).toBe(await readFile(schemaFile, 'utf8'));
});

test('a row in motoruppdrag is announced to whoever listens', async () => {
  const url = await emptyDatabase();
  await migrate(url);
  const listener = new pg.Client({ connectionString: url });
  await listener.connect();
  await listener.query('LISTEN motoruppdrag');
  const announced = new Promise<string>((resolve) => listener.once('notification', ({ channel }) => resolve(channel)));
  await query(url, `INSERT INTO motoruppdrag (slag, "refId") VALUES ('arende', gen_random_uuid())`);
  expect(await announced).toBe('motoruppdrag');
  await listener.end();
});

test('a migration that fails is named, and nothing after it is applied', async () => {
  const url = await emptyDatabase();
  await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  for (const [name, sql] of [
    ['1_good', 'CREATE TABLE a (id int)'],
    ['2_broken', 'CREATE TABLE b (id nosuchtype)'],
    ['3_late', 'CREATE TABLE c (id int)'],
  ] as const) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'migration.sql'), sql);
  }
  await expect(migrate(url, folder)).rejects.toThrow(/nosuchtype[^]*2_broken/);
  const rows = await query(url, "SELECT to_regclass('a')::text AS a, to_regclass('c')::text AS c");
  expect(rows).toEqual([{ a: 'a', c: null }]);
});

test('a new migration holds what changed in the schema, and a second one is not written', async () => {
  const url = await emptyDatabase();
  const head = 'datasource db {\n  provider = "postgresql"\n}\n';
  const own = join(folder, 'own.prisma');
  const migrations = join(folder, 'migrations');
  await mkdir(migrations);
  await writeFile(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n');
  await writeFile(own, `${head}model a {\n  id Int @id\n}\n`);
  const options = { schemaFile: own, folder: migrations };
  await writeNewMigration(url, 'first', { ...options, now: new Date('2026-01-02T03:04:05Z') });
  await writeFile(own, `${head}model a {\n  id Int @id\n  namn String?\n}\n`);
  const second = await writeNewMigration(url, 'second', { ...options, now: new Date('2026-01-03T03:04:05Z') });
  expect(second).toBe(join(migrations, '20260103030405_second', 'migration.sql'));
  expect(await readFile(second ?? '', 'utf8')).toContain('ALTER TABLE "a" ADD COLUMN     "namn" TEXT');
  expect(await writeNewMigration(url, 'third', options)).toBeUndefined();
  expect(await migrate(url, migrations)).toEqual(['20260102030405_first', '20260103030405_second']);
});
