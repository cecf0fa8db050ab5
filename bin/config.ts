import { z } from 'zod';
import type { PayloadKey } from '../api/engine/payload-codec.js';
import {
  checkEncryption,
  checkWebEncryption,
  encryptionFields,
  encryptionOf,
  webEncryptionFields,
  webTlsOf,
} from './config/encryption.js';
import { isLoopback, read } from './config/environment.js';
import { checkLogin, loginFields, loginOf } from './config/login.js';

export { ConfigError } from './config/environment.js';

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'ska vara en adress som börjar med postgresql://' });
const smtpUrl = z.url({ protocol: /^smtps?$/, error: 'ska vara en adress som börjar med smtp:// eller smtps://' });
const webUrl = z.url({ protocol: /^https?$/, error: 'ska vara en adress som börjar med http:// eller https://' });
const hostAndPort = z.string().regex(/^(?:\[[^\]]+\]|[^:\s/]+):\d{1,5}$/, 'ska vara värdnamn:port');
const clamdAddress = z
  .string()
  .refine(
    (text) => text.startsWith('/') || hostAndPort.safeParse(text).success,
    'ska vara värdnamn:port eller en sökväg',
  );
const port = z.coerce.number('ska vara ett portnummer').int('ska vara ett portnummer').min(1).max(65_535);
const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
  error: 'ska vara fatal, error, warn, info, debug, trace eller silent',
});

/** Several named keys: the first encrypts, all decrypt. */
const namedKeys = z.string().transform((text, context): PayloadKey[] => {
  const keys = text.split(',').map((part) => {
    const [id = '', encoded = ''] = part.trim().split(/:(.*)/s);
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const ids = new Set(keys.map((key) => key.id));
  if (ids.size === keys.length && keys.every(({ id, key }) => /^[\w-]+$/.test(id) && key.length === 32)) return keys;
  context.addIssue({ code: 'custom', message: 'ska vara nyckelid:base64 av 32 byte, flera skilda med komma' });
  return z.NEVER;
});

const commonFields = {
  ...encryptionFields,
  NODE_ENV: z.string().optional(),
  DATABASE_URL: postgresUrl,
  DATABASE_PASSWORD: z.string().optional(),
  TEMPORAL_ADDRESS: hostAndPort,
  TEMPORAL_NAMESPACE: z.string().min(1).default('remissflode'),
  PORT: port.default(3000),
  BASE_URL: webUrl.optional(),
  KLOCKA: z.enum(['system', 'temporal'], { error: 'ska vara system eller temporal' }).default('system'),
  LOG_LEVEL: logLevel.default('info'),
};

const processFields = {
  ...commonFields,
  SMTP_URL: smtpUrl,
  MAIL_FROM: z.string().min(3, 'ska vara en avsändaradress'),
  PAYLOAD_KEYS: namedKeys,
  RECORD_KEYS: namedKeys,
};

const workerSchema = z
  .object(processFields)
  .superRefine(checkEncryption)
  .superRefine(checkKlocka)
  .transform((env) => ({ ...common(env), ...mailAndKeys(env) }));

const webSchema = z
  .object({
    ...processFields,
    ...loginFields,
    ...webEncryptionFields,
    SESSION_SECRET: z.string().min(32, 'ska vara minst 32 tecken'),
    LEVERANSSTATUS_TOKEN: z.string().min(32, 'ska vara minst 32 tecken').optional(),
    MAILBOX_URL: webUrl.optional(),
    CLAMD_ADDRESS: clamdAddress.optional(),
  })
  .superRefine(checkLogin)
  .superRefine(checkEncryption)
  .superRefine(checkBaseUrl)
  .superRefine(checkScanner)
  .superRefine(checkKlocka)
  .superRefine(checkWebEncryption)
  .transform((env) => ({
    ...common(env),
    ...mailAndKeys(env),
    sessionSecret: env.SESSION_SECRET,
    leveransstatusToken: env.LEVERANSSTATUS_TOKEN,
    mailboxUrl: env.MAILBOX_URL,
    clamdAddress: env.CLAMD_ADDRESS,
    webTls: webTlsOf(env),
    oidc: loginOf(env),
  }));

/** A clock that can be moved is a demo's. */
function checkKlocka(env: { NODE_ENV?: string | undefined; KLOCKA: string }, context: z.RefinementCtx) {
  if (env.NODE_ENV !== 'production' || env.KLOCKA === 'system') return;
  context.addIssue({ code: 'custom', path: ['KLOCKA'], message: 'ska vara system i produktion' });
}

/** Sessions and personal data of a production go encrypted to the browsers; to the proxy on this machine they may go plain. */
function checkBaseUrl(env: { NODE_ENV?: string | undefined; BASE_URL?: string | undefined }, context: z.RefinementCtx) {
  const { protocol, hostname, pathname } = new URL(env.BASE_URL ?? 'http://localhost');
  // browsers keep applications apart by host: one that shared it could read our pages
  if (pathname !== '/')
    context.addIssue({ code: 'custom', path: ['BASE_URL'], message: 'ska vara ett värdnamn för sig, utan sökväg' });
  if (env.NODE_ENV !== 'production' || protocol === 'https:' || isLoopback(hostname)) return;
  context.addIssue({ code: 'custom', path: ['BASE_URL'], message: 'ska börja med https:// i produktion' });
}

interface ScannerEnv {
  readonly NODE_ENV?: string | undefined;
  readonly CLAMD_ADDRESS?: string | undefined;
  readonly PLAIN_CONNECTIONS: readonly string[];
}

/** In a production no file is kept that nothing has looked for malware in, nor leaves the machine unencrypted for it. */
function checkScanner({ NODE_ENV, CLAMD_ADDRESS: address, PLAIN_CONNECTIONS }: ScannerEnv, context: z.RefinementCtx) {
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['CLAMD_ADDRESS'], message });
  if (NODE_ENV !== 'production') return;
  if (address === undefined) return refuse('saknas');
  if (address.startsWith('/') || isLoopback(address.replace(/:\d+$/, '')) || PLAIN_CONNECTIONS.includes('clamd'))
    return;
  refuse('ska vara på samma maskin i produktion, om inte clamd står i PLAIN_CONNECTIONS');
}

