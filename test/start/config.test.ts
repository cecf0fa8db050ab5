import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig, readMigrateConfig, readStartConfig, readWorkerConfig } from '../../bin/config.js';
import { FROM_FILES } from '../../bin/config/environment.js';
import { createAuthority } from '../support/certificates.js';

const key = Buffer.alloc(32, 7).toString('base64');
const complete = {
  DATABASE_URL: 'postgresql://u:p@db:5432/remissflode',
  TEMPORAL_ADDRESS: 'temporal:7233',
  SMTP_URL: 'smtp://mail:25',
  MAIL_FROM: 'remissflode@example.se',
  SESSION_SECRET: 's'.repeat(32),
  PAYLOAD_KEYS: `ny:${key},gammal:${key}`,
  RECORD_KEYS: `ny:${key},gammal:${key}`,
};

const plain = 'database, temporal,smtp';

test('a complete environment is read with its defaults', () => {
  expect(readConfig({ ...complete, BASE_URL: 'https://remiss.example.se/' })).toMatchObject({
    production: false,
    temporalNamespace: 'remissflode',
    port: 3000,
    baseUrl: 'https://remiss.example.se',
    klocka: 'system',
    logLevel: 'info',
    oidc: undefined,
    payloadKeys: [{ id: 'ny', key: Buffer.alloc(32, 7) }, { id: 'gammal' }],
    recordKeys: [{ id: 'ny', key: Buffer.alloc(32, 7) }, { id: 'gammal' }],
  });
  expect(readConfig({ ...complete, PORT: '8080' }).baseUrl).toBe('http://localhost:8080');
});

