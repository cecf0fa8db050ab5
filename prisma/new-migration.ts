import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { DiffTarget } from '@prisma/schema-engine-wasm';

import { everything, migrationsFolder, openSchemaEngine, readMigrations } from './schema-engine.js';
import { projectRoot } from './project-root.js';

/** Where the migration is written from; the project's own files unless told. */
export interface NewMigrationOptions {
  schemaFile?: string;
  folder?: string;
  /** the moment in the migration's name */
  now?: Date;
}

/** The copy of schema.prisma that a written migration leads to. Migrations written by hand have none. */
const snapshotName = 'schema.prisma';

/**
 * Writes the next migration: what changed in schema.prisma since the newest migration that carries a copy of it.
 * The copies are compared, not a database: through the driver adapter the engine cannot read a PostgreSQL database back
 * (columns of type "char") nor clear away its shadow database. That the migrations really lead to schema.prisma is tested.
 * @param databaseUrl any PostgreSQL database: the engine connects to one, it is neither read nor changed
 * @param name short, a–z, digits and underscores; the folder becomes `<UTC timestamp>_<name>`
 * @returns the path of the new migration.sql, or undefined when schema.prisma asks for nothing new
 * @throws when schema.prisma is wrong; seen by the developer who runs it
 */
export async function writeNewMigration(
  databaseUrl: string,
  name: string,
  options: NewMigrationOptions = {},
): Promise<string | undefined> {
  const folder = options.folder ?? migrationsFolder;
  const schemaFile = options.schemaFile ?? join(projectRoot, 'prisma', 'schema.prisma');
  const script = await schemaDifference(databaseUrl, await newestSnapshot(folder), schemaFile);
  if (!/^[^-\s]/m.test(script)) return undefined;
  const stamp = (options.now ?? new Date()).toISOString().replace(/\D/g, '').slice(0, 14);
  return write(folder, `${stamp}_${name}`, script, schemaFile);
}

/**
 * The SQL that leads from one schema file to another; comments alone when they ask for the same tables.
 * @param databaseUrl as in {@link writeNewMigration}
 * @param from path of a schema file, or undefined for an empty database
 */
export async function schemaDifference(databaseUrl: string, from: string | undefined, to: string): Promise<string> {
  const { engine, close } = await openSchemaEngine(databaseUrl);
  try {
    const { stdout } = await engine.diff({
      from: from ? await datamodel(from) : { tag: 'empty' },
      to: await datamodel(to),
      script: true,
      exitCode: null,
      filters: everything,
    });
    return stdout ?? '';
  } finally {
    await close();
  }
}

/** Path of the newest copy of schema.prisma among the migrations; undefined before the first. */
export async function newestSnapshot(folder: string = migrationsFolder): Promise<string | undefined> {
  const { migrationDirectories } = await readMigrations(folder);
  for (const { path } of migrationDirectories.toReversed()) {
    const snapshot = join(folder, path, snapshotName);
    if (
      await readFile(snapshot).then(
        () => true,
        () => false,
      )
    )
      return snapshot;
  }
  return undefined;
}

const datamodel = async (path: string): Promise<DiffTarget> => ({
  tag: 'schemaDatamodel',
  files: [{ path, content: await readFile(path, 'utf8') }],
});

async function write(folder: string, name: string, script: string, schemaFile: string): Promise<string> {
  const unfinished = join(folder, `.${name}`);
  await mkdir(unfinished);
  await writeFile(join(unfinished, 'migration.sql'), script);
  await copyFile(schemaFile, join(unfinished, snapshotName));
  await rename(unfinished, join(folder, name));
  return join(folder, name, 'migration.sql');
}
