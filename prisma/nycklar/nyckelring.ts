import { createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import type { SqlQueryable } from '@prisma/driver-adapter-utils';
import { seal, unseal } from './skiffer.js';

/** A master key and the name it is known by: data keys are wrapped with it. */
export interface Huvudnyckel {
  readonly id: string;
  readonly key: Buffer;
}

/** The key that the hashes of personal numbers are made with belongs to no ärende. */
export const SOKNYCKEL = '00000000-0000-4000-8000-000000000000';

/** A data key in clear; `undefined` where it was destroyed or never was. */
export type Datanyckel = Buffer | undefined;

/** Keys by the id of what they belong to. */
type Hittade = Map<string, Datanyckel>;

/** Most data keys that a process holds in clear, and for how long: so long does a destroyed one live in another's memory. */
const MOST_KEYS = 10_000;
const KEPT_MS = 60_000;

/** Wraps a data key with a master key. */
export const wrap = (datanyckel: Buffer, agareId: string, { id, key }: Huvudnyckel): Buffer =>
  seal(key, `${id}:${agareId}`, datanyckel);

/** @throws when the master key is not configured */
export function unwrap(wrapped: Buffer, agareId: string, id: string, keys: readonly Huvudnyckel[]): Buffer {
  const master = keys.find((one) => one.id === id);
  if (!master) throw new Error(`The record key ${id} is not configured`);
  return unseal(master.key, `${id}:${agareId}`, wrapped);
}

interface Kept {
  readonly key: Buffer;
  readonly until: number;
}

/**
 * The data keys that a process has unwrapped: bounded, and each for a minute. What a transaction reads or makes is its own
 * until it is committed: a key whose row was rolled back must encrypt nothing.
 */
export class Nyckelring {
  readonly #kept = new Map<string, Kept>();
  #loading: Promise<unknown> = Promise.resolve();

  /** @param keys the first wraps, all unwrap; without any, what is encrypted can neither be read nor written */
  constructor(readonly keys: readonly Huvudnyckel[]) {}

  /** The key that wraps. @throws when none is configured */
  get huvudnyckel(): Huvudnyckel {
    const [first] = this.keys;
    if (!first) throw new Error('RECORD_KEYS is needed for what is encrypted in the database');
    return first;
  }

  /** Whether a key is at hand without asking the database. */
  has(id: string): boolean {
    const kept = this.#kept.get(id);
    return kept !== undefined && kept.until > Date.now();
  }

  get(id: string): Datanyckel {
    const kept = this.#kept.get(id);
    if (!kept) return undefined;
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    return kept.key;
  }

  keep(found: Hittade): void {
    const until = Date.now() + KEPT_MS;
    for (const [id, key] of found) {
      this.#kept.delete(id);
      // what has no key now may get one in another process in the next moment
      if (key) this.#kept.set(id, { key, until });
    }
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEYS) break;
      this.#kept.delete(oldest);
    }
  }

  /** Forgets everything: a key was destroyed. */
  clear(): void {
    this.#kept.clear();
  }

  /** One at a time: what one question has fetched, the next ones beside it need not ask for. */
  async oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#loading.then(work);
    this.#loading = mine.catch(() => undefined);
    return mine;
  }
}

/** The keys as one connection sees them. */
export interface Nycklar {
  /** The keys of these ids, in at most one statement. */
  read(ids: Iterable<string>): Promise<Hittade>;
  /** The key of an id, made when it has none. @throws Gallrad when it was destroyed */
  forWriting(id: string): Promise<Buffer>;
}

/** Something was to be written about what is gallrat: its key was destroyed, and none is made again. */
export class Gallrad extends Error {
  override readonly name = 'Gallrad';
  constructor(id: string) {
    super(`Uppgifterna om ${id} är gallrade. Inget mer kan skrivas.`);
  }
}

/** Keys read and made over the pool, where each statement commits by itself. */
export function sharedKeys(ring: Nyckelring, db: SqlQueryable): Nycklar {
  const read = async (ids: Iterable<string>) => {
    const wanted = [...new Set(ids)];
    if (wanted.some((id) => !ring.has(id)))
      await ring.oneAtATime(async () => {
        const missing = wanted.filter((id) => !ring.has(id));
        if (missing.length > 0) ring.keep(await load(db, ring, missing));
      });
    return new Map(wanted.map((id) => [id, ring.get(id)]));
  };
  const make = async (id: string) => ring.keep(await loadOrMake(db, ring, id));
  return { read, forWriting: (id) => forWriting(id, read, make) };
}