test.each([
  ['DATABASE_URL', undefined, 'Miljövariabeln DATABASE_URL saknas.'],
  ['DATABASE_URL', '', 'Miljövariabeln DATABASE_URL saknas.'],
  [
    'DATABASE_URL',
    'mysql://x',
    'Miljövariabeln DATABASE_URL är fel: den ska vara en adress som börjar med postgresql://.',
  ],
  ['TEMPORAL_ADDRESS', 'temporal', 'Miljövariabeln TEMPORAL_ADDRESS är fel: den ska vara värdnamn:port.'],
  ['PORT', 'http', 'Miljövariabeln PORT är fel: den ska vara ett portnummer.'],
  ['SESSION_SECRET', 'short', 'Miljövariabeln SESSION_SECRET är fel: den ska vara minst 32 tecken.'],
  [
    'PAYLOAD_KEYS',
    'a:AAAA',
    'Miljövariabeln PAYLOAD_KEYS är fel: den ska vara nyckelid:base64 av 32 byte, flera skilda med komma.',
  ],
  [
    'PAYLOAD_KEYS',
    `a:${key},a:${key}`,
    'Miljövariabeln PAYLOAD_KEYS är fel: den ska vara nyckelid:base64 av 32 byte, flera skilda med komma.',
  ],
  ['RECORD_KEYS', undefined, 'Miljövariabeln RECORD_KEYS saknas.'],
  ['KLOCKA', 'vägg', 'Miljövariabeln KLOCKA är fel: den ska vara system eller temporal.'],
  [
    'BASE_URL',
    'https://example.se/remiss',
    'Miljövariabeln BASE_URL är fel: den ska vara ett värdnamn för sig, utan sökväg.',
  ],
  ['NODE_ENV', 'production', 'Miljövariabeln OIDC_ISSUER saknas.'],
  ['OIDC_ISSUER', 'https://idp.example.se', 'Miljövariabeln OIDC_CLIENT_ID saknas.'],
])('%s=%s is told in one sentence', (name, value, sentence) => {
  const read = () => readConfig({ ...complete, [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(sentence);
});

test('the worker needs neither session nor login', () => {
  const { SESSION_SECRET: _, ...rest } = complete;
  expect(readWorkerConfig({ ...rest, NODE_ENV: 'production', PLAIN_CONNECTIONS: plain })).toMatchObject({
    smtpUrl: 'smtp://mail:25',
    production: true,
  });
});

test('the start needs nothing, and migrations only the database', () => {
  expect(readStartConfig({})).toMatchObject({ databaseUrl: undefined, port: 3000, minimumFreeBytes: 1024 ** 3 });
  expect(readMigrateConfig({ DATABASE_URL: complete.DATABASE_URL })).toMatchObject({ temporalAddress: undefined });
});

test('migrations run as the owner of the tables, who is named in production and is the application’s own role otherwise', () => {
  const { DATABASE_URL } = complete;
  const OWNER_DATABASE_URL = 'postgresql://agare:p@db:5432/remissflode';
  expect(readMigrateConfig({ DATABASE_URL }).ownerDatabaseUrl).toBe(DATABASE_URL);
  expect(readStartConfig({ DATABASE_URL }).ownerDatabaseUrl).toBe(DATABASE_URL);
  for (const read of [readMigrateConfig, readStartConfig])
    expect(read({ DATABASE_URL, OWNER_DATABASE_URL }).ownerDatabaseUrl).toBe(OWNER_DATABASE_URL);
  expect(() => readMigrateConfig({ DATABASE_URL, NODE_ENV: 'production' })).toThrow(
    'Miljövariabeln OWNER_DATABASE_URL saknas.',
  );
});

describe('a secret in a file', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'remissflode-config-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (text: string): string => {
    writeFileSync(join(folder, 'hemlig'), text);
    return join(folder, 'hemlig');
  };

  const { SESSION_SECRET: secret, ...rest } = complete;

  it('is read without the line that ends it', () => {
    expect(readConfig({ ...rest, SESSION_SECRET_FILE: file(`${secret}\n`) }).sessionSecret).toBe(secret);
  });

  it('is held to the same rules, and never told', () => {
    const read = () => readConfig({ ...rest, SESSION_SECRET_FILE: file('kort hemlighet') });
    expect(read).toThrow('Miljövariabeln SESSION_SECRET är fel: den ska vara minst 32 tecken.');
    expect(read).not.toThrow(/kort hemlighet/);
  });

  it('is not given in both ways', () => {
    const both = { ...complete, SESSION_SECRET_FILE: file(secret) };
    expect(() => readConfig(both)).toThrow('Ange SESSION_SECRET eller SESSION_SECRET_FILE, inte båda.');
  });

  it('that cannot be read is told by its name', () => {
    const missing = join(folder, 'finns-inte');
    expect(() => readConfig({ ...rest, SESSION_SECRET_FILE: missing })).toThrow(
      `Filen ${missing} som SESSION_SECRET_FILE pekar på går inte att läsa (ENOENT).`,
    );
  });

  it('is possible for everything that is secret', () => {
    const secrets = Object.keys(complete).filter((name) => /SECRET|KEY|PASSWORD|URL/.test(name));
    expect(FROM_FILES).toEqual(expect.arrayContaining([...secrets, 'DATABASE_PASSWORD', 'OIDC_CLIENT_SECRET']));
  });

  it('may be the password alone', () => {
    const env = {
      ...complete,
      DATABASE_URL: 'postgresql://u@db/remissflode',
      DATABASE_PASSWORD_FILE: file('p@ss/word'),
    };
    expect(readConfig(env).databaseUrl).toBe('postgresql://u:p%40ss%2Fword@db/remissflode');
  });
});

describe('in production', () => {
  const authority = createAuthority();
  const { ca } = authority;
  const { cert, key: ours } = authority.client('remissflode');
  const production = {
    ...complete,
    NODE_ENV: 'production',
    BASE_URL: 'https://remiss.example.se',
    OIDC_ISSUER: 'https://idp.example.se',
    OIDC_CLIENT_ID: 'remissflode',
    OIDC_CLIENT_SECRET: 'hemligt',
    OIDC_AMR: 'mfa',
    CLAMD_ADDRESS: '/run/clamd/clamd.sock',
  };
  const known = { TEMPORAL_CERT: cert, TEMPORAL_KEY: ours };
  const served = { WEB_CERT: cert, WEB_KEY: ours };
  const encrypted = { DATABASE_CA: ca, TEMPORAL_CA: 'system', ...known, ...served, SMTP_URL: 'smtps://mail' };

  it.each([
    [
      {},
      'Miljövariabeln DATABASE_URL är fel: den ska nås krypterat i produktion: ange DATABASE_CA, eller database i PLAIN_CONNECTIONS.',
    ],
    [
      { DATABASE_CA: ca },
      'Miljövariabeln TEMPORAL_ADDRESS är fel: den ska nås krypterat i produktion: ange TEMPORAL_CA, eller temporal i PLAIN_CONNECTIONS.',
    ],
    [
      { DATABASE_CA: ca, TEMPORAL_CA: ca, ...known },
      'Miljövariabeln SMTP_URL är fel: den ska nås krypterat i produktion: ange SMTP_CA, eller smtp i PLAIN_CONNECTIONS.',
    ],
    [
      { ...encrypted, BASE_URL: 'http://remiss.example.se' },
      'Miljövariabeln BASE_URL är fel: den ska börja med https:// i produktion.',
    ],
    [
      { ...encrypted, WEB_CERT: '', WEB_KEY: '' },
      'Miljövariabeln WEB_CERT är fel: den ska anges i produktion, eller web i PLAIN_CONNECTIONS.',
    ],
  ])('no connection leaves the machine unencrypted unless that is told (%#)', (settings, sentence) => {
    expect(() => readConfig({ ...production, ...settings })).toThrow(sentence);
  });

  it('goes by no clock that can be moved', () => {
    for (const read of [readConfig, readWorkerConfig])
      expect(() => read({ ...production, ...encrypted, KLOCKA: 'temporal' })).toThrow(
        'Miljövariabeln KLOCKA är fel: den ska vara system i produktion.',
      );
  });

  it('shows Temporal who connects: nothing else does', () => {
    expect(() => readConfig({ ...production, ...encrypted, TEMPORAL_CERT: '', TEMPORAL_KEY: '' })).toThrow(
      'Miljövariabeln TEMPORAL_CERT är fel: den ska anges i produktion: Temporal ska veta vem som ansluter.',
    );
  });

  it('asks what a login must have reached, by its level or its way', () => {
    const without = { ...production, ...encrypted, OIDC_AMR: '' };
    expect(() => readConfig(without)).toThrow(
      'Miljövariabeln OIDC_ACR är fel: den ska anges i produktion, eller OIDC_AMR: hur stark inloggningen måste vara.',
    );
    expect(readConfig({ ...without, OIDC_ACR: 'loa3' }).oidc).toMatchObject({ acr: ['loa3'] });
  });

  it('asks for a scanner, on this machine unless that is told', () => {
    const address = (CLAMD_ADDRESS: string, settings = {}) =>
      readConfig({ ...production, ...encrypted, CLAMD_ADDRESS, ...settings }).clamdAddress;
    expect(() => address('')).toThrow('Miljövariabeln CLAMD_ADDRESS saknas.');
    expect(() => address('clamd')).toThrow(
      'Miljövariabeln CLAMD_ADDRESS är fel: den ska vara värdnamn:port eller en sökväg.',
    );
    expect(() => address('clamd:3310')).toThrow(
      'Miljövariabeln CLAMD_ADDRESS är fel: den ska vara på samma maskin i produktion, om inte clamd står i PLAIN_CONNECTIONS.',
    );
    expect(address('[::1]:3310')).toBe('[::1]:3310');
    expect(address('clamd:3310', { PLAIN_CONNECTIONS: 'clamd' })).toBe('clamd:3310');
  });

  it('lets through what is encrypted, stays on the machine, or is told to be plain', () => {
    expect(readConfig({ ...production, ...encrypted })).toMatchObject({
      tls: { database: { ca }, temporal: { ca: undefined }, smtp: undefined },
      webTls: { cert, key: ours },
    });
    const here = {
      ...served,
      DATABASE_URL: 'postgresql://u@127.0.0.1/x',
      TEMPORAL_ADDRESS: '[::1]:7233',
      SMTP_URL: 'smtp://localhost',
    };
    expect(readConfig({ ...production, ...here }).tls).toEqual({});
    expect(readConfig({ ...production, PLAIN_CONNECTIONS: `${plain},web` }).tls).toEqual({});
  });
});

describe('the settings of encryption', () => {
  const authority = createAuthority();
  const { cert, key: own } = authority.client('remissflode');

  it.each([
    [
      { DATABASE_CA: 'ca.pem' },
      'Miljövariabeln DATABASE_CA är fel: den ska vara ett certifikat i PEM-form, eller ordet system.',
    ],
    [
      { TEMPORAL_CA: 'system', TEMPORAL_CERT: cert },
      'Miljövariabeln TEMPORAL_KEY är fel: den ska anges när TEMPORAL_CERT anges.',
    ],
    [
      { SMTP_CA: 'system', SMTP_CERT: cert, SMTP_KEY: cert },
      'Miljövariabeln SMTP_KEY är fel: den ska vara en privat nyckel i PEM-form, utan lösenord.',
    ],
    [
      { DATABASE_CERT: cert, DATABASE_KEY: own },
      'Miljövariabeln DATABASE_CA är fel: den ska anges när DATABASE_CERT anges.',
    ],
    [
      { DATABASE_SERVER_NAME: 'db' },
      'Miljövariabeln DATABASE_CA är fel: den ska anges när DATABASE_SERVER_NAME anges.',
    ],
    [
      { DATABASE_URL: 'postgresql://db/x?sslmode=require' },
      'Miljövariabeln DATABASE_URL är fel: den ska stå utan ssl-inställningar; ange DATABASE_CA.',
    ],
    [{ WEB_CERT: cert }, 'Miljövariabeln WEB_KEY är fel: den ska anges när WEB_CERT anges.'],
    [{ WEB_KEY: own }, 'Miljövariabeln WEB_CERT är fel: den ska anges när WEB_KEY anges.'],
    [
      { PLAIN_CONNECTIONS: 'alla' },
      'Miljövariabeln PLAIN_CONNECTIONS är fel: den ska vara ett eller flera av database, temporal, smtp, web, clamd, skilda med komma.',
    ],
  ])('are held together (%#)', (settings, sentence) => {
    expect(() => readConfig({ ...complete, ...settings })).toThrow(sentence);
  });
});

describe('the settings of the login', () => {
  const oidc = { OIDC_ISSUER: 'https://idp.example.se', OIDC_CLIENT_ID: 'r', OIDC_CLIENT_SECRET: 's' };
  const wanted = 'Miljövariabeln OIDC_CLAIMS är fel: den ska beskriva anspråken i JSON';

  it('are read with how the claims become a person', () => {
    const claims = {
      namn: 'name',
      verksamhet: { claim: ['org', 'code'], koder: { 'SE-1': 'fk' } },
      roller: { claim: 'groups', ger: { rf: [{ roll: 'koordinator', insats: 'samba' }] } },
    };
    const env = {
      ...complete,
      ...oidc,
      OIDC_SCOPE: 'openid profile',
      OIDC_ACR: 'loa3, loa4',
      OIDC_AMR: 'mfa',
      OIDC_HOSTS: 'a.se b.se:8443',
    };
    expect(readConfig({ ...env, OIDC_CLAIMS: JSON.stringify(claims) }).oidc).toMatchObject({
      scope: 'openid profile',
      acr: ['loa3', 'loa4'],
      amr: ['mfa'],
      hosts: ['a.se', 'b.se:8443'],
      claims: { ...claims, person: 'sub', nyaPersoner: false },
    });
  });

  it.each([
    ['{', `${wanted}.`],
    ['{"efternamn":"x"}', `${wanted}; efternamn finns inte.`],
    [
      '{"roller":{"claim":"g","ger":{"a":[{"roll":"chef"}]}}}',
      `${wanted}; roller.ger.a.0.roll ska vara en av handlaggare, medhandlaggare, koordinator, sammankallande, styrgrupp, kansli, granskare, forvaltare, arkivansvarig, nodatkomst.`,
    ],
    [
      '{"roller":{"claim":"g","ger":{"a":[{"roll":"koordinator"}]}}}',
      `${wanted}; roller.ger.a.0 koordinator ska ange insats.`,
    ],
    ['{"roller":{"claim":"g","ger":{"a":[{"roll":"teamrepresentant"}]}}}', `${wanted}; roller.ger.a.0.roll ska vara`],
    ['{"verksamhet":{"claim":7}}', `${wanted}; verksamhet.claim ska vara ett anspråks namn.`],
  ])('tell in one sentence what is wrong in %s', (OIDC_CLAIMS, sentence) => {
    expect(() => readConfig({ ...complete, ...oidc, OIDC_CLAIMS })).toThrow(sentence);
  });

  it('ask for openid whatever else they ask for', () => {
    expect(() => readConfig({ ...complete, ...oidc, OIDC_SCOPE: 'profile' })).toThrow(
      'Miljövariabeln OIDC_SCOPE är fel: den ska innehålla ordet openid.',
    );
  });
});
