import { ConfigError, readConfig, readMigrateConfig, readStartConfig, readWorkerConfig } from '../../bin/config.js';

const key = Buffer.alloc(32, 7).toString('base64');
const complete = {
  DATABASE_URL: 'postgresql://u:p@db:5432/remissflode',
  TEMPORAL_ADDRESS: 'temporal:7233',
  SMTP_URL: 'smtp://mail:25',
  MAIL_FROM: 'remissflode@example.se',
  SESSION_SECRET: 's'.repeat(32),
  PAYLOAD_KEYS: `ny:${key},gammal:${key}`,
};

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
  ['KLOCKA', 'vägg', 'Miljövariabeln KLOCKA är fel: den ska vara system eller temporal.'],
  ['NODE_ENV', 'production', 'Miljövariabeln OIDC_ISSUER saknas.'],
  ['OIDC_ISSUER', 'https://idp.example.se', 'Miljövariabeln OIDC_CLIENT_ID saknas.'],
])('%s=%s is told in one sentence', (name, value, sentence) => {
  const read = () => readConfig({ ...complete, [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(sentence);
});

test('the worker needs neither session nor login', () => {
  const { SESSION_SECRET: _, ...rest } = complete;
  expect(readWorkerConfig({ ...rest, NODE_ENV: 'production' })).toMatchObject({
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
