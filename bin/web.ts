import type { Server } from 'node:http';
import type { Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { createApp } from '../api/app.js';
import type { AppDeps } from '../api/deps.js';
import { connectLazily, createClient, createEngine } from '../api/engine/engine.js';
import { createKlocka } from '../api/engine/klocka.js';
import { createGenomsokare } from '../api/http/genomsokning.js';
import { closeWebServer, createWebServer } from '../api/http/server.js';
import { createPrisma } from '../prisma/client.js';
import { databaseAccess } from '../prisma/tls.js';
import { announceReady, linkToParent } from './child.js';
import { ConfigError, readConfig } from './config.js';
import { createLog } from './log.js';

/** Sessions need few connections: one short query at the start of a request. */
const SESSION_CONNECTIONS = 5;

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
}

// loaded where they are used: a production's image has neither
async function loadDevLogin({ config, prisma, logger }: Pick<AppDeps, 'config' | 'prisma' | 'logger'>) {
  const { createDevLogin } = await import('../api/login/dev-provider.js');
  return createDevLogin(config, prisma, logger);
}

async function loadDemotid(connection: Connection, namespace: string) {
  const [{ createTidmaskin }, { createDemotid }] = await Promise.all([
    import('../api/engine/tidmaskin.js'),
    import('../api/tidmaskin/demotid.js'),
  ]);
  return createDemotid(createTidmaskin(connection, namespace));
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLog('web', config.logLevel);
  const prisma = createPrisma(config.databaseUrl, config.recordKeys, config.tls?.database);
  const pool = new Pool({ ...databaseAccess(config.databaseUrl, config.tls?.database), max: SESSION_CONNECTIONS });
  // an idle connection that ends is replaced at the next query; without a listener it would end the process
  pool.on('error', (error) => logger.warn({ err: error }, 'session connection lost'));

  const connection = connectLazily(config.temporalAddress, {
    testService: config.klocka === 'temporal',
    tls: config.tls?.temporal,
  });
  const client = createClient(connection, config.temporalNamespace, config.payloadKeys);
  const engine = createEngine(client, { logger, prisma });
  const klocka = createKlocka(config.klocka, connection);
  const devLogin = config.oidc ? undefined : await loadDevLogin({ config, prisma, logger });
  const demotid = config.klocka === 'temporal' ? await loadDemotid(connection, config.temporalNamespace) : undefined;
  const genomsok = config.clamdAddress === undefined ? undefined : createGenomsokare(config.clamdAddress);
  const server = createWebServer({}, config.webTls);
  server.on('request', createApp({ config, prisma, pool, klocka, engine, devLogin, demotid, genomsok, logger }));
  linkToParent(async () => {
    await closeWebServer(server);
    await Promise.all([engine.close(), prisma.$disconnect(), pool.end()]);
    logger.info('stopped');
  });
  await listen(server, config.port);
  logger.info({ port: config.port }, 'listening');
  announceReady();
}

/** What the operator is told; a stack only for what nobody foresaw. */
function reason(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  return code === 'EADDRINUSE' ? `Port ${port} är upptagen. Välj en annan med PORT.` : error;
}

try {
  await main();
} catch (error) {
  console.error(reason(error));
  process.exit(1);
}
