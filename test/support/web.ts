import { randomBytes } from 'node:crypto';
import type { RequestListener, Server } from 'node:http';
import { Writable } from 'node:stream';
import type { Express } from 'express';
import { Pool } from 'pg';
import type { Page } from 'playwright-core';
import { createApp } from '../../api/app.js';
import type { AppConfig, AppDeps, OidcConfig } from '../../api/deps.js';
import type { Tidmaskin } from '../../api/engine/tidmaskin.js';
import { createWebServer } from '../../api/http/server.js';
import { createDevLogin } from '../../api/login/dev-provider.js';
import { mountRoutes } from '../../api/routes/index.js';
import { createDemotid } from '../../api/tidmaskin/demotid.js';
import { createLog } from '../../bin/log.js';
import { connectLazily, createClient, createEngine, type Engine } from '../../api/engine/engine.js';
import { systemKlocka, type Klocka } from '../../domain/klocka.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { WebClient } from './web-client.js';
import { recordKeys } from './record-keys.js';

/** A running web application. */
export interface TestWeb {
  /** `http://127.0.0.1:<port>` */
  baseUrl: string;
  prisma: PrismaClient;
  pool: Pool;
  config: AppConfig;
  /** what the application has logged, one JSON line each */
  log: string[];
  /** a new visitor */
  client: () => WebClient;
  stop: () => Promise<void>;
}

export interface TestWebOptions {
  databaseUrl: string;
  klocka?: Klocka;
  /** the way to the cases; unless told, one to an address where nobody answers. Closed by `stop` */
  engine?: Engine;
  config?: Partial<AppConfig>;
  /** an identity provider of the test's own on the same address, in place of the development one */
  provider?: (baseUrl: string) => { oidc: OidcConfig; app: RequestListener };
  /** for a demo whose time can be moved */
  tidmaskin?: Tidmaskin | undefined;
  /** looks for malware in files; nothing does unless told */
  genomsok?: AppDeps['genomsok'];
  /** adds routers beside the application's own */
  routes?: (app: Express, deps: AppDeps) => void;
  /** how long the server waits for slow visitors, in milliseconds, other than it usually does */
  patience?: Parameters<typeof createWebServer>[0];
  /** a free one unless told */
  port?: number;
}

export const TEST_SESSION_SECRET = 'hemlighet-for-prov-som-ar-lang-nog-0123456789';

const engineAway = (): Engine =>
  createEngine(createClient(connectLazily('127.0.0.1:1'), 'remissflode', [{ id: 'prov', key: randomBytes(32) }]), {
    answerWithinMs: 500,
  });

const listen = (server: Server, port: number): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(`http://127.0.0.1:${address.port}`);
      else reject(new Error('The server has no port.'));
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Starts the real application on a free port of this machine, with the development provider unless `config.oidc` is given. */
export async function startWeb(options: TestWebOptions): Promise<TestWeb> {
  const {
    databaseUrl,
    klocka = systemKlocka,
    engine = engineAway(),
    config: given,
    tidmaskin,
    genomsok,
    routes,
    provider,
    port = 0,
  } = options;
  const server = createWebServer(options.patience);
  const baseUrl = await listen(server, port);
  const log: string[] = [];
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log.push(chunk.toString());
      done();
    },
  });
  const own = provider?.(baseUrl);
  const config = {
    baseUrl,
    production: false,
    sessionSecret: TEST_SESSION_SECRET,
    oidc: own?.oidc,
    ...given,
    // a test asks for what is not hers more often in a minute than a person does in her life
    limits: { missesPerTenMinutes: 10_000, ...given?.limits },
  };
  const prisma = createPrisma(databaseUrl, recordKeys);
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  pool.on('error', () => undefined);
  const stop = async () => {
    await close(server);
    await Promise.all([engine.close(), prisma.$disconnect(), pool.end()]);
  };
  try {
    const logger = createLog('web', 'debug', lines);
    const devLogin = config.oidc ? undefined : createDevLogin(config, prisma, logger);
    const demotid = tidmaskin && createDemotid(tidmaskin);
    const deps = { config, prisma, pool, klocka, engine, devLogin, demotid, genomsok, logger };
    const app = createApp(deps, (mounted) => {
      routes?.(mounted, deps);
      mountRoutes(mounted, deps);
    });
    server.on('request', (request, response) => {
      if (own && request.url?.startsWith(new URL(own.oidc.issuer).pathname)) own.app(request, response);
      else app(request, response);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { baseUrl, prisma, pool, config, log, client: () => new WebClient(baseUrl), stop };
}

/** Logs a browser's page in through the development provider; whoever was logged in before is forgotten. */
export async function loginPage(page: Page, baseUrl: string, sub: string, path = '/'): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${baseUrl}/logga-in?till=${encodeURIComponent(path)}`);
  await page.locator(`button[name="sub"][value="${sub}"]`).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/idp/') && !url.pathname.startsWith('/logga-in'));
}
