import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

import { projectRoot } from './project-root.js';
import { databaseAccess, type Tls } from './tls.js';

// The wasm package is made for bundlers: Node cannot import its .wasm file, so the three steps of its entry file are taken here.
interface Bindings {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
}

let bindings: Promise<Bindings> | undefined;

// without a datamodel the engine panics, even where it needs none
const emptyDatamodel: [string, string][] = [['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']];

async function loadBindings(): Promise<Bindings> {
  // the engine hands the text of its own faults to this global before it traps; without it the text is lost
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => process.stderr.write(`${text}\n`) },
  });
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as Bindings & WebAssembly.ModuleImports;
  const glueFile = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const program = await WebAssembly.compile(await readFile(glueFile.replace(/\.js$/, '.wasm')));
  const instance = await WebAssembly.instantiate(program, { './schema_engine_bg.js': withIdleTimers(glue) });
  glue.__wbg_set_wasm(instance.exports);
  const begin = instance.exports['__wbindgen_start'];
  if (typeof begin === 'function') begin();
  return glue;
}

/** The engine never clears the ten-second timer of its migration lock: unless it is unreferenced, every process that migrates lingers. */
function withIdleTimers(glue: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const imports = Object.entries(glue).map(([name, value]): [string, WebAssembly.ImportValue] => {
    if (!name.startsWith('__wbg_setTimeout_') || typeof value !== 'function') return [name, value];
    return [name, (...args: unknown[]): NodeJS.Timeout => (value(...args) as NodeJS.Timeout).unref()];
  });
  return Object.fromEntries(imports);
}

/** The folder of the migrations, one sub-folder each. */
export const migrationsFolder = join(projectRoot, 'prisma', 'migrations');

/** Which tables and enums the engine leaves alone: none, everything in schema `public` is Prisma's. */
export const everything = { externalTables: [], externalEnums: [] };

/** The engine, bound to one database. */
export interface OpenSchemaEngine {
  engine: SchemaEngine;
  /** closes the engine and its connections */
  close: () => Promise<void>;
}

/**
 * Prisma's schema engine as WebAssembly, bound to one database.
 * @param databaseUrl a postgresql:// URL; the engine connects to it at once
 * @param tls encrypts the connection
 * @throws when the database cannot be reached
 */
export async function openSchemaEngine(databaseUrl: string, tls?: Tls): Promise<OpenSchemaEngine> {
  bindings ??= loadBindings();
  const { SchemaEngine } = await bindings;
  const pool = new pg.Pool({ ...databaseAccess(databaseUrl, tls), max: 1 });
  try {
    const adapter = wholeScripts(new PrismaPg(pool, { schema: 'public' }), pool);
    const options = { datamodels: emptyDatamodel };
    const engine = await SchemaEngine.new(options, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
    const close = async () => {
      engine.free();
      await pool.end();
    };
    return { engine, close };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/**
 * The adapter cuts a script at every semicolon, also inside function bodies and texts. The server takes the script whole, and
 * then all of it or nothing, as Prisma's native engine sends it.
 */
function wholeScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  pool: pg.Pool,
): SqlMigrationAwareDriverAdapterFactory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        throw error instanceof pg.DatabaseError ? new DriverAdapterError(described(error)) : error;
      });
    };
    return adapter;
  };
  return factory;
}

const described = ({ code, severity, message, detail, column, hint }: pg.DatabaseError) => ({
  kind: 'postgres' as const,
  code: code ?? 'N/A',
  severity: severity ?? 'N/A',
  message,
  detail,
  column,
  hint,
});

/** Reads the migrations from the disk, in the order of their names. A folder without migration.sql is an error when it is applied. */
export async function readMigrations(folder: string = migrationsFolder): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(folder, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.toSorted().map(async (name) => ({ path: name, migrationFile: await readMigration(join(folder, name)) })),
    ),
  };
}

async function readMigration(folder: string) {
  const value = await readFile(join(folder, 'migration.sql'), 'utf8');
  return { path: 'migration.sql', content: { tag: 'ok' as const, value } };
}