/** Keys read and made in a transaction; `commit` gives what it holds to the others, `forget` throws it away. */
export function transactionKeys(ring: Nyckelring, db: SqlQueryable): Nycklar & { commit(): void; forget(): void } {
  const own: Hittade = new Map();
  const addOwn = (found: Hittade) => {
    for (const [id, key] of found) own.set(id, key);
  };
  const read = async (ids: Iterable<string>) => {
    const wanted = [...new Set(ids)];
    const missing = wanted.filter((id) => !own.has(id) && !ring.has(id));
    if (missing.length > 0) addOwn(await load(db, ring, missing));
    return new Map(wanted.map((id) => [id, own.has(id) ? own.get(id) : ring.get(id)]));
  };
  const make = async (id: string) => addOwn(await loadOrMake(db, ring, id));
  return {
    read,
    forWriting: (id) => forWriting(id, read, make),
    commit: () => ring.keep(own),
    forget: () => own.clear(),
  };
}

async function forWriting(id: string, read: Nycklar['read'], make: (id: string) => Promise<void>): Promise<Buffer> {
  const known = (await read([id])).get(id);
  if (known) return known;
  await make(id);
  const made = (await read([id])).get(id);
  if (!made) throw new Gallrad(id);
  return made;
}

type Rad = [agareId: string, nyckel: Uint8Array | null, huvudnyckel: string];

/** Whoever asks for an ärende's key soon asks for its person's and its draft's. */
const READ = `
  SELECT n."agareId", n.nyckel, n.huvudnyckel FROM arendenyckel n
  WHERE n."agareId" = ANY($1::uuid[]) OR n."agareId" IN (
    SELECT unnest(ARRAY[a."individId", a."utkastId"]) FROM arende a WHERE a.id = ANY($1::uuid[]))
    OR n."agareId" IN (SELECT a.id FROM arende a WHERE a."individId" = ANY($1::uuid[]))`;

const IDS = { scalarType: 'string', arity: 'list' } as const;
const ID = { scalarType: 'string', arity: 'scalar' } as const;
const BYTES = { scalarType: 'bytes', arity: 'scalar' } as const;

async function load(db: SqlQueryable, ring: Nyckelring, ids: readonly string[]): Promise<Hittade> {
  const { rows } = await db.queryRaw({ sql: READ, args: [ids], argTypes: [IDS] });
  // what has no row has no key: its encrypted texts are as lost as those of a destroyed one
  const found: Hittade = new Map(ids.map((id) => [id, undefined]));
  for (const [agareId, wrapped, huvud] of rows as Rad[])
    found.set(agareId, wrapped === null ? undefined : unwrap(Buffer.from(wrapped), agareId, huvud, ring.keys));
  return found;
}

const MAKE = `
  INSERT INTO arendenyckel ("agareId", nyckel, huvudnyckel, skapad) VALUES ($1::uuid, $2, $3, now())
  ON CONFLICT ("agareId") DO NOTHING`;

/** Two who make it at the same time get the same one: the second waits for the first. */
async function loadOrMake(db: SqlQueryable, ring: Nyckelring, id: string): Promise<Hittade> {
  const { huvudnyckel } = ring;
  const wrapped = wrap(randomBytes(32), id, huvudnyckel);
  await db.executeRaw({ sql: MAKE, args: [id, wrapped, huvudnyckel.id], argTypes: [ID, BYTES, ID] });
  return load(db, ring, [id]);
}

/** Nobody outside this process can write it, so no typed text is taken for it. */
const SOKBAR = `sok:${randomUUID()}:`;

/** A value to be searched by: the statement gets its keyed hash. @param varde a personal number, as the records have it */
export const sokbar = (varde: string): string => SOKBAR + varde;

export const isSokbar = (arg: unknown): arg is string => typeof arg === 'string' && arg.startsWith(SOKBAR);

/** The keyed hash (HMAC-SHA-256) of a value of {@link sokbar}. @param key the data key of {@link SOKNYCKEL} */
export function searchHash(arg: string, key: Buffer): string {
  const derived = Buffer.from(hkdfSync('sha256', key, '', 'personnummer', 32));
  return createHmac('sha256', derived).update(arg.slice(SOKBAR.length)).digest('base64url');
}
