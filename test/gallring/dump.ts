import pg from 'pg';
import { createPrisma } from '../../prisma/client.js';
import { asOwner } from '../support/postgres.js';
import { recordKeys } from '../support/record-keys.js';

/** Every column of every row of a database as text, by table: what somebody would find who has the keys and searches all of it. */
export async function dumpDatabase(url: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const prisma = createPrisma(asOwner(url), recordKeys);
  try {
    const tables = await prisma.$queryRaw<{ schema: string; table: string }[]>`
      SELECT table_schema::text AS schema, table_name::text AS "table" FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
    const dump = new Map<string, string[]>();
    for (const { schema, table } of tables) {
      const name = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;
      const rows = await prisma.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM ${name}`);
      dump.set(
        table,
        rows.flatMap((row) => Object.values(row).map(asText)),
      );
    }
    return dump;
  } finally {
    await prisma.$disconnect();
  }
}

function asText(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value === 'string' || typeof value === 'bigint') return String(value);
  return JSON.stringify(value) ?? '';
}

/** Which of some words stand where in a dump. */
export const findIn = (dump: ReadonlyMap<string, readonly string[]>, words: readonly string[]): string[] =>
  words.flatMap((word) =>
    [...dump].flatMap(([table, values]) =>
      values.some((value) => value.includes(word)) ? [`${word} in ${table}`] : [],
    ),
  );
