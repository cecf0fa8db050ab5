import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import { masked } from './masked.js';

interface Served {
  id?: unknown;
  method?: string;
  originalUrl?: string;
  url?: string;
}

/** Whoever has the address of a calendar can read it: the log does not. Routes are found whatever the case of letters. */
const withoutSecret = (path: string): string => path.replace(/^\/kalender\/.*/is, '/kalender/…');

/** The path alone: a query string may hold what somebody searched for, and a path what she typed in the wrong field. */
const pathOf = (request: Served): string =>
  masked(withoutSecret((request.originalUrl ?? request.url ?? '').split('?', 1)[0] ?? ''));

/**
 * One line per request, with the id that the person sees on an error page and in `X-Request-Id`. No query string, no
 * header, no cookie and no body is ever written.
 */
export const requestLogger = (logger: Logger): HttpLogger<Request, Response> =>
  pinoHttp<Request, Response>({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: {
      req: (request: Served) => ({ id: request.id, method: request.method, path: pathOf(request) }),
      res: (response: { statusCode?: number }) => ({ status: response.statusCode }),
      // what pino-http adds by itself on 5xx carries no more than the status; the error handler logs the error
      err: () => undefined,
    },
    wrapSerializers: false,
    customProps: (request) => (request.anvandare ? { anvandareId: request.anvandare.id } : {}),
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    // what pages ask by themselves would be most of the log
    autoLogging: { ignore: (request) => /^\/(static\/|halsa\/|puls(\?|$))/.test(request.url ?? '') },
  });

/** The id of this request, for the log and the error page. */
export const requestId = (request: Request): string => (typeof request.id === 'string' ? request.id : '');