const migrateSchema = z
  .object({
    ...encryptionFields,
    NODE_ENV: commonFields.NODE_ENV,
    DATABASE_URL: postgresUrl,
    DATABASE_PASSWORD: commonFields.DATABASE_PASSWORD,
    OWNER_DATABASE_URL: postgresUrl.optional(),
    OWNER_DATABASE_PASSWORD: commonFields.DATABASE_PASSWORD,
    TEMPORAL_ADDRESS: hostAndPort.optional(),
    TEMPORAL_NAMESPACE: commonFields.TEMPORAL_NAMESPACE,
  })
  .superRefine((env, context) => {
    // with one role for all, the application could change its own trace
    if (env.NODE_ENV === 'production' && !env.OWNER_DATABASE_URL)
      context.addIssue({ code: 'custom', path: ['OWNER_DATABASE_URL'], message: 'saknas' });
  })
  .superRefine(checkEncryption)
  .transform((env) => ({
    ...encryptionOf(env),
    ...databaseUrls(env.DATABASE_URL, env),
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
  }));

const databaseFields = {
  ...encryptionFields,
  NODE_ENV: commonFields.NODE_ENV,
  DATABASE_URL: postgresUrl,
  DATABASE_PASSWORD: commonFields.DATABASE_PASSWORD,
};

const databaseSchema = z.object(databaseFields).superRefine(checkEncryption).transform(database);

const startSchema = z
  .object({
    ...commonFields,
    DATABASE_URL: postgresUrl.optional(),
    OWNER_DATABASE_URL: postgresUrl.optional(),
    OWNER_DATABASE_PASSWORD: commonFields.DATABASE_PASSWORD,
    TEMPORAL_ADDRESS: hostAndPort.optional(),
    SMTP_URL: smtpUrl.optional(),
    PAYLOAD_KEYS: namedKeys.optional(),
    RECORD_KEYS: namedKeys.optional(),
    REMISSFLODE_DATA: z.string().min(1).optional(),
    REMISSFLODE_MIN_FREE_MB: z.coerce.number('ska vara ett antal megabyte').min(0).default(1024),
  })
  .superRefine(checkEncryption)
  .transform((env) => ({
    ...encryptionOf(env),
    ...databaseUrls(env.DATABASE_URL, env),
    temporalAddress: env.TEMPORAL_ADDRESS,
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    smtpUrl: env.SMTP_URL,
    port: env.PORT,
    baseUrl: baseUrl(env),
    production: env.NODE_ENV === 'production',
    dataFolder: env.REMISSFLODE_DATA,
    minimumFreeBytes: env.REMISSFLODE_MIN_FREE_MB * 1024 * 1024,
  }));

const recordKeySchema = z
  .object({ ...databaseFields, RECORD_KEYS: namedKeys })
  .superRefine(checkEncryption)
  .transform((env) => ({ ...database(env), recordKeys: env.RECORD_KEYS }));

