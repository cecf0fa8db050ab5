import pg from 'pg';
import { asOwner } from '../support/postgres.js';

/** Every column of every row of a database as text, by table: what somebody would find who searched all of it. */
export async function dumpDatabase(url: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const client = new pg.Client(asOwner(url));
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; table: string }>(
      `SELECT table_schema AS schema, table_name AS table FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    const dump = new Map<string, string[]>();
    for (const { schema, table } of tables) {
      const name = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;
      const { rows } = await client.query<Record<string, unknown>>(`SELECT * FROM ${name}`);
      dump.set(
        table,
        rows.flatMap((row) => Object.values(row).map(asText)),
      );
    }
    return dump;
  } finally {
    await client.end();
  }
}

const asText = (value: unknown): string =>
  Buffer.isBuffer(value) ? value.toString('utf8') : typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** Which of some words stand where in a dump. */
export const findIn = (dump: ReadonlyMap<string, readonly string[]>, words: readonly string[]): string[] =>
  words.flatMap((word) =>
    [...dump].flatMap(([table, values]) =>
      values.some((value) => value.includes(word)) ? [`${word} in ${table}`] : [],
    ),
  );
