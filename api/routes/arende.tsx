import { Router, type Request, type RequestHandler } from 'express';
import type { VNode } from 'preact';
import { rattTill } from '../../domain/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { MotenPage, SamtyckenPage, TidslinjePage } from '../pages/arende/flikar.js';
import { OversiktPage } from '../pages/arende/oversikt.js';
import { arendevy, type Arendevy } from '../pages/arende/vy.js';
import { readArendehuvud } from '../queries/arende.js';
import { readArendemoten, readArendesamtycken } from '../queries/arendemoten.js';
import { readArendeoversikt } from '../queries/arendeoversikt.js';
import { findArendeatkomst } from '../queries/arenderelation.js';
import { logRead } from '../records/logg.js';

/**
 * The case as the person who asks sees it; the reading is traced before anything is read. The remittent's own page is
 * the remiss: she gets its address instead.
 *
 * @throws HttpProblem 404 for those who may not know that the ärende exists
 */
async function openArende(
  { prisma, klocka }: AppDeps,
  request: Request,
): Promise<Arendevy | { readonly href: string }> {
  const person = inloggad(request);
  const [atkomst, nu] = await Promise.all([findArendeatkomst(prisma, String(request.params['nummer'])), klocka.now()]);
  if (!atkomst) throw problem(404);
  const idag = dayOf(nu);
  const grund = rattTill(person, 'las_arende', atkomst.relation, idag);
  if (!grund) {
    if (rattTill(person, 'las_remiss', atkomst.relation, idag)) return { href: `/remisser/${atkomst.nummer}` };
    throw problem(404);
  }
  await logRead(prisma, { av: person.id, handling: 'las_arende', arendeId: atkomst.id, grund, nar: nu });
  return arendevy(await readArendehuvud(prisma, atkomst.id), atkomst, person, idag, nu);
}

/** Answers with one view of a case. */
const view =
  (deps: AppDeps, page: (vy: Arendevy, request: Request) => Promise<VNode> | VNode): RequestHandler =>
  async (request, response) => {
    const vy = await openArende(deps, request);
    if ('href' in vy) response.redirect(303, vy.href);
    else response.send(renderPage(await page(vy, request)));
  };

/** `/arenden/<nr>` and its views. */
export function arendeRoutes(deps: AppDeps): Router {
  const { prisma } = deps;
  const router = Router();
  router.get(
    '/arenden/:nummer',
    requireLogin,
    view(deps, async (vy, request) => {
      const oversikt = await readArendeoversikt(prisma, vy.arende.id);
      return OversiktPage({ vy, oversikt, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/moten',
    requireLogin,
    view(deps, async (vy, request) => {
      const moten = await readArendemoten(prisma, vy.arende.id);
      return MotenPage({ vy, moten, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/samtycken',
    requireLogin,
    view(deps, async (vy, request) => {
      const samtycken = await readArendesamtycken(prisma, vy.arende.id);
      return SamtyckenPage({ vy, samtycken, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/tidslinje',
    requireLogin,
    view(deps, (vy, request) => TidslinjePage({ vy, ram: request.sidram() })),
  );
  return router;
}