const addressSchema = z
  .object({ BASE_URL: z.url({ protocol: /^https$/, error: 'ska börja med https://' }) })
  .transform(({ BASE_URL }) => ({ baseUrl: new URL(BASE_URL).origin }));

/** Settings of the worker process. */
export type WorkerConfig = z.output<typeof workerSchema>;
/** Settings of the web process; `oidc` is undefined where the development provider is to be used. */
export type Config = z.output<typeof webSchema>;
/** Settings of bin/migrate; without an address the namespace is left alone. */
export type MigrateConfig = z.output<typeof migrateSchema>;
/** Settings of bin/start; what has no address is started embedded. */
export type StartConfig = z.output<typeof startSchema>;

/**
 * Reads the settings of the web process.
 * @throws ConfigError with one sentence for the operator that names the first wrong or missing variable
 */
export const readConfig = (env: NodeJS.ProcessEnv): Config => read(webSchema, env);
/** Reads the settings of the worker process. @throws ConfigError as {@link readConfig} */
export const readWorkerConfig = (env: NodeJS.ProcessEnv): WorkerConfig => read(workerSchema, env);
/** Reads the settings of bin/migrate. @throws ConfigError as {@link readConfig} */
export const readMigrateConfig = (env: NodeJS.ProcessEnv): MigrateConfig => read(migrateSchema, env);
/** Reads the settings of commands that need the database alone. @throws ConfigError as {@link readConfig} */
export const readDatabaseConfig = (env: NodeJS.ProcessEnv): z.output<typeof databaseSchema> =>
  read(databaseSchema, env);
/** Reads the settings of commands that work with the keys of the records. @throws ConfigError as {@link readConfig} */
export const readRecordKeyConfig = (env: NodeJS.ProcessEnv): z.output<typeof recordKeySchema> =>
  read(recordKeySchema, env);
/** Reads the settings of the command that looks at the public address. @throws ConfigError as {@link readConfig} */
export const readAddressConfig = (env: NodeJS.ProcessEnv): z.output<typeof addressSchema> => read(addressSchema, env);
/** Reads the settings of bin/start. @throws ConfigError as {@link readConfig} */
export const readStartConfig = (env: NodeJS.ProcessEnv): StartConfig => read(startSchema, env);

const baseUrl = (env: { BASE_URL?: string | undefined; PORT: number }) =>
  (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');

/** A password that stands by itself is put into the address. */
function withPassword(address: string, password: string | undefined): string {
  const url = new URL(address);
  if (password !== undefined) url.password = encodeURIComponent(password);
  return url.href;
}

function database(env: z.output<z.ZodObject<typeof databaseFields>>) {
  return { ...encryptionOf(env), databaseUrl: withPassword(env.DATABASE_URL, env.DATABASE_PASSWORD) };
}

interface DatabaseEnv {
  DATABASE_PASSWORD?: string | undefined;
  OWNER_DATABASE_URL?: string | undefined;
  OWNER_DATABASE_PASSWORD?: string | undefined;
}

/** The database as the application and as the owner of the tables reach it; the same where no owner is named. */
function databaseUrls<Url extends string | undefined>(application: Url, env: DatabaseEnv) {
  const databaseUrl = (application && withPassword(application, env.DATABASE_PASSWORD)) as Url;
  const { OWNER_DATABASE_URL: owner } = env;
  return { databaseUrl, ownerDatabaseUrl: owner ? withPassword(owner, env.OWNER_DATABASE_PASSWORD) : databaseUrl };
}

type CommonEnv = z.output<z.ZodObject<typeof commonFields>>;
type ProcessEnv = z.output<z.ZodObject<typeof processFields>>;

const common = (env: CommonEnv) => ({
  ...encryptionOf(env),
  production: env.NODE_ENV === 'production',
  databaseUrl: withPassword(env.DATABASE_URL, env.DATABASE_PASSWORD),
  temporalAddress: env.TEMPORAL_ADDRESS,
  temporalNamespace: env.TEMPORAL_NAMESPACE,
  port: env.PORT,
  baseUrl: baseUrl(env),
  klocka: env.KLOCKA,
  logLevel: env.LOG_LEVEL,
});

const mailAndKeys = (env: ProcessEnv) => ({
  smtpUrl: env.SMTP_URL,
  mailFrom: env.MAIL_FROM,
  payloadKeys: env.PAYLOAD_KEYS,
  recordKeys: env.RECORD_KEYS,
});
