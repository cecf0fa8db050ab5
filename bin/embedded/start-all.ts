import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import pg from 'pg';

import { makeCurrent } from '../../api/engine/deployment.js';
import { ensureNamespace } from '../../api/engine/namespace.js';
import { grantToApplication } from '../../prisma/application-role.js';
import { projectRoot } from '../../prisma/project-root.js';
import { migrate } from '../../prisma/migrate.js';
import { databaseAccess } from '../../prisma/tls.js';
import type { Tls } from '../../prisma/tls.js';
import { readStartConfig } from '../config.js';
import { readEnvironment } from '../config/environment.js';
import type { StartConfig } from '../config.js';
import { lockFileName, takeLock } from './data-lock.js';
import { createInstallation } from './installation.js';
import type { Installation } from './installation.js';
import { startMailbox } from './mailbox.js';
import { startEmbeddedPostgres } from './postgres.js';
import { requireDisk, requirePort } from './preconditions.js';
import { describeEnding, startProgram, StartError } from './program.js';
import { keepSecrets } from './secrets.js';
import { findTemporalProgram } from './temporal-programs.js';
import { connectTestService, startDevServer, startTimeSkippingServer } from './temporal-server.js';
import type { DevServerPorts, TemporalServer } from './temporal-server.js';

/** What is started and how it is told. */
export interface StartOptions {
  env: NodeJS.ProcessEnv;
  /** true: on the time-skipping server, with a data folder made anew */
  timeSkipping: boolean;
  /** the programs of the application, absolute paths */
  children: { demo: string; worker: string; web: string };
  print: (line: string) => void;
  /** called when the installation cannot be kept running; everything has been stopped then */
  failed: (sentence: string) => void;
}

/** A running installation. */
export interface RunningInstallation {
  url: string;
  /** ends everything in order and gives the data folder back */
  stop: () => Promise<void>;
  /** ends everything at once, for a second Ctrl-C */
  kill: () => void;
}

interface Context extends StartOptions {
  config: StartConfig;
  folder: string;
  installation: Installation;
}

/**
 * Starts the whole application: what has no address in the environment runs embedded, then migrations, the demo when the database
 * is empty, worker and web. It returns when the web answers. When something fails, what was started is stopped again.
 * @param interrupted is given `stop` and `kill` as soon as there is something to stop, so that Ctrl-C works during the start
 * @throws StartError or ConfigError with one Swedish sentence
 */
export async function startAll(
  options: StartOptions,
  interrupted: (running: Omit<RunningInstallation, 'url'>) => void,
): Promise<RunningInstallation> {
  // what stands in files is read here, once, and handed on in the environment of the children
  const env = readEnvironment(options.env);
  const config = readStartConfig(env);
  const folder = dataFolder(config, options.timeSkipping);
  const lock = await takeLock(folder);
  const installation = createInstallation(lock.record, options.print, (sentence) => {
    void stop().then(() => options.failed(sentence));
  });
  const stop = async () => {
    await installation.stop();
    lock.release();
  };
  interrupted({ stop, kill: installation.kill });
  try {
    if (options.timeSkipping) emptyFolder(folder);
    await requireDisk(folder, config.minimumFreeBytes);
    await requirePort(config.port);
    await startEverything({ ...options, env, config, folder, installation });
    return { url: config.baseUrl, stop, kill: installation.kill };
  } catch (error) {
    await stop();
    throw error;
  }
}

function dataFolder(config: StartConfig, timeSkipping: boolean): string {
  const folder = resolve(config.dataFolder ?? join(projectRoot, '.remissflode'));
  return timeSkipping ? `${folder}-spola` : folder;
}

function emptyFolder(folder: string): void {
  const entries = readdirSync(folder).filter((entry) => entry !== lockFileName);
  for (const entry of entries) rmSync(join(folder, entry), { recursive: true, force: true });
}

async function startEverything(context: Context): Promise<void> {
  const { config, folder, print } = context;
  const { databaseUrl, ownerUrl } = await findDatabase(context);
  const temporalAddress = config.temporalAddress ?? (await launchTemporal(context));
  const mail = config.smtpUrl ? { SMTP_URL: config.smtpUrl } : await launchMailbox(context);
  print('Databasen uppdateras …');
  await migrate(ownerUrl, undefined, config.tls?.database);
  await grantToApplication(ownerUrl, databaseUrl, config.tls?.database);
  await prepareTemporal(context, temporalAddress);
  const env: NodeJS.ProcessEnv = {
    ...keepSecrets(folder),
    MAIL_FROM: 'Remissflöde <remissflode@example.se>',
    ...context.env,
    ...mail,
    DATABASE_URL: databaseUrl,
    DATABASE_PASSWORD: '', // it stands in the address
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: config.temporalNamespace,
    PORT: String(config.port),
    BASE_URL: config.baseUrl,
    ...(context.timeSkipping ? { KLOCKA: 'temporal' } : {}),
    TZ: 'UTC',
  };
  await seedDemo(context, databaseUrl, env);
  print('Arbetare och webb startar …');
  await launchChild(context, 'worker', env);
  await launchChild(context, 'web', env);
}

