import type { Request, RequestHandler } from 'express';
import session, { type SessionData } from 'express-session';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { AppConfig } from '../deps.js';
import { requestId } from '../http/logging.js';
import { SealedStore } from './session-store.js';

const MINUTE = 60_000;

/** A session ends when nobody has asked for a page in it for this long. */
export const IDLE_MILLISECONDS = 30 * MINUTE;

/** No session outlives its login by more than this, however much it is used. */
export const LONGEST_MILLISECONDS = 12 * 60 * MINUTE;

declare module 'express-session' {
  interface SessionData {
    anvandareId?: string;
    /** when the person logged in; this and the other moments are milliseconds since 1970 */
    borjade?: number;
    /** when a page was last asked for, to the minute; see keepAlive */
    senast?: number;
    /** when the person last proved to the provider who she is; missing when it does not tell */
    bevisad?: number;
    /** browser and system in words, for the list of one's own sessions */
    enhet?: string;
    /** shown to the identity provider when logging out */
    idToken?: string;
  }
}

const endOf = ({ senast = Date.now(), borjade = senast }: Partial<SessionData>): number =>
  Math.min(senast + IDLE_MILLISECONDS, borjade + LONGEST_MILLISECONDS);

/**
 * Sessions live in the table `session.session`, so that they can be ended from the server and survive a restart. The
 * browser holds only the signed number, in a cookie that scripts cannot read.
 */
export function createSessions(pool: pg.Pool, config: AppConfig, logger: Logger): RequestHandler[] {
  const secure = config.baseUrl.startsWith('https:');
  const errorLog = (...parts: unknown[]): void => logger.warn({ err: parts.at(-1) }, 'session store');
  const sessions = session({
    store: new SealedStore({ pool, secret: config.sessionSecret, endOf, errorLog }),
    // the __Host- prefix makes browsers refuse a cookie that a neighbouring subdomain has set
    name: secure ? '__Host-remissflode' : 'remissflode',
    secret: config.sessionSecret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: IDLE_MILLISECONDS },
  });
  return [unlessAnswered(sessions, logger), keepAlive];
}

/**
 * The session is written when the answer has been made. A failure then comes through `next` a second time, where it
 * would cut off the answer that is on its way: it is only logged.
 */
const unlessAnswered =
  (sessions: RequestHandler, logger: Logger): RequestHandler =>
  (request, response, next) => {
    let passedOn = false;
    void sessions(request, response, (error?: unknown) => {
      if (passedOn) return logger.error({ err: error, reqId: requestId(request) }, 'the session was not written');
      passedOn = true;
      next(error);
    });
  };

/**
 * For an element that asks for a part of its page by itself, again and again: `<div hx-get="…" {...I_BAKGRUNDEN}>`. Such
 * requests do not keep the session alive: a page that is left open is not a person who works.
 */
export const I_BAKGRUNDEN = { 'hx-headers': '{"X-Bakgrund":"ja"}' } as const;

const isInBackground = (request: Request): boolean => request.get('x-bakgrund') !== undefined;

/** A changed session is written with a new end, so a used session is changed once a minute. */
const keepAlive: RequestHandler = (request, _response, next) => {
  const { anvandareId, senast = 0 } = request.session;
  if (anvandareId && !isInBackground(request) && Date.now() - senast >= MINUTE) request.session.senast = Date.now();
  next();
};

const promised = (run: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    run((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error instanceof Error ? error : new Error('The session store failed.', { cause: error }));
    });
  });

/**
 * Gives the session a new number, so that one known before login is worth nothing after it, and puts `data` in it.
 * Everything else in the old session is gone.
 */
export async function renewSession(request: Request, data: Partial<SessionData>): Promise<void> {
  await promised((done) => request.session.regenerate(done));
  Object.assign(request.session, data);
  await promised((done) => request.session.save(done));
}

/** Starts the session of somebody who has just logged in, with a new number and a new length of life. */
export const startSession = (request: Request, anvandareId: string, data: Partial<SessionData>): Promise<void> =>
  renewSession(request, { ...data, anvandareId, borjade: Date.now(), senast: Date.now() });

/** Ends the session in the database, in the same moment. */
export const endSession = (request: Request): Promise<void> => promised((done) => request.session.destroy(done));

/** Writes the session before an answer that sends the browser on. */
export const saveSession = (request: Request): Promise<void> => promised((done) => request.session.save(done));
