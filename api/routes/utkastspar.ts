import type { Request } from 'express';
import type { AppDeps } from '../deps.js';
import { inloggad } from '../login/current-user.js';
import { logRead } from '../records/logg.js';

/**
 * Traces that somebody is about to be shown her own draft: it tells of its person before it is sent. When it cannot be
 * written nothing is shown (design 3).
 *
 * @param steg which page of it
 * @param arenden of the same person, that are told of beside
 */
export const logUtkastread = async (
  { prisma, klocka }: AppDeps,
  request: Request,
  utkast: string,
  steg: string,
  arenden: readonly string[] = [],
): Promise<void> =>
  logRead(prisma, {
    av: inloggad(request).id,
    handling: 'las_utkast',
    arenden,
    grund: 'egen',
    nar: await klocka.now(),
    data: { utkast, steg },
  });
