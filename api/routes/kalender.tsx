import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { ett } from '../beslut/formular.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { hashOf, kalenderadress, nyHemlighet } from '../kalender/hemlighet.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { ATERKALLA_KALENDER, EGEN_KALENDER, EgenKalenderPage } from '../pages/sidor/kalender.js';
import { readKalenderlank } from '../queries/kalenderlank.js';
import { aterkallaKalenderlank, skapaKalenderlank } from '../records/kalenderlank.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** `/mig/kalender`: the address of one's own calendar: made, replaced, taken back. */
export function egenKalenderRoutes(deps: AppDeps): Router {
  const { prisma, klocka } = deps;
  const router = Router();
  router.get(EGEN_KALENDER, requireLogin, (request, response) => show(deps, request, response));
  // whoever has the address needs no login: only who has just proven who she is gets one
  router.post(EGEN_KALENDER, requireLogin, requireFreshLogin, (request, response) => skapa(deps, request, response));
  router.post(ATERKALLA_KALENDER, requireLogin, async (request, response) => {
    await aterkallaKalenderlank(prisma, { anvandareId: inloggad(request).id, nar: await klocka.now() });
    await setFlash(request, { slag: 'success', text: 'Adressen är borttagen. Den fungerar inte längre.' });
    response.redirect(303, EGEN_KALENDER);
  });
  return router;
}

async function show({ prisma }: AppDeps, request: Request, response: Response, adress?: string): Promise<void> {
  const skapad = await readKalenderlank(prisma, inloggad(request).id);
  response.send(renderPage(<EgenKalenderPage ram={request.sidram()} id={randomUUID()} {...{ skapad, adress }} />));
}

/** The answer to the form is the page with the address, the only time: loaded again it sends a form that was sent already. */
async function skapa(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const id = ett(formFields(request), 'beslutId');
  if (!UUID.test(id)) throw problem(400);
  const hemlighet = nyHemlighet();
  const ny = { id, anvandareId: inloggad(request).id, hash: hashOf(hemlighet), nar: await deps.klocka.now() };
  if (await skapaKalenderlank(deps.prisma, ny))
    return show(deps, request, response, kalenderadress(deps.config.baseUrl, hemlighet));
  await setFlash(request, { slag: 'info', text: 'Adressen har redan visats. Byt adress om du inte hann kopiera den.' });
  response.redirect(303, EGEN_KALENDER);
}
