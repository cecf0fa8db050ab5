import type { RequestHandler } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import type { AppDeps } from '../deps.js';
import { readUppgiftsantal, type Uppgiftsantal } from '../queries/mina-uppgifter.js';

declare global {
  namespace Express {
    interface Request {
      /** What waits for the person who is logged in, for the frame of her page. */
      uppgiftsantal?: Uppgiftsantal;
    }
  }
}

/** Counts, before any page, what waits for who is logged in: each page tells it in its menu and its title. */
export const countUppgifter =
  ({ prisma, klocka }: AppDeps): RequestHandler =>
  async (request, _response, next) => {
    if (request.anvandare)
      request.uppgiftsantal = await readUppgiftsantal(prisma, request.anvandare, dayOf(await klocka.now()));
    next();
  };
