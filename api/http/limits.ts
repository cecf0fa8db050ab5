import type { Request, RequestHandler, Response } from 'express';
import type pg from 'pg';
import type { Logger } from 'pino';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Limits } from '../deps.js';
import { addressOf } from './counted-address.js';
import { problem } from './errors.js';

const MINUTE = 60;

/**
 * Generous to those who work: a person with many tabs, a whole town hall behind one address at eight in the morning, a
 * mail server that reports a large outage in one go. Narrow to what nobody does at work: logins that come to nothing, and
 * asking for what does not exist or is not hers, again and again.
 */
const DEFAULTS: Limits = {
  requestsPerMinute: 1200,
  loginsPerMinute: 240,
  failedLoginsPerQuarter: 100,
  missesPerTenMinutes: 40,
  uploadsPerTenMinutes: 60,
  machinePerMinute: 600,
};

/** What holds a flood of requests back, each where it is mounted. */
export interface Limiting {
  /** per person when logged in, otherwise per address; counted in this process, because every request is */
  requests: RequestHandler;
  /** per address: the development provider's own pages */
  provider: RequestHandler;
  /** per address: beginnings and ends of logins */
  logins: RequestHandler;
  /** per address: counts a login that came to nothing; too many stop `logins` */
  failedLogin: (request: Request) => void;
  /** per person: answers 404 and 403; who has had too many gets nothing for a while, so that a hit tells nothing */
  misses: RequestHandler;
  /** per person: forms with files */
  uploads: RequestHandler;
  /** per address: what machines hand over or fetch */
  machines: RequestHandler;
}

/**
 * The limits of one web process. Those that hold back an attempt to find something out are counted in PostgreSQL, by all
 * copies of the web together; while it is away each copy counts by itself.
 */
export function createLimiting(pool: pg.Pool, given: Partial<Limits> | undefined, logger: Logger): Limiting {
  const limits = { ...DEFAULTS, ...given };
  const here = (points: number, seconds: number) => new RateLimiterMemory({ points, duration: seconds });
  const together = (keyPrefix: string, points: number, seconds: number): RateLimiterAbstract =>
    new RateLimiterPostgres({
      storeClient: pool,
      schemaName: 'session',
      tableName: 'begransning',
      tableCreated: true,
      keyPrefix,
      points,
      duration: seconds,
      insuranceLimiter: here(points, seconds),
    });
  const told = (what: string, request: Request) =>
    logger.warn({ handelse: 'begransad', vad: what, anvandareId: request.anvandare?.id }, 'too many requests');

  const counting =
    (what: string, limiter: RateLimiterAbstract, keyOf: (request: Request) => string): RequestHandler =>
    async (request, _response, next) => {
      const over = await spend(limiter, keyOf(request));
      if (!over) return next();
      told(what, request);
      next(tooMany(over));
    };

  const failures = together('misslyckad', limits.failedLoginsPerQuarter, 15 * MINUTE);
  const logins = counting('inloggning', together('inloggning', limits.loginsPerMinute, MINUTE), addressOf);
  return {
    requests: counting('sidor', here(limits.requestsPerMinute, MINUTE), personOrAddress),
    provider: counting('utvecklingsinloggning', here(limits.loginsPerMinute, MINUTE), addressOf),
    logins: async (request, response, next) => {
      const spent = await failures.get(addressOf(request)).catch(() => null);
      if (spent && spent.consumedPoints >= failures.points) next(tooMany(spent));
      else await logins(request, response, next);
    },
    failedLogin: (request) => void spend(failures, addressOf(request)),
    misses: stopProbing(together('traff', limits.missesPerTenMinutes, 10 * MINUTE), told),
    uploads: onlyPosts(counting('filer', together('filer', limits.uploadsPerTenMinutes, 10 * MINUTE), personOrAddress)),
    machines: counting('maskin', together('maskin', limits.machinePerMinute, MINUTE), addressOf),
  };
}

const personOrAddress = (request: Request): string => request.anvandare?.id ?? addressOf(request);

/** Takes one point; how it stands when there was none left. Whatever else goes wrong stops nobody. */
async function spend(limiter: RateLimiterAbstract, key: string): Promise<RateLimiterRes | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (error) {
    return error instanceof RateLimiterRes ? error : undefined;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes) {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  const minutes = Math.ceil(seconds / MINUTE);
  const wait = minutes === 1 ? 'en minut' : `${minutes} minuter`;
  return problem(429, `Vänta ${wait} och försök igen.`, { retryAfter: seconds });
}

const onlyPosts =
  (limit: RequestHandler): RequestHandler =>
  (request, response, next) =>
    request.method === 'POST' ? limit(request, response, next) : next();

const isMiss = ({ statusCode }: Response): boolean => statusCode === 404 || statusCode === 403;

/** Who is stopped may still leave, and her open pages still hear that they may show no more. Neither tells what exists. */
const FREE: readonly string[] = ['/logga-ut', '/puls'];

/**
 * Counts what a person asks for and does not get, when the answer has been made: only misses cost a write. Who has had
 * too many is stopped from memory; another copy of the web finds out at her next miss there.
 */
function stopProbing(limiter: RateLimiterAbstract, told: (what: string, request: Request) => void): RequestHandler {
  const stopped = new Map<string, number>();
  const stop = async (request: Request, id: string) => {
    const over = await spend(limiter, id);
    if (!over || stopped.has(id)) return;
    told('traff', request);
    stopped.set(id, Date.now() + over.msBeforeNext);
    setTimeout(() => stopped.delete(id), over.msBeforeNext).unref();
  };
  return (request, response, next) => {
    const { anvandare } = request;
    if (!anvandare || FREE.includes(request.path)) return next();
    const left = (stopped.get(anvandare.id) ?? 0) - Date.now();
    if (left > 0) return next(tooMany(new RateLimiterRes(0, left)));
    response.once('finish', () => void (isMiss(response) && stop(request, anvandare.id)));
    next();
  };
}