const log = (folder: string, name: string) => join(folder, 'loggar', `${name}.log`);

interface DatabaseUrls {
  /** for the application */
  databaseUrl: string;
  /** for the migrations */
  ownerUrl: string;
}

async function findDatabase(context: Context): Promise<DatabaseUrls> {
  const { databaseUrl, ownerDatabaseUrl = databaseUrl } = context.config;
  return databaseUrl && ownerDatabaseUrl ? { databaseUrl, ownerUrl: ownerDatabaseUrl } : launchPostgres(context);
}

async function launchPostgres({ folder, installation, print, timeSkipping }: Context): Promise<DatabaseUrls> {
  print('PostgreSQL startar …');
  const options = { folder: join(folder, 'postgres'), logFile: log(folder, 'postgres') };
  let urls: DatabaseUrls | undefined;
  await installation.keepRunning('PostgreSQL', async () => {
    const started = await startEmbeddedPostgres({
      ...options,
      ...(urls ? { port: Number(new URL(urls.databaseUrl).port) } : { fresh: timeSkipping }),
    });
    if (!urls && started.notice) print(started.notice);
    urls = { databaseUrl: started.url, ownerUrl: started.ownerUrl };
    return started.program;
  });
  if (!urls) throw new StartError('PostgreSQL startade inte.');
  return urls;
}

async function launchTemporal({ config, folder, env, installation, print, timeSkipping }: Context): Promise<string> {
  const program = await findTemporalProgram(timeSkipping ? 'temporal-test-server' : 'temporal', { env, report: print });
  print('Temporal startar …');
  const logFile = log(folder, 'temporal');
  const databaseFile = join(folder, 'temporal', 'temporal.db');
  let running: TemporalServer | undefined;
  await installation.keepRunning('Temporal', async () => {
    if (timeSkipping && running) throw new StartError('Den tidshoppande servern minns inget och kan inte startas om.');
    running = timeSkipping
      ? await startTimeSkippingServer({ program, logFile })
      : await startDevServer({
          program,
          databaseFile,
          logFile,
          namespace: config.temporalNamespace,
          ports: portsOf(running),
        });
    return running.program;
  });
  return running?.address ?? '';
}

const portsOf = (server: TemporalServer | undefined): DevServerPorts | undefined =>
  server?.uiUrl
    ? { port: Number(server.address.split(':')[1]), uiPort: Number(new URL(server.uiUrl).port) }
    : undefined;

async function launchMailbox({ folder, installation, print }: Context): Promise<NodeJS.ProcessEnv> {
  const mailbox = await startMailbox({ folder: join(folder, 'mejl') });
  installation.add(mailbox.stop);
  print(`Utskick fångas upp och visas på ${mailbox.url}.`);
  return { SMTP_URL: mailbox.smtpUrl, MAILBOX_URL: mailbox.url };
}

/** The build that is started is the one that cases are given to; the time-skipping server knows no versions. */
async function prepareTemporal({ config, timeSkipping }: Context, address: string): Promise<void> {
  const namespace = config.temporalNamespace;
  const connection = await connectTestService(address, config.tls?.temporal);
  try {
    await ensureNamespace(connection, { namespace });
    if (!timeSkipping) await makeCurrent(connection, namespace);
  } finally {
    await connection.close();
  }
}

/** A demo that was broken off is filled up at the next start: the mark stands until it is whole. */
async function seedDemo(
  { config, folder, children, installation, print }: Context,
  databaseUrl: string,
  env: NodeJS.ProcessEnv,
) {
  const mark = join(folder, 'demo-pagar');
  if (config.production || !(existsSync(mark) || (await isEmpty(databaseUrl, config.tls?.database)))) return;
  print('Demonstrationens förbund och ärenden läggs in …');
  writeFileSync(mark, '');
  const logFile = log(folder, 'demo');
  const demo = await startProgram({
    name: 'Demonstrationen',
    command: process.execPath,
    args: [children.demo],
    logFile,
    env,
    ipc: true,
  });
  installation.add(demo.stop);
  const ending = await demo.ended;
  if (ending.code !== 0) throw new StartError(describeEnding('Demonstrationen', logFile, ending));
  rmSync(mark);
}

async function isEmpty(databaseUrl: string, tls: Tls | undefined): Promise<boolean> {
  const client = new pg.Client(databaseAccess(databaseUrl, tls));
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM forbund LIMIT 1')).rowCount === 0;
  } finally {
    await client.end();
  }
}

const readyTimeoutMs = 120_000;

async function launchChild(
  { folder, children, installation }: Context,
  name: 'worker' | 'web',
  env: NodeJS.ProcessEnv,
) {
  const logFile = log(folder, name);
  const label = name === 'worker' ? 'Arbetaren' : 'Webben';
  await installation.keepRunning(label, async () => {
    const program = await startProgram({
      name: label,
      command: process.execPath,
      args: [children[name]],
      logFile,
      env,
      ipc: true,
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new StartError(`${label} blev inte klar i tid (loggen finns i ${logFile}).`)),
        readyTimeoutMs,
      );
    });
    try {
      await Promise.race([program.ready, late]);
      return program;
    } catch (error) {
      await program.stop();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  });
}
