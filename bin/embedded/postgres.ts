import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import pg from 'pg';

import { findPostgresPlace } from './postgres-place.js';
import type { PostgresPlace } from './postgres-place.js';
import { endProcess, identify } from './process-identity.js';
import { choosePort, describeEnding, errorCode, startProgram, StartError, waitFor, waitForPort } from './program.js';
import type { RunningProgram } from './program.js';

/** The embedded PostgreSQL. */
export interface EmbeddedPostgres {
  /** of the database `remissflode`, created when it was missing; for the application, once `migrate` has made its role */
  url: string;
  /** the same for the role that owns the tables */
  ownerUrl: string;
  /** a sentence for the person at the terminal when the data stands elsewhere than asked for */
  notice: string | undefined;
  program: RunningProgram;
}

/** Where the cluster stands and how it runs. */
export interface PostgresOptions {
  /** absolute path of the cluster's folder; made at the first start */
  folder: string;
  logFile: string;
  /** false: no fsync, for tests only */
  durable?: boolean;
  /** the port it must have, for a restart; waited for while something still holds it */
  port?: number | undefined;
  /** true: what an earlier start left is thrown away */
  fresh?: boolean;
  /** where root puts what the database's own user could not reach; see findPostgresPlace */
  fallbackFolder?: string;
}

const database = 'remissflode';
const ownerRole = 'remissflode';
const applicationRole = 'remissflode_app';
const startTimeoutMs = 60_000;

/**
 * Starts the embedded PostgreSQL 18 on 127.0.0.1 and makes its cluster at the first start: UTF-8, Swedish ICU sorting, random
 * passwords kept beside the cluster, no socket file. The port is chosen once and kept while it is free.
 * A server left behind by a start that was killed is ended first; a stale postmaster.pid does not stop it.
 * @throws StartError with one sentence when the cluster cannot be made or the server does not answer within a minute
 */
export async function startEmbeddedPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const place = findPostgresPlace(options.folder, options.fallbackFolder);
  const cluster = join(place.dataFolder, 'kluster');
  if (options.fresh) rmSync(cluster, { recursive: true, force: true });
  if (!existsSync(cluster)) await makeCluster(place, cluster, options.logFile);
  await clearStalePid(cluster);
  const port = await (options.port ? waitForPort(options.port) : choosePort(readPort(place.dataFolder)));
  writeFileSync(join(place.dataFolder, 'port'), String(port));
  const passwords = {
    [ownerRole]: readFileSync(join(place.dataFolder, 'losenord'), 'utf8').trim(),
    [applicationRole]: keepPassword(join(place.dataFolder, 'losenord-app')),
  };
  const program = await startProgram({
    name: 'PostgreSQL',
    command: place.programs.postgres,
    args: ['-D', cluster, '-p', String(port), ...settings(options.durable ?? true)],
    logFile: options.logFile,
    env: environment(),
    cwd: cluster,
    user: place.user,
    // fast shutdown: roll back and end; SIGTERM would wait for every client to leave
    stopSignal: 'SIGINT',
  });
  const urlOf = (role: keyof typeof passwords, name: string) =>
    `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/${name}`;
  try {
    await waitUntilUp(program, urlOf(ownerRole, 'postgres'), options.logFile);
  } catch (error) {
    await program.stop();
    throw error;
  }
  const [url, ownerUrl] = [urlOf(applicationRole, database), urlOf(ownerRole, database)];
  return { url, ownerUrl, notice: place.notice, program };
}

const newPassword = (): string => randomBytes(24).toString('hex');

/** The password in a file; made when there is none. */
function keepPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, `${newPassword()}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

const settings = (durable: boolean) =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });

async function makeCluster(place: PostgresPlace, cluster: string, logFile: string): Promise<void> {
  const unfinished = `${cluster}.ofardig`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(place.dataFolder, 'losenord');
  writeFileSync(passwordFile, `${newPassword()}\n`, { mode: 0o600 });
  if (place.user) {
    chownSync(unfinished, place.user.uid, place.user.gid);
    chownSync(passwordFile, place.user.uid, place.user.gid);
  }
  const args = [`--username=${ownerRole}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const sorting = ['--locale-provider=icu', '--icu-locale=sv', '--locale=C'];
  const initdb = await startProgram({
    name: 'initdb',
    command: place.programs.initdb,
    args: [`--pgdata=${unfinished}`, ...args, ...sorting],
    logFile,
    env: environment(),
    cwd: place.dataFolder,
    user: place.user,
  });
  const ending = await initdb.ended;
  if (ending.code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new StartError(`Databasen kunde inte skapas: ${describeEnding('initdb', logFile, ending)}`);
  }
  renameSync(unfinished, cluster);
}

/** PostgreSQL itself sees past the pid file of a dead server, but not past one whose pid another program has by now. */
async function clearStalePid(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const owner = identify(pid);
  if (!owner) return;
  if (servesCluster(pid, cluster)) await endProcess(owner, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 10_000);
  else rmSync(file);
}

function servesCluster(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    // no /proc: the lock of bin/start already ended what it had started, so the pid is somebody else's
    return false;
  }
}

function readPort(folder: string): number | undefined {
  const file = join(folder, 'port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

async function waitUntilUp(program: RunningProgram, url: string, logFile: string): Promise<void> {
  const ended = program.ended.then((ending) => {
    throw new StartError(describeEnding('PostgreSQL', logFile, ending));
  });
  ended.catch(() => undefined);
  const up = waitFor(
    async () => ((await createDatabaseWhenMissing(url)) ? true : undefined),
    startTimeoutMs,
    () => `PostgreSQL svarar inte (loggen finns i ${logFile}).`,
  );
  up.catch(() => undefined);
  await Promise.race([up, ended]);
}

/** False while the server does not take connections yet. */
async function createDatabaseWhenMissing(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    if (isStartingUp(error)) return false;
    throw error;
  }
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    return true;
  } finally {
    await client.end();
  }
}

// 57P03: the server is starting up, or replaying its log after a crash
const isStartingUp = (error: unknown) => ['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(String(errorCode(error)));
