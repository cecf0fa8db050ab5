import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Limits } from '../deps.js';
import { problem } from './errors.js';

/** Generous: a person with many tabs, and a whole town hall behind one address at eight in the morning. */
const DEFAULTS: Limits = { requestsPerMinute: 1200, loginsPerMinute: 240 };

/** A mail server that reports a large outage in one go. */
const MACHINE_PER_MINUTE = 600;

const limiter = (limit: number, keyOf: (request: Request) => string): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: keyOf,
    handler: (_request, _response, next) => next(problem(429)),
  });

const address = (request: Request): string => ipKeyGenerator(request.ip ?? 'unknown');

/** Per person when logged in, otherwise per address. Counted in this process. */
export const requestLimit = (limits: Limits = DEFAULTS): RequestHandler =>
  limiter(limits.requestsPerMinute, (request) => request.anvandare?.id ?? address(request));

/** Per address: what machines hand over. */
export const machineLimit = (): RequestHandler => limiter(MACHINE_PER_MINUTE, address);

/** Per address: attempts to log in. */
export const loginLimit = (limits: Limits = DEFAULTS): RequestHandler => limiter(limits.loginsPerMinute, address);
