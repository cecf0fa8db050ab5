import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an embedded installation makes for itself once, in the form of the environment. */
export interface Secrets {
  SESSION_SECRET: string;
  /** histories are read for years with the key they were written with: losing this loses the running cases */
  PAYLOAD_KEYS: string;
}

/** The secrets of the data folder; made at the first start, readable by its owner alone. */
export function keepSecrets(folder: string): Secrets {
  const file = join(folder, 'hemligheter.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets = {
    SESSION_SECRET: randomBytes(32).toString('base64url'),
    PAYLOAD_KEYS: `lokal1:${randomBytes(32).toString('base64')}`,
  };
  writeFileSync(`${file}.ofardig`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.ofardig`, file);
  return secrets;
}
