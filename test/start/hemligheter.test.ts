import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choosePort } from '../../bin/embedded/program.js';
import { projectRoot } from '../../prisma/project-root.js';
import { createAuthority } from '../support/certificates.js';
import { startDevServer, type TestServer } from '../support/temporal.js';
import { startTlsPostgres, startTlsProxy, type TlsPostgres, type TlsProxy } from '../support/tls-servers.js';

const authority = createAuthority();
const servers = { ...authority.server('127.0.0.1'), clientCa: authority.ca };
const own = authority.client('remissflode');

let folder: string;
let postgres: TlsPostgres;
let temporal: TestServer;
let proxy: TlsProxy;
let env: NodeJS.ProcessEnv;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remissflode-hemligheter-'));
  [postgres, temporal] = await Promise.all([startTlsPostgres(servers), startDevServer()]);
  proxy = await startTlsProxy(temporal.address, servers);
  env = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    DATABASE_URL: postgres.url.replace('remissflode@', 'remissflode_app@'),
    OWNER_DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: proxy.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    MAIL_FROM: 'remissflode@exempel.se',
    BASE_URL: 'https://remiss.exempel.se',
    PORT: String(await choosePort()),
    OIDC_ISSUER: 'https://login.exempel.se',
    OIDC_CLIENT_ID: 'remissflode',
    OIDC_AMR: 'mfa',
    ...files({
      DATABASE_PASSWORD: 'programmets-losenord',
      OWNER_DATABASE_PASSWORD: postgres.password,
      DATABASE_CA: authority.ca,
      DATABASE_CERT: own.cert,
      DATABASE_KEY: own.key,
      TEMPORAL_CA: authority.ca,
      TEMPORAL_CERT: own.cert,
      TEMPORAL_KEY: own.key,
      WEB_CERT: servers.cert,
      WEB_KEY: servers.key,
      SMTP_URL: 'smtps://remissflode:hemligt@post.exempel.se:465',
      OIDC_CLIENT_SECRET: 'leverantorens-hemlighet',
      SESSION_SECRET: randomBytes(32).toString('hex'),
      PAYLOAD_KEYS: `prov:${randomBytes(32).toString('base64')}`,
      RECORD_KEYS: `prov:${randomBytes(32).toString('base64')}`,
    }),
  };
});

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await proxy?.stop();
  await Promise.all([postgres?.stop(), temporal?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Each secret in a file of its own, as a container platform gives them. */
function files(secrets: Record<string, string>): NodeJS.ProcessEnv {
  const named = Object.entries(secrets).map(([name, secret]): [string, string] => {
    const file = join(folder, name.toLowerCase());
    writeFileSync(file, `${secret}\n`, { mode: 0o600 });
    return [`${name}_FILE`, file];
  });
  return Object.fromEntries(named);
}

/** As the proxy asks. @param ca whose certificates it trusts */
const askOverTls = (path: string, ca: string): Promise<[number | undefined, string]> =>
  new Promise((resolve, reject) => {
    get(`https://127.0.0.1:${env['PORT']}${path}`, { ca }, (answer) => {
      text(answer).then((body) => resolve([answer.statusCode, body]), reject);
    }).once('error', reject);
  });

function run(program: string) {
  const child = fork(join(projectRoot, 'dist', 'bin', `${program}.js`), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env,
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const ready = Promise.race([
    once(child, 'message'),
    ended.then((code) => {
      throw new Error(`${program} ended with ${code}: ${said}`);
    }),
  ]);
  ready.catch(() => undefined);
  return { child, ended, ready, said: () => said };
}

it('migrate, worker and web run in production with every connection encrypted and every secret in a file', async () => {
  const migrate = run('migrate');
  expect([await migrate.ended, migrate.said()]).toEqual([0, expect.stringContaining('Databasen är uppdaterad')]);
  const [worker, web] = [run('worker'), run('web')];
  await Promise.all([worker.ready, web.ready]);
  expect(await askOverTls('/halsa/redo', authority.ca)).toEqual([200, 'ok']);
  await expect(askOverTls('/halsa/redo', createAuthority().ca)).rejects.toThrow(/unable to verify|self-signed/);
  await expect(fetch(`http://127.0.0.1:${env['PORT']}/halsa/redo`)).rejects.toThrow('fetch failed');
  // as a proxy does: a connection in which nothing has been asked yet
  await once(connect({ host: '127.0.0.1', port: Number(env['PORT']), ca: authority.ca }), 'secureConnect');
  for (const { child } of [worker, web]) child.kill('SIGTERM');
  expect(await Promise.all([worker.ended, web.ended])).toEqual([0, 0]);
  const said = worker.said() + web.said() + migrate.said();
  expect(said).not.toMatch(new RegExp(`hemligt|hemlighet|losenord|PRIVATE|${postgres.password}`));
});
