import { Router } from 'express';
import type { AppDeps } from '../deps.js';
import { requireLogin } from '../login/current-user.js';
import { MotenPage, SamtyckenPage, TidslinjePage } from '../pages/arende/flikar.js';
import { OversiktPage } from '../pages/arende/oversikt.js';
import { readArendemoten, readArendesamtycken } from '../queries/arendemoten.js';
import { readArendeoversikt } from '../queries/arendeoversikt.js';
import { readEgnaUppgifter } from '../queries/egna-uppgifter.js';
import { arendeview } from './arendeview.js';

/** `/arenden/<nr>` and its views. */
export function arendeRoutes(deps: AppDeps): Router {
  const { prisma } = deps;
  const router = Router();
  router.get(
    '/arenden/:nummer',
    requireLogin,
    arendeview(deps, async (vy, request) => {
      const [oversikt, egna] = await Promise.all([
        readArendeoversikt(prisma, vy.arende.id),
        readEgnaUppgifter(prisma, vy.personId, new Date(vy.nu), vy.arende.id),
      ]);
      return OversiktPage({ vy, oversikt, egna, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/moten',
    requireLogin,
    arendeview(deps, async (vy, request) => {
      const moten = await readArendemoten(prisma, vy.arende.id);
      return MotenPage({ vy, moten, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/samtycken',
    requireLogin,
    arendeview(deps, async (vy, request) => {
      const samtycken = await readArendesamtycken(prisma, vy.arende.id);
      return SamtyckenPage({ vy, samtycken, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/tidslinje',
    requireLogin,
    arendeview(deps, (vy, request) => TidslinjePage({ vy, ram: request.sidram() })),
  );
  return router;
}
