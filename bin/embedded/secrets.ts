import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an embedded installation makes for itself once, in the form of the environment. */
export interface Secrets {
  SESSION_SECRET: string;
  /** histories are read for years with the key they were written with: losing this loses the running cases */
  PAYLOAD_KEYS: string;
  /** what the records' texts are encrypted with: losing this loses the records */
  RECORD_KEYS: string;
}

/** The secrets of the data folder; made at the first start, readable by its owner alone. */
export function keepSecrets(folder: string): Secrets {
  const file = join(folder, 'hemligheter.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const secrets = {
    SESSION_SECRET: randomBytes(32).toString('base64url'),
    PAYLOAD_KEYS: `lokal1:${randomBytes(32).toString('base64')}`,
    RECORD_KEYS: `lokal1:${randomBytes(32).toString('base64')}`,
    // a folder from before one of them keeps the others
    ...kept,
  };
  if (Object.keys(kept).length === Object.keys(secrets).length) return secrets;
  writeFileSync(`${file}.ofardig`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.ofardig`, file);
  return secrets;
}
