import {
  ColumnTypeEnum,
  type ArgType,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import { KLARA_SVAR, type Innehall } from './falt.js';
import { isSokbar, searchHash, SOKNYCKEL, type Datanyckel, type Nycklar } from './nyckelring.js';
import { readSkrivning, type Skrivning } from './satser.js';
import { seal, unseal } from './skiffer.js';

/** What is read where the key was destroyed. */
export const GALLRAD = 'Uppgiften är gallrad';

/**
 * How each version of the format is opened. Another algorithm is another version: one line here, and what was written under
 * the older ones is read as before.
 */
const OPENERS: ReadonlyMap<string, typeof unseal> = new Map([['v1', unseal]]);

/** What is written now. */
const PREFIX = 'enc:v1:';
/** What every version begins with. */
const MARK = 'enc:v';
const TOKEN = /enc:(v\d+):([0-9a-f-]{36}):([A-Za-z0-9+/]+={0,2})/g;
/** What encrypted bytes begin with: version and id. */
const HEAD = /^enc:(v\d+):([0-9a-f-]{36})/;
const HEAD_LENGTH = 60;
const ID_LENGTH = 36;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A statement with everything encrypted that belongs in an encrypted column, and hashed what is searched by a hash. */
export async function encryptQuery(query: SqlQuery, db: SqlQueryable, nycklar: Nycklar): Promise<SqlQuery> {
  const skrivning = readSkrivning(query.sql);
  if (!skrivning && !query.args.some(isSokbar)) return query;
  const args = [...query.args];
  for (const { arg, innehall, rad } of skrivning?.krypteras ?? []) {
    if (args[arg] === null) continue;
    const id = await ownerOf(skrivning!, rad, query, db);
    // where no row is changed there is no key, and nothing goes along in clear
    args[arg] = id === undefined ? null : encrypt(args[arg], innehall, id, await nycklar.forWriting(id));
  }
  for (const [nr, arg] of args.entries())
    if (isSokbar(arg)) args[nr] = searchHash(arg, await nycklar.forWriting(SOKNYCKEL));
  return { ...query, args };
}

/** The id whose key a written row is encrypted with; undefined when an UPDATE finds no row. */
async function ownerOf(
  { tabell, agare }: Skrivning,
  rad: number,
  { args, argTypes }: SqlQuery,
  db: SqlQueryable,
): Promise<string | undefined> {
  const asking = (sql: string, of: readonly number[]) => {
    const taken = of.map((nr) => ({ arg: args[nr], type: argTypes[nr] as ArgType }));
    return ask(db, { sql, args: taken.map(({ arg }) => arg), argTypes: taken.map(({ type }) => type) });
  };
  if ('fraga' in agare) return asking(agare.fraga.sql, agare.fraga.args);
  const own = agare.argPerRad[rad]?.find((nr) => typeof args[nr] === 'string');
  if (own === undefined) throw new Error('A row with encrypted columns is written without the id of its key');
  if (tabell.via !== undefined) return asking(`SELECT "arendeId"::text FROM ${tabell.via} WHERE id = $1::uuid`, [own]);
  return String(args[own]).slice(0, ID_LENGTH);
}

async function ask(db: SqlQueryable, query: SqlQuery): Promise<string | undefined> {
  const { rows } = await db.queryRaw(query);
  if (rows.length > 1) throw new Error('One statement writes the same text into rows with different keys');
  return rows[0]?.[0] as string | undefined;
}

function encrypt(value: unknown, innehall: Innehall, id: string, key: Buffer): unknown {
  if (innehall === 'text') return token(String(value), id, key);
  if (innehall === 'json') {
    const json: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return JSON.stringify(encryptTexts(json, '', (text) => token(text, id, key)));
  }
  const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : (value as Uint8Array);
  return Buffer.concat([Buffer.from(PREFIX + id), seal(key, id, bytes)]);
}

/** An empty text tells nothing, and the database may ask whether it is empty. */
const token = (text: string, id: string, key: Buffer): string =>
  text === '' ? '' : `${PREFIX}${id}:${seal(key, id, Buffer.from(text)).toString('base64')}`;

/** Ids stay: the database joins by them. */
function encryptTexts(json: unknown, path: string, encrypted: (text: string) => string): unknown {
  if (typeof json === 'string') return UUID.test(json) || KLARA_SVAR.includes(path) ? json : encrypted(json);
  if (Array.isArray(json)) return json.map((one) => encryptTexts(one, path, encrypted));
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      encryptTexts(value, path === '' ? name : `${path}.${name}`, encrypted),
    ]),
  );
}

/** A result with everything in clear that was encrypted, wherever in a text, an array or a JSON value it stands. */
export async function decryptResult(result: SqlResultSet, nycklar: Nycklar): Promise<SqlResultSet> {
  const ids = new Set<string>();
  for (const row of result.rows) for (const cell of row) collectIds(cell, ids);
  if (ids.size === 0) return result;
  const keys = await nycklar.read(ids);
  const rows = result.rows.map((row) =>
    row.map((cell, nr) => decrypt(cell, result.columnTypes[nr] === ColumnTypeEnum.Json, keys)),
  );
  return { ...result, rows };
}

/** Of encrypted bytes: what they begin with. */
function headOf(cell: Uint8Array): { version: string; id: string; length: number } | undefined {
  const [head, version = '', id = ''] = HEAD.exec(Buffer.from(cell.subarray(0, HEAD_LENGTH)).toString('latin1')) ?? [];
  return head === undefined ? undefined : { version, id, length: head.length };
}

/** @throws when a release that was newer than this one wrote it */
function open(version: string, key: Buffer, id: string, bytes: Buffer): Buffer {
  const opener = OPENERS.get(version);
  if (!opener) throw new Error(`What is encrypted as enc:${version} cannot be read by this release`);
  return opener(key, id, bytes);
}

function collectIds(cell: unknown, ids: Set<string>): void {
  if (typeof cell === 'string') {
    if (cell.includes(MARK)) for (const [, , id = ''] of cell.matchAll(TOKEN)) ids.add(id);
  } else if (Array.isArray(cell)) for (const one of cell) collectIds(one, ids);
  else if (cell instanceof Uint8Array) {
    const head = headOf(cell);
    if (head) ids.add(head.id);
  }
}

function decrypt(cell: unknown, inJson: boolean, keys: ReadonlyMap<string, Datanyckel>): unknown {
  if (typeof cell === 'string') {
    if (!cell.includes(MARK)) return cell;
    return cell.replaceAll(TOKEN, (_, version: string, id: string, sealed: string) => {
      const key = keys.get(id);
      const text = key ? open(version, key, id, Buffer.from(sealed, 'base64')).toString() : GALLRAD;
      return inJson ? JSON.stringify(text).slice(1, -1) : text;
    });
  }
  if (Array.isArray(cell)) return cell.map((one) => decrypt(one, inJson, keys));
  const head = cell instanceof Uint8Array ? headOf(cell) : undefined;
  if (!head) return cell;
  const key = keys.get(head.id);
  const sealed = Buffer.from((cell as Uint8Array).subarray(head.length));
  return key ? open(head.version, key, head.id, sealed) : Buffer.from(GALLRAD);
}
