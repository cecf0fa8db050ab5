import { Router } from 'express';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { requireLogin } from '../login/current-user.js';
import { PlanPage } from '../pages/arende/plan.js';
import { PlanutskriftPage, UnderlagPage } from '../pages/arende/utskrift.js';
import { readArbete } from '../queries/plan.js';
import { arendeview } from './arendeview.js';

/** `/arenden/<nr>/plan`, each version of the plan on a page to print, and the underlag for ersättning. */
export function planRoutes(deps: AppDeps): Router {
  const { prisma } = deps;
  const router = Router();
  router.get(
    '/arenden/:nummer/plan',
    requireLogin,
    arendeview(deps, async (vy, request) => {
      const arbete = await readArbete(prisma, vy.arende.id);
      return PlanPage({ vy, arbete, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/plan/:version/utskrift',
    requireLogin,
    arendeview(
      deps,
      async (vy, request) => {
        const { planer } = await readArbete(prisma, vy.arende.id);
        const plan = planer.find(({ version }) => String(version) === request.params['version']);
        if (!plan) throw problem(404);
        return PlanutskriftPage({ vy, plan, ram: request.sidram() });
      },
      'plan',
    ),
  );
  router.get(
    '/arenden/:nummer/underlag',
    requireLogin,
    arendeview(
      deps,
      async (vy, request) => {
        const arbete = await readArbete(prisma, vy.arende.id);
        return UnderlagPage({ vy, arbete, ram: request.sidram() });
      },
      'underlag',
    ),
  );
  return router;
}
