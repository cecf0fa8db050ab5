import { hkdfSync } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import type { Request } from 'express';
import session, { type SessionData } from 'express-session';
import type pg from 'pg';
import { seal, unseal } from '../../prisma/nycklar/skiffer.js';

/** What stands in clear beside the sealed rest: by these a session is found, listed and ended. Ids and moments only. */
const CLEAR: readonly string[] = ['cookie', 'anvandareId', 'borjade', 'senast', 'bevisad', 'enhet'];

/** A session as its row holds it. */
type Row = Record<string, unknown> & { readonly forseglat: string };

type Plain = Record<string, unknown>;
type Done = (error?: unknown) => void;

/** Settings of the store. */
export interface SealedStoreOptions {
  readonly pool: pg.Pool;
  /** SESSION_SECRET: the sealing key is derived from it */
  readonly secret: string;
  /** when a session ends unless it is used again; milliseconds since 1970 */
  readonly endOf: (data: Partial<SessionData>) => number;
  readonly errorLog: (...parts: unknown[]) => void;
}

const PgStore = connectPgSimple(session);

/**
 * Sessions in the table `session.session`, sealed with AES-256-GCM: a session may hold a form that waits, a message with a
 * name in it, and the ID token. A row that cannot be opened (the secret was changed) is no session.
 *
 * A session that was read is only ever updated: one that is ended while a request of it is being answered stays ended.
 */
export class SealedStore extends PgStore {
  private readonly key: Buffer;
  private readonly read = new WeakSet();

  constructor(private readonly options: SealedStoreOptions) {
    super({
      pool: options.pool,
      schemaName: 'session',
      tableName: 'session',
      disableTouch: true, // keepAlive does it with one write a minute instead of one a request
      errorLog: options.errorLog,
    });
    this.key = Buffer.from(hkdfSync('sha256', options.secret, 'remissflode/sessioner', 'forsegling', 32));
  }

  override get(sid: string, done: (error: unknown, data?: SessionData | null) => void): void {
    super.get(sid, (error: unknown, row) => {
      done(error, row ? this.open(row as unknown as Row) : null);
    });
  }

  override createSession(request: Request, data: SessionData): session.Session & SessionData {
    const made = super.createSession(request, data);
    this.read.add(made);
    return made;
  }

  override set(sid: string, data: SessionData, done: Done = () => undefined): void {
    const end = new Date(this.options.endOf(data));
    const row = this.seal(data, end);
    const sql = 'UPDATE session.session SET sess = $1, expire = to_timestamp($2) WHERE sid = $3';
    if (!this.read.has(data)) return super.set(sid, row as unknown as SessionData, done);
    this.options.pool.query(sql, [row, Math.ceil(end.getTime() / 1000), sid]).then(() => done(), done);
  }

  private seal(data: SessionData, end: Date): Row {
    const plain = JSON.parse(JSON.stringify(data)) as Plain & { cookie: Plain };
    const clear = pick(plain, (name) => CLEAR.includes(name));
    const rest = pick(plain, (name) => !CLEAR.includes(name));
    const forseglat = seal(this.key, '', Buffer.from(JSON.stringify(rest))).toString('base64');
    return { ...clear, cookie: { ...plain.cookie, expires: end.toISOString() }, forseglat };
  }

  private open({ forseglat, ...clear }: Row): SessionData | null {
    try {
      const rest = unseal(this.key, '', Buffer.from(forseglat, 'base64'));
      return { ...clear, ...(JSON.parse(rest.toString()) as Plain) } as unknown as SessionData;
    } catch {
      return null;
    }
  }
}

const pick = (of: Plain, which: (name: string) => boolean): Plain =>
  Object.fromEntries(Object.entries(of).filter(([name]) => which(name)));
