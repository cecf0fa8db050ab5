import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { dayOf } from '../../../domain/kalender/tid.js';
import { answersOf, ett, type Svar } from '../../beslut/formular.js';
import { MAX, read, ruta, text } from '../../beslut/regler.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { renderPage } from '../../components/sida.js';
import type { AppDeps } from '../../deps.js';
import { formFields } from '../../http/csrf.js';
import { problem } from '../../http/errors.js';
import { setFlash } from '../../http/flash.js';
import { inloggad } from '../../login/current-user.js';
import { requireFreshLogin } from '../../login/fresh-login.js';
import { NyOverlamningPage } from '../../pages/admin/overlamning-ny.js';
import { OverlamningPage } from '../../pages/admin/overlamning.js';
import { OverlamningarPage } from '../../pages/admin/overlamningar.js';
import { ADMIN_OVERLAMNING } from '../../pages/admin/ram.js';
import { readPersonval } from '../../queries/forvaltning.js';
import { readErsattarval } from '../../queries/franvaro.js';
import { listOverlamningar, OVERLAMNINGAR_PER_SIDA, readForhand, readOverlamning } from '../../queries/overlamning.js';
import { logRead } from '../../records/logg.js';
import { forsokIgen } from '../../records/overlamning/forsok-igen.js';
import { lamnaOver } from '../../records/overlamning/lamna-over.js';
import { isBeyondEnd, sidaOf, textOf } from '../listfraga.js';
import { logFolk, onlyForvaltare, openPerson, rackviddOf } from './rackvidd.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** `/admin/overlamning`: all that is one person's goes to another: preview, decision, how it went, another trial. */
export function adminOverlamningRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get(ADMIN_OVERLAMNING, onlyForvaltare, (request, response) => list(deps, request, response));
  router.get(`${ADMIN_OVERLAMNING}/ny`, onlyForvaltare, (request, response) => showNy(deps, request, response));
  router.get(`${ADMIN_OVERLAMNING}/:id`, onlyForvaltare, (request, response) => showOne(deps, request, response));
  router.post(ADMIN_OVERLAMNING, onlyForvaltare, requireFreshLogin, (request, response) =>
    decide(deps, request, response),
  );
  router.post(`${ADMIN_OVERLAMNING}/:id/igen`, onlyForvaltare, requireFreshLogin, (request, response) =>
    again(deps, request, response),
  );
  return router;
}

async function list(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const rackvidd = await rackviddOf(deps, request);
  const sida = sidaOf(request.query['sida']);
  const [personer, { rader, totalt }] = await Promise.all([
    readPersonval(deps.prisma, rackvidd),
    listOverlamningar(deps.prisma, rackvidd, sida),
  ]);
  if (isBeyondEnd(sida, rader)) return response.redirect(303, ADMIN_OVERLAMNING);
  await logFolk(deps, request, 'overlamningar');
  const antalSidor = Math.ceil(totalt / OVERLAMNINGAR_PER_SIDA);
  response.send(renderPage(<OverlamningarPage ram={request.sidram()} {...{ personer, rader, sida, antalSidor }} />));
}

interface Visning {
  readonly status: 200 | 409 | 422;
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly hindrat?: string;
  readonly id: string;
}

/** Who hands over, and who of her verksamhet may be chosen: never the förvaltare herself. */
async function openNy(deps: AppDeps, request: Request, franId: unknown) {
  const fran = await openPerson(deps, request, franId);
  const { val } = await readErsattarval(deps.prisma, fran.id);
  return { fran, mottagare: val.filter(({ id }) => id !== inloggad(request).id) };
}
type Oppnat = Awaited<ReturnType<typeof openNy>>;

async function showNy(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const franId = textOf(request.query['fran']);
  if (franId === undefined) return response.redirect(303, ADMIN_OVERLAMNING);
  const oppnat = await openNy(deps, request, franId);
  const visning = { status: 200, svar: {}, errors: {}, id: randomUUID() } as const;
  return show(deps, request, response, oppnat, textOf(request.query['till']), visning);
}

async function show(
  deps: AppDeps,
  request: Request,
  response: Response,
  { fran, mottagare }: Oppnat,
  tillId: string | undefined,
  { status, id, ...visning }: Visning,
): Promise<void> {
  const till = mottagare.find((one) => one.id === tillId);
  const nu = await deps.klocka.now();
  const forhand = till && (await readForhand(deps.prisma, { fran: fran.id, till: till.id, nu }));
  const vald = till && forhand ? { till, forhand, id } : undefined;
  await logFolk(deps, request, 'overlamning');
  const page = <NyOverlamningPage ram={request.sidram()} {...{ fran, mottagare, vald }} {...visning} />;
  response.status(status).send(renderPage(page));
}

async function decide(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const fields = formFields(request);
  const id = ett(fields, 'beslutId');
  if (!UUID.test(id)) throw problem(400);
  const oppnat = await openNy(deps, request, ett(fields, 'fran'));
  const tillId = ett(fields, 'till');
  const svar = answersOf(fields, ['beslutId', 'fran', 'till']);
  if (!oppnat.mottagare.some((one) => one.id === tillId)) throw problem(404);
  const last = read(
    z.object({ not: text('Skriv varför arbetet lämnas över och vad kollegan behöver veta.', MAX.text), slutar: ruta }),
    svar,
  );
  if (!last.ok) return show(deps, request, response, oppnat, tillId, { status: 422, svar, errors: last.errors, id });
  const nar = await deps.klocka.now();
  const refused = await lamnaOver(deps.prisma, {
    id,
    franId: oppnat.fran.id,
    tillId,
    av: inloggad(request).id,
    ...last.varde,
    nar,
    idag: dayOf(nar),
  });
  if (refused) {
    const visning = { status: 409, svar, errors: {}, hindrat: refused.mening, id } as const;
    return show(deps, request, response, oppnat, tillId, visning);
  }
  await setFlash(request, { slag: 'success', text: 'Överlämningen är beslutad.' });
  response.redirect(303, `${ADMIN_OVERLAMNING}/${id}`);
}

/** @throws HttpProblem 404 for a hand-over between people of another part */
async function openOne(deps: AppDeps, request: Request) {
  const id = String(request.params['id']);
  const found = UUID.test(id) ? await readOverlamning(deps.prisma, await rackviddOf(deps, request), id) : undefined;
  if (!found) throw problem(404);
  return found;
}

/** The numbers of ärenden that it shows are traced as kansli's are. */
async function showOne(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const overlamning = await openOne(deps, request);
  await logRead(deps.prisma, {
    av: inloggad(request).id,
    handling: 'las_overlamning',
    grund: 'forvaltare',
    nar: await deps.klocka.now(),
    data: { overlamning: overlamning.id },
  });
  response.send(renderPage(<OverlamningPage ram={request.sidram()} overlamning={overlamning} />));
}

async function again(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { id } = await openOne(deps, request);
  const refused = await forsokIgen(deps.prisma, { id, av: inloggad(request).id, nar: await deps.klocka.now() });
  await setFlash(
    request,
    refused ? { slag: 'info', text: refused.mening } : { slag: 'success', text: 'Ärendena försöks igen.' },
  );
  response.redirect(303, `${ADMIN_OVERLAMNING}/${id}`);
}
