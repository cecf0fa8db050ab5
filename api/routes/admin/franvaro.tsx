import { Router } from 'express';
import { dayOf } from '../../../domain/kalender/tid.js';
import { renderPage } from '../../components/sida.js';
import type { AppDeps } from '../../deps.js';
import { PartensFranvaroPage } from '../../pages/admin/franvaro.js';
import { ADMIN_FRANVARO } from '../../pages/admin/ram.js';
import { readPartensFranvaro } from '../../queries/franvaro.js';
import { logFolk, onlyForvaltare, rackviddOf } from './rackvidd.js';

/** `/admin/franvaro`: the absences of a förvaltare's part. They are entered on each person's page. */
export function adminFranvaroRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get(ADMIN_FRANVARO, onlyForvaltare, async (request, response) => {
    const idag = dayOf(await deps.klocka.now());
    const rader = await readPartensFranvaro(deps.prisma, await rackviddOf(deps, request), idag);
    await logFolk(deps, request, 'franvaro');
    response.send(renderPage(<PartensFranvaroPage ram={request.sidram()} rader={rader} />));
  });
  return router;
}
