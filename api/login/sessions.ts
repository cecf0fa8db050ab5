import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { AppConfig } from '../deps.js';
import { requestId } from '../http/logging.js';

/** An unused session ends after this long; the time starts anew with each page. */
export const IDLE_MILLISECONDS = 30 * 60_000;
const MINUTE = 60_000;

declare module 'express-session' {
  interface SessionData {
    anvandareId?: string;
    /** shown to the identity provider when logging out */
    idToken?: string;
    /** the minute of the last page; see keepAlive */
    minut?: number;
  }
}

/**
 * Sessions live in the table `session.session`, so that they can be ended from the server and survive a restart. The
 * browser holds only the signed number, in a cookie that scripts cannot read.
 */
export function createSessions(pool: pg.Pool, config: AppConfig, logger: Logger): RequestHandler[] {
  const secure = config.baseUrl.startsWith('https:');
  const Store = connectPgSimple(session);
  const store = new Store({
    pool,
    schemaName: 'session',
    tableName: 'session',
    disableTouch: true, // keepAlive does it with one write a minute instead of one a request
    errorLog: (...parts: unknown[]) => logger.warn({ err: parts.at(-1) }, 'session store'),
  });
  const sessions = session({
    store,
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

/** A changed session is written with a new end, so a used session is changed once a minute. */
const keepAlive: RequestHandler = (request, _response, next) => {
  const minut = Math.floor(Date.now() / MINUTE);
  if (request.session.anvandareId && request.session.minut !== minut) request.session.minut = minut;
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
export async function renewSession(request: Request, data: Partial<session.SessionData>): Promise<void> {
  await promised((done) => request.session.regenerate(done));
  Object.assign(request.session, data);
  await promised((done) => request.session.save(done));
}

/** Ends the session in the database, in the same moment. */
export const endSession = (request: Request): Promise<void> => promised((done) => request.session.destroy(done));

/** Writes the session before an answer that sends the browser on. */
export const saveSession = (request: Request): Promise<void> => promised((done) => request.session.save(done));
