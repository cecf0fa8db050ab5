import { X509Certificate, createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import type { Tls } from '../../prisma/tls.js';
import { isLoopback } from './environment.js';

/** The word that stands for the certificates that Node.js itself trusts. */
const SYSTEM = 'system';

const parses = (parse: () => unknown): boolean => {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
};

const isCertificate = (pem: string): boolean => parses(() => new X509Certificate(pem));

const ca = z
  .string()
  .refine((text) => text === SYSTEM || isCertificate(text), 'ska vara ett certifikat i PEM-form, eller ordet system')
  .optional();
const cert = z.string().refine(isCertificate, 'ska vara ett certifikat i PEM-form').optional();
const key = z
  .string()
  .refine((pem) => parses(() => createPrivateKey(pem)), 'ska vara en privat nyckel i PEM-form, utan lösenord')
  .optional();
const serverName = z.string().min(1).optional();

/** What we connect to. */
type Part = 'database' | 'temporal' | 'smtp';

/** Connections that may be told to go unencrypted: `web` is the one from the proxy to us; clamd knows no encryption. */
const PLAIN = ['database', 'temporal', 'smtp', 'web', 'clamd'] as const;

const mayBePlain = (text: string): text is (typeof PLAIN)[number] => (PLAIN as readonly string[]).includes(text);

const plain = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((part) => part.trim()))
  .transform((parts) => parts.filter((part) => part !== ''))
  .refine((parts) => parts.every(mayBePlain), `ska vara ett eller flera av ${PLAIN.join(', ')}, skilda med komma`);

/** The settings of how the connections to PostgreSQL, Temporal and the mail server are encrypted. */
export const encryptionFields = {
  DATABASE_CA: ca,
  DATABASE_CERT: cert,
  DATABASE_KEY: key,
  DATABASE_SERVER_NAME: serverName,
  TEMPORAL_CA: ca,
  TEMPORAL_CERT: cert,
  TEMPORAL_KEY: key,
  TEMPORAL_SERVER_NAME: serverName,
  SMTP_CA: ca,
  SMTP_CERT: cert,
  SMTP_KEY: key,
  SMTP_SERVER_NAME: serverName,
  PLAIN_CONNECTIONS: plain,
};

/** The settings of how the proxy reaches the web. */
export const webEncryptionFields = { WEB_CERT: cert, WEB_KEY: key };

type WebEncryptionEnv = z.output<z.ZodObject<typeof webEncryptionFields>>;

type Prefix = Uppercase<Part>;
type EncryptionEnv = z.output<z.ZodObject<typeof encryptionFields>>;

/** What is looked at beside the settings above; an address that is missing is one that nothing connects to. */
interface Addresses {
  readonly NODE_ENV?: string | undefined;
  readonly DATABASE_URL?: string | undefined;
  readonly OWNER_DATABASE_URL?: string | undefined;
  readonly TEMPORAL_ADDRESS?: string | undefined;
  readonly SMTP_URL?: string | undefined;
}

/** How each of the connections is encrypted; one that is missing is not. */
export type Encryption = { readonly [P in Part]?: Tls | undefined };

/** The encryption of all three, as a part of a process's configuration. */
export const encryptionOf = (env: EncryptionEnv): { readonly tls?: Encryption } => ({
  tls: { database: tlsOf(env, 'DATABASE'), temporal: tlsOf(env, 'TEMPORAL'), smtp: tlsOf(env, 'SMTP') },
});

function tlsOf(env: EncryptionEnv, prefix: Prefix): Tls | undefined {
  const given = env[`${prefix}_CA`];
  if (given === undefined) return undefined;
  return {
    ca: given === SYSTEM ? undefined : given,
    cert: env[`${prefix}_CERT`],
    key: env[`${prefix}_KEY`],
    serverName: env[`${prefix}_SERVER_NAME`],
  };
}

