import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { bedomningar } from '../../domain/nodatkomst.js';
import type { Sparrackvidd } from '../../domain/spar/rackvidd.js';
import { answersOf, type Svar } from '../beslut/formular.js';
import { kod, read, samband, valfriText } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin, requireRoll } from '../login/current-user.js';
import { GRANSKNING, GranskningPage, GranskningslistaPage } from '../pages/nodatkomst/granskning.js';
import { pagar } from '../pages/nodatkomst/ord.js';
import {
  NODATKOMSTER_PER_SIDA,
  readGranskningslista,
  readNodatkomst,
  type Nodatkomstsida,
} from '../queries/nodatkomst.js';
import { readSpar, underOppning } from '../queries/spar.js';
import { logRead } from '../records/logg.js';
import { granskaNodatkomst } from '../records/nodatkomst.js';
import { isBeyondEnd, sidaOf } from './listfraga.js';
import { rackviddOf } from './logg.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** `/logg/nodatkomst`: every emergency opening and its review, for granskare. */
export function nodatkomstgranskningRoutes(deps: AppDeps): Router {
  const router = Router();
  const guards = [requireLogin, requireRoll('granskare')];
  router.get(GRANSKNING, ...guards, (request, response) => showAll(deps, request, response));
  router.get(`${GRANSKNING}/:id`, ...guards, (request, response) => show(deps, request, response, 200, {}, {}));
  router.post(`${GRANSKNING}/:id`, ...guards, (request, response) => receive(deps, request, response));
  return router;
}

async function showAll({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const rackvidd = rackviddOf(request);
  const nu = await klocka.now();
  const sida = sidaOf(request.query['sida']);
  const lista = await readGranskningslista(prisma, rackvidd, sida);
  if (isBeyondEnd(sida, lista.rader)) return response.redirect(303, GRANSKNING);
  await logRead(prisma, {
    av: inloggad(request).id,
    handling: 'las_nodatkomst',
    arenden: lista.rader.map(({ arendeId }) => arendeId),
    grund: 'granskare',
    nar: nu,
  });
  const antalSidor = Math.ceil(lista.totalt / NODATKOMSTER_PER_SIDA);
  response.send(renderPage(<GranskningslistaPage ram={request.sidram()} {...{ ...lista, nu, sida, antalSidor }} />));
}

async function open({ prisma }: AppDeps, request: Request): Promise<Nodatkomstsida> {
  const rackvidd: Sparrackvidd = rackviddOf(request);
  const { id } = request.params;
  const found = typeof id === 'string' && UUID.test(id) ? await readNodatkomst(prisma, rackvidd, id) : undefined;
  if (!found) throw problem(404);
  return found;
}

async function show(
  deps: AppDeps,
  request: Request,
  response: Response,
  status: 200 | 409 | 422,
  svar: Svar,
  errors: FaltFel,
): Promise<void> {
  const { prisma, klocka } = deps;
  const oppning = await open(deps, request);
  const nu = await klocka.now();
  const { id: av } = inloggad(request);
  const { arendeId, id } = oppning;
  const spar = await readSpar(prisma, underOppning(oppning), 1);
  await logRead(prisma, {
    av,
    handling: 'las_nodatkomst',
    arendeId,
    grund: 'granskare',
    nar: nu,
    data: { nodatkomst: id },
  });
  const egen = oppning.avId === av;
  const kanGranskas = !egen && oppning.granskad === null && !pagar(oppning, nu);
  const page = <GranskningPage ram={request.sidram()} {...{ nu, oppning, spar, kanGranskas, egen, svar, errors }} />;
  response.status(status).send(renderPage(page));
}

const regler = z
  .object({
    bedomning: kod(bedomningar, 'Välj vad du bedömer.'),
    kommentar: valfriText(),
  })
  .refine(
    ({ bedomning, kommentar }) => bedomning !== 'anmarkning' || kommentar !== undefined,
    samband('kommentar', 'Skriv vad anmärkningen gäller.'),
  );

async function receive(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { id } = await open(deps, request);
  const svar = answersOf(formFields(request), []);
  const last = read(regler, svar);
  if (!last.ok) return show(deps, request, response, 422, svar, last.errors);
  const nu = (await deps.klocka.now()).toISOString();
  const refused = await granskaNodatkomst(deps.prisma, { ...last.varde, id, av: inloggad(request).id, nu });
  await setFlash(
    request,
    refused ? { slag: 'error', text: refused.mening } : { slag: 'success', text: 'Granskningen är sparad.' },
  );
  response.redirect(303, `${GRANSKNING}/${id}`);
}
