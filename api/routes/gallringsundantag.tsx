import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { answersOf, ett, type Svar } from '../beslut/formular.js';
import { MAX, read, text } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { noteraFrammandeVal } from '../http/frammande-val.js';
import { inloggad } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { GALLRINGSSTOPP } from '../pages/gallring/adresser.js';
import { UndantagPage } from '../pages/gallring/undantag.js';
import { listGallringsstopp, withinArkivrackvidd } from '../queries/gallring.js';
import { findArendeId } from '../queries/sparsok.js';
import { havGallringsstopp, undantaFranGallring } from '../records/gallring/stopp.js';
import { logRead } from '../records/logg.js';
import { arkivrackviddOf, onlyArkivansvarig } from './gallring.js';
import { nummerOf } from './listfraga.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const SAKNAS = 'Det finns inget sådant ärende i de insatser som du är arkivansvarig för.';

/** `/gallring/undantag`: ärenden that are kept whatever the rules say. */
export function gallringsundantagRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get(GALLRINGSSTOPP, onlyArkivansvarig, (request, response) =>
    show(deps, request, response, 200, randomUUID(), {}, {}),
  );
  router.post(GALLRINGSSTOPP, onlyArkivansvarig, requireFreshLogin, (request, response) =>
    receive(deps, request, response),
  );
  router.post(`${GALLRINGSSTOPP}/:id/hav`, onlyArkivansvarig, requireFreshLogin, (request, response) =>
    lift(deps, request, response),
  );
  return router;
}

async function show(
  { prisma, klocka }: AppDeps,
  request: Request,
  response: Response,
  status: 200 | 409 | 422,
  id: string,
  svar: Svar,
  errors: FaltFel,
): Promise<void> {
  const stopp = await listGallringsstopp(prisma, arkivrackviddOf(request));
  await logRead(prisma, {
    av: inloggad(request).id,
    handling: 'las_gallring',
    arenden: stopp.map(({ arendeId }) => arendeId),
    grund: 'arkivansvarig',
    nar: await klocka.now(),
    data: { visning: 'undantag' },
  });
  response.status(status).send(renderPage(<UndantagPage ram={request.sidram()} {...{ stopp, id, svar, errors }} />));
}

const regler = z.object({
  nummer: text('Skriv ärendets nummer.', MAX.rad),
  skal: text('Skriv varför ärendet ska vara kvar.'),
});

async function receive(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { prisma, klocka } = deps;
  const fields = formFields(request);
  const id = ett(fields, 'beslutId');
  if (!UUID.test(id)) throw problem(400);
  const svar = answersOf(fields, ['beslutId']);
  const last = read(regler, svar);
  if (!last.ok) return show(deps, request, response, 422, id, svar, last.errors);
  const arendeId = await findArendeId(prisma, nummerOf(last.varde.nummer) ?? '');
  const hers = arendeId !== undefined && (await withinArkivrackvidd(prisma, arkivrackviddOf(request), [arendeId]));
  if (arendeId === undefined || !hers || !hers.has(arendeId)) {
    noteraFrammandeVal(arendeId);
    return show(deps, request, response, 422, id, svar, { nummer: [SAKNAS] });
  }
  const { skal } = last.varde;
  const nar = await klocka.now();
  const refused = await undantaFranGallring(prisma, { id, arendeId, skal, av: inloggad(request).id, nar });
  if (refused) return show(deps, request, response, 409, id, svar, { nummer: [refused.mening] });
  await setFlash(request, { slag: 'success', text: 'Ärendet är undantaget från gallring.' });
  response.redirect(303, GALLRINGSSTOPP);
}

async function lift({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const id = String(request.params['id']);
  const hers = (await listGallringsstopp(prisma, arkivrackviddOf(request))).some((one) => one.id === id);
  if (!hers) throw problem(404);
  await havGallringsstopp(prisma, { id, av: inloggad(request).id, nar: await klocka.now() });
  await setFlash(request, { slag: 'success', text: 'Undantaget är hävt.' });
  response.redirect(303, GALLRINGSSTOPP);
}
