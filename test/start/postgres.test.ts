import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { startEmbeddedPostgres } from '../../bin/embedded/postgres.js';
import type { EmbeddedPostgres } from '../../bin/embedded/postgres.js';

const asRoot = process.getuid?.() === 0;
let folder: string;
let server: EmbeddedPostgres | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remissflode-postgres-'));
  await chmod(folder, 0o755);
});

afterEach(async () => {
  await server?.program.stop();
  server = undefined;
  await rm(folder, { recursive: true });
});

async function start(data = join(folder, 'data')): Promise<EmbeddedPostgres> {
  const options = {
    folder: data,
    logFile: join(folder, 'postgres.log'),
    durable: false,
    fallbackFolder: join(folder, 'fallback'),
  };
  server = await startEmbeddedPostgres(options);
  return server;
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server?.ownerUrl });
  // the server may be killed under it
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('it sorts in Swedish and keeps its data, its port and its password over a restart', async () => {
  const { url, program } = await start();
  await query("CREATE TABLE ord AS SELECT * FROM (VALUES ('öl'), ('zon'), ('åka'), ('äta'), ('Adam')) AS v (x)");
  await program.stop();
  expect((await start()).url).toBe(url);
  expect(await query('SELECT x FROM ord ORDER BY x')).toEqual(['Adam', 'zon', 'åka', 'äta', 'öl'].map((x) => ({ x })));
});

test('a wrong password is refused: other users of the machine stay out', async () => {
  const { ownerUrl: url } = await start();
  const stranger = new pg.Client({ connectionString: url.replace(/:[0-9a-f]+@/, ':guess@') });
  await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
});

test('a server left behind by kill -9 of its owner is ended, and the pid file of another program is no hindrance', async () => {
  const left = await start();
  const again = await start();
  expect((await left.program.ended).code).toBe(0);
  expect(again.url).toBe(left.url);
  const pidFile = join(folder, 'data', 'kluster', 'postmaster.pid');
  const content = await readFile(pidFile, 'utf8');
  process.kill(again.program.pid, 'SIGKILL');
  await again.program.ended;
  // only a process of the same user looks like a living server to PostgreSQL
  const { uid, gid } = await stat(pidFile);
  const stranger = spawn('sleep', ['60'], { uid, gid });
  await writeFile(pidFile, content.replace(/^\d+/, String(stranger.pid)));
  await start();
  stranger.kill();
  expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a folder that the database’s own user cannot enter is replaced by one that it can, and said so; an ordinary user keeps the folder', async () => {
  await mkdir(join(folder, 'closed'), { mode: 0o700 });
  await mkdir(join(folder, 'fallback'));
  const { notice } = await start(join(folder, 'closed', 'data'));
  expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(notice?.includes(`Databasen läggs i ${join(folder, 'fallback')}`)).toBe(asRoot || undefined);
});
