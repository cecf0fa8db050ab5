import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import pg from 'pg';
import { connectLazily, createClient } from '../../api/engine/engine.js';
import { readWorkerConfig } from '../../bin/config.js';
import { isAlive, type ProcessIdentity } from '../../bin/embedded/process-identity.js';
import { choosePort } from '../../bin/embedded/program.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { projectRoot } from '../../prisma/project-root.js';
import { until } from '../support/until.js';
import { WebClient } from '../support/web-client.js';

/** What runs under `npm start`, by what stands in its command line. */
const PARTS = {
  postgres: /\/postgres .*-D /,
  temporal: / server start-dev /,
  worker: /\/dist\/bin\/worker\.js/,
  web: /\/dist\/bin\/web\.js/,
} as const;
export type Part = keyof typeof PARTS;

/** Long enough for a busy machine; only a failing test waits as long. */
export const WAIT_MS = 90_000;

/** The first start also plays the whole demo. */
const START_MS = 240_000;

/** The whole product as `npm start` runs it, with its demo, in a data folder of its own. */
export interface Running {
  readonly baseUrl: string;
  readonly prisma: PrismaClient;
  readonly temporal: Client;
  /** Settles when a decision's transaction has just been committed; it listens when the outer promise settles. */
  nextCommit(): Promise<{ readonly committed: Promise<void> }>;
  /** Somebody who is logged in. */
  person(sub: string): Promise<WebClient>;
  /** SIGKILL, at once. Returns a wait for the new one that the supervision starts, ready for use. */
  kill(part: Part): () => Promise<void>;
  /** Takes the port of a part that was just killed, so that it stays away until `release`. */
  holdDown(part: 'temporal' | 'postgres'): Promise<{ release(): Promise<void> }>;
  /** The data folder: what the servers keep, the mails, the logs. */
  readonly data: string;
  /** Ends everything as Ctrl-C does; what the data folder holds stays. */
  end(): Promise<void>;
  /** The same, and the data folder is gone. */
  stop(): Promise<void>;
}

/** @param logLevel what the programs write in their logs, and worse */
export async function startRunning(logLevel = 'warn'): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'remissflode-chaos-'));
  // the database's own user must be able to enter it when the tests run as root
  await chmod(folder, 0o755);
  const data = join(folder, 'data');
  const port = await choosePort();
  const env = { ...process.env, REMISSFLODE_DATA: data, PORT: String(port), BASE_URL: '', LOG_LEVEL: logLevel };
  const program = spawn(process.execPath, [join(projectRoot, 'dist', 'bin', 'start.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => program.once('close', () => resolve()));
  const begun = until('the start', () => output.includes('igång: ') || program.exitCode !== null, START_MS);
  await begun.catch((error: unknown) => {
    program.kill('SIGTERM');
    throw error;
  });
  if (program.exitCode !== null) throw new Error(output);

  const read = (...path: string[]): string => readFileSync(join(data, ...path), 'utf8').trim();
  const ports = {
    postgres: Number(read('postgres', 'port')),
    temporal: (JSON.parse(read('temporal', 'temporal-portar.json')) as { port: number }).port,
  };
  const config = readWorkerConfig({
    ...(JSON.parse(read('hemligheter.json')) as NodeJS.ProcessEnv),
    DATABASE_URL: `postgresql://remissflode:${read('postgres', 'losenord')}@127.0.0.1:${ports.postgres}/remissflode`,
    TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'remissflode@example.se',
  });
  const prisma = createPrisma(config.databaseUrl, config.recordKeys);
  const connection = connectLazily(config.temporalAddress);

  const living = (): ProcessIdentity[] =>
    (JSON.parse(read('las.json')) as { programs: ProcessIdentity[] }).programs.filter(isAlive);
  const find = (part: Part) => living().find(({ pid }) => PARTS[part].test(commandOf(pid)));

  const end = async () => {
    await prisma.$disconnect();
    await connection.close();
    program.kill('SIGTERM');
    await ended;
  };

  return {
    baseUrl: `http://localhost:${port}`,
    data,
    prisma,
    temporal: createClient(connection, config.temporalNamespace, config.payloadKeys),
    nextCommit: () => watchForCommit(config.databaseUrl),
    async person(sub) {
      const client = new WebClient(`http://localhost:${port}`);
      await client.login(sub);
      return client;
    },
    kill(part) {
      const victim = find(part);
      if (!victim) throw new Error(`${part} does not run.\n${output}`);
      process.kill(victim.pid, 'SIGKILL');
      return () =>
        until(
          `a new ${part}`,
          () => {
            const found = find(part);
            return found !== undefined && found.pid !== victim.pid;
          },
          WAIT_MS,
        );
    },
    holdDown: (part) => holdPort(ports[part]),
    end,
    async stop() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks without pause until one more decision stands as taken than when it is called. */
async function watchForCommit(databaseUrl: string): Promise<{ readonly committed: Promise<void> }> {
  const watcher = new pg.Client({ connectionString: databaseUrl });
  await watcher.connect();
  const taken = async () => Number((await watcher.query<{ antal: string }>(TAKEN)).rows[0]?.antal);
  const before = await taken();
  const watch = async () => {
    const last = Date.now() + WAIT_MS;
    while ((await taken()) === before) if (Date.now() > last) throw new Error('No decision was committed');
    await watcher.end();
  };
  return { committed: watch() };
}
const TAKEN = 'SELECT count(*) AS antal FROM beslut WHERE fattat IS NOT NULL';

/** A process may end while it is being looked at. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** Listens, and hangs up on everybody. */
async function holdPort(port: number): Promise<{ release(): Promise<void> }> {
  const server = createServer((socket: Socket) => socket.destroy());
  const listens = (): Promise<boolean> =>
    new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
  await until('the port', listens);
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}