/** Refuses settings that do not go together, and in production a connection that leaves the machine unencrypted. */
export function checkEncryption(env: EncryptionEnv & Addresses, context: z.RefinementCtx): void {
  const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  for (const prefix of ['DATABASE', 'TEMPORAL', 'SMTP'] as const) checkTogether(env, prefix, refuse);
  for (const name of ['DATABASE_URL', 'OWNER_DATABASE_URL'] as const)
    if (/[?&]ssl/.test(env[name] ?? '')) refuse(name, 'ska stå utan ssl-inställningar; ange DATABASE_CA');
  if (env.NODE_ENV !== 'production') return;
  const { SMTP_URL, TEMPORAL_ADDRESS, DATABASE_URL, OWNER_DATABASE_URL } = env;
  const open: [Part, string, string | undefined][] = [
    ['database', 'DATABASE_URL', hostOf(DATABASE_URL)],
    ['database', 'OWNER_DATABASE_URL', hostOf(OWNER_DATABASE_URL)],
    ['temporal', 'TEMPORAL_ADDRESS', TEMPORAL_ADDRESS?.replace(/:\d+$/, '')],
    ['smtp', 'SMTP_URL', SMTP_URL?.startsWith('smtps:') ? undefined : hostOf(SMTP_URL)],
  ];
  for (const [part, name, host] of open) {
    const prefix = part.toUpperCase() as Prefix;
    if (host === undefined || isLoopback(host) || env[`${prefix}_CA`] || env.PLAIN_CONNECTIONS.includes(part)) continue;
    refuse(name, `ska nås krypterat i produktion: ange ${prefix}_CA, eller ${part} i PLAIN_CONNECTIONS`);
  }
  // nothing else tells the engine who asks; the database also asks for a password
  if (env.TEMPORAL_CA && !env.TEMPORAL_CERT)
    refuse('TEMPORAL_CERT', 'ska anges i produktion: Temporal ska veta vem som ansluter');
}

/** In production the web speaks https to the proxy too, unless it is told to be plain. */
export function checkWebEncryption(
  env: WebEncryptionEnv & { NODE_ENV?: string | undefined; PLAIN_CONNECTIONS: readonly string[] },
  context: z.RefinementCtx,
): void {
  const { WEB_CERT, WEB_KEY, NODE_ENV, PLAIN_CONNECTIONS } = env;
  const refuse = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message });
  if (WEB_CERT && !WEB_KEY) refuse('WEB_KEY', 'ska anges när WEB_CERT anges');
  if (WEB_KEY && !WEB_CERT) refuse('WEB_CERT', 'ska anges när WEB_KEY anges');
  if (NODE_ENV === 'production' && !WEB_CERT && !WEB_KEY && !PLAIN_CONNECTIONS.includes('web'))
    refuse('WEB_CERT', 'ska anges i produktion, eller web i PLAIN_CONNECTIONS');
}

/** How the web shows who it is; undefined where it speaks http. */
export const webTlsOf = ({ WEB_CERT, WEB_KEY }: WebEncryptionEnv): { cert: string; key: string } | undefined =>
  WEB_CERT && WEB_KEY ? { cert: WEB_CERT, key: WEB_KEY } : undefined;

const hostOf = (url: string | undefined): string | undefined => (url === undefined ? undefined : new URL(url).hostname);

function checkTogether(env: EncryptionEnv, prefix: Prefix, refuse: (name: string, message: string) => void): void {
  const [certName, keyName] = [`${prefix}_CERT`, `${prefix}_KEY`] as const;
  if ((env[certName] === undefined) !== (env[keyName] === undefined))
    refuse(
      env[certName] === undefined ? certName : keyName,
      `ska anges när ${env[certName] ? certName : keyName} anges`,
    );
  if (env[`${prefix}_CA`] !== undefined) return;
  for (const name of [certName, `${prefix}_SERVER_NAME`] as const)
    if (env[name] !== undefined) refuse(`${prefix}_CA`, `ska anges när ${name} anges`);
}
