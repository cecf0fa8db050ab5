import { createHash, timingSafeEqual } from 'node:crypto';
import express, { Router, type Request } from 'express';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { markeraStuds } from '../records/studs.js';
import { readStudsrapport } from './studsrapport.js';

/** Where the mail server hands over reports of mails that it could not deliver. */
export const LEVERANSSTATUS = '/leveransstatus';

const MOST_BYTES = '1mb';

/**
 * `POST /leveransstatus`: a mail server's report of delivery (RFC 3464), as it is, from whoever bears the installation's
 * token. The mail it is about is marked and shown to kansli; the case goes on. Without a token in the configuration, and
 * for who does not bear it, the address does not exist.
 *
 * Answers 204 whether or not the report was about a mail of ours, so that a server does not send it again.
 */
export function leveransRoutes({ config, prisma, logger }: AppDeps): Router {
  const router = Router();
  const { leveransstatusToken } = config;
  router.post(
    LEVERANSSTATUS,
    (request, _response, next) => next(bears(request, leveransstatusToken) ? undefined : problem(404)),
    express.raw({ type: () => true, limit: MOST_BYTES }),
    async (request, response) => {
      const body: unknown = request.body;
      const rapport = Buffer.isBuffer(body) ? await readStudsrapport(body) : undefined;
      const marked = rapport && rapport.messageIds.length > 0 ? await markeraStuds(prisma, rapport) : 0;
      logger.info({ status: rapport?.status, marked }, 'delivery report');
      response.status(204).end();
    },
  );
  return router;
}

/** Compared as hashes: equally long, and in the same time whatever was sent. */
function bears(request: Request, token: string | undefined): boolean {
  if (token === undefined) return false;
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(request.get('authorization') ?? ''), hash(`Bearer ${token}`));
}
