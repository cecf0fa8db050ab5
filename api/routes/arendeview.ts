import type { Request, RequestHandler, Response } from 'express';
import type { VNode } from 'preact';
import { rattsgrund, rattTill } from '../../domain/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { inloggad } from '../login/current-user.js';
import { arendevy, type Arendevy } from '../pages/arende/vy.js';
import { readArendehuvud } from '../queries/arende.js';
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
  visning: string | undefined,
): Promise<Arendevy | { readonly href: string }> {
  const person = inloggad(request);
  const nu = await klocka.now();
  const atkomst = await findArendeatkomst(prisma, String(request.params['nummer']), nu);
  if (!atkomst) throw problem(404);
  const idag = dayOf(nu);
  const ratt = rattsgrund(person, 'las_arende', atkomst.relation, idag);
  if (!ratt) {
    if (rattTill(person, 'las_remiss', atkomst.relation, idag)) return { href: `/remisser/${atkomst.nummer}` };
    throw problem(404);
  }
  await logRead(prisma, {
    av: person.id,
    handling: 'las_arende',
    arendeId: atkomst.id,
    ...ratt,
    nar: nu,
    ...(visning && { data: { visning } }),
  });
  return arendevy(await readArendehuvud(prisma, atkomst.id, idag), atkomst, person, idag, nu);
}

/**
 * Answers with one view of a case: who may not read it is told that it does not exist, the remittent gets the address of
 * her remiss.
 *
 * @param page what is shown; reads by itself what only this view shows. It may answer by itself instead, with a redirect
 * @param visning the name of a view that the trace names: one that takes more out of the case than its page, such as a printout
 */
export const arendeview =
  (
    deps: AppDeps,
    page: (vy: Arendevy, request: Request, response: Response) => Promise<VNode | undefined> | VNode,
    visning?: string,
  ): RequestHandler =>
  async (request, response) => {
    const vy = await openArende(deps, request, visning);
    if ('href' in vy) return response.redirect(303, vy.href);
    const shown = await page(vy, request, response);
    if (shown) response.send(renderPage(shown));
  };
