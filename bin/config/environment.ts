import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** One wrong or missing setting, in a sentence that names the variable. Shown to the operator as it stands. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Settings that may stand in a file instead, named by the variable with `_FILE`: secrets, and what is long. */
export const FROM_FILES: readonly string[] = [
  'DATABASE_URL',
  'DATABASE_PASSWORD',
  'OWNER_DATABASE_URL',
  'OWNER_DATABASE_PASSWORD',
  'DATABASE_CA',
  'DATABASE_CERT',
  'DATABASE_KEY',
  'TEMPORAL_CA',
  'TEMPORAL_CERT',
  'TEMPORAL_KEY',
  'SMTP_URL',
  'SMTP_CA',
  'SMTP_CERT',
  'SMTP_KEY',
  'WEB_CERT',
  'WEB_KEY',
  'LEVERANSSTATUS_TOKEN',
  'OIDC_CLIENT_SECRET',
  'OIDC_CLAIMS',
  'SESSION_SECRET',
  'PAYLOAD_KEYS',
  'RECORD_KEYS',
];

/**
 * The environment with every setting in its own place: what stands in a file is read, and an empty variable is none, as
 * compose files and shells write one that is not set.
 *
 * @throws ConfigError when a file cannot be read or a setting is given in both ways; never with the setting's value
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const given = Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
  for (const name of FROM_FILES) {
    const { [`${name}_FILE`]: file } = given;
    if (file === undefined) continue;
    if (name in given) throw new ConfigError(`Ange ${name} eller ${name}_FILE, inte båda.`);
    given[name] = readSetting(`${name}_FILE`, file);
    delete given[`${name}_FILE`];
  }
  return given;
}

function readSetting(variable: string, file: string): string {
  try {
    // an editor ends a file with a new line, which is no part of a secret
    return readFileSync(file, 'utf8').trimEnd();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`Filen ${file} som ${variable} pekar på går inte att läsa (${code ?? 'okänt fel'}).`);
  }
}

/**
 * Reads an environment by a schema whose own messages begin with "ska ".
 *
 * @throws ConfigError with one sentence that names the first wrong or missing variable
 */
export function read<Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv): z.output<Schema> {
  const given = readEnvironment(env);
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0] ?? 'Miljön');
  const missing = !(name in given) && !issue?.message.startsWith('ska anges ');
  throw new ConfigError(
    missing ? `Miljövariabeln ${name} saknas.` : `Miljövariabeln ${name} är fel: den ${reason(issue?.message)}.`,
  );
}

/** Messages that are not ours are English; the variable's name is then what helps. */
const reason = (message: string | undefined) => (message?.startsWith('ska ') ? message : 'har ett otillåtet värde');

/** Whether a host is this machine itself: nothing leaves it on the way there. */
export const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/.test(host);
