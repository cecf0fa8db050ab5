import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { arkivrackvidd, handlingsslag, type Arkivrackvidd } from '../../domain/gallring.js';
import type { Hinder } from '../../domain/hinder.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { isKod } from '../../domain/koder.js';
import { ett, flera } from '../beslut/formular.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireRoll } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { GALLRING, gallringsadress } from '../pages/gallring/adresser.js';
import { GallringsprotokollPage } from '../pages/gallring/protokoll.js';
import { GallringPage } from '../pages/gallring/sida.js';
import {
  GALLRING_PER_SIDA,
  listGallringar,
  listGallringsstopp,
  readForfallet,
  readGallring,
  withinArkivrackvidd,
  type Gallringssida,
} from '../queries/gallring.js';
import { avbojGallring, beslutaGallring } from '../records/gallring/avgor.js';
import { foreslaGallring, type Valdgallring } from '../records/gallring/foresla.js';
import { logRead } from '../records/logg.js';
import { isBeyondEnd, sidaOf } from './listfraga.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Lets only who is arkivansvarig herself on: the role is never lent. */
export const onlyArkivansvarig = requireRoll('arkivansvarig');

/** What the arkivansvarig who asks is it for. */
export const arkivrackviddOf = (request: Request): Arkivrackvidd => arkivrackvidd(inloggad(request));

/** `/gallring`: what is due, proposals of it, the decision by another, and the protocols. */
export function gallringRoutes(deps: AppDeps): Router {
  const router = Router();
  const sensitive = [onlyArkivansvarig, requireFreshLogin];
  router.get(GALLRING, onlyArkivansvarig, (request, response) => show(deps, request, response));
  router.post(GALLRING, ...sensitive, (request, response) => propose(deps, request, response));
  router.get(`${GALLRING}/:id`, onlyArkivansvarig, (request, response) => showOne(deps, request, response));
  router.post(`${GALLRING}/:id/besluta`, ...sensitive, (request, response) =>
    settle(deps, request, response, beslutaGallring, 'Gallringen är beslutad.'),
  );
  router.post(`${GALLRING}/:id/avboj`, ...sensitive, (request, response) =>
    settle(deps, request, response, avbojGallring, 'Förslaget gäller inte längre.'),
  );
  return router;
}

interface Visning {
  readonly status: 200 | 409 | 422;
  readonly id: string;
  readonly valda: readonly string[];
  readonly hindrat?: string;
}

/** Numbers with dates are somebody's: what is listed is traced. */
async function show(
  { prisma, klocka }: AppDeps,
  request: Request,
  response: Response,
  { status, ...visning }: Visning = { status: 200, id: randomUUID(), valda: [] },
): Promise<void> {
  const rackvidd = arkivrackviddOf(request);
  const nar = await klocka.now();
  const sida = status === 200 ? sidaOf(request.query['sida']) : 1;
  const { rader, totalt } = await readForfallet(prisma, rackvidd, dayOf(nar), sida);
  if (isBeyondEnd(sida, rader)) return response.redirect(303, GALLRING);
  const [gallringar, stopp] = await Promise.all([
    listGallringar(prisma, rackvidd),
    listGallringsstopp(prisma, rackvidd),
  ]);
  await logRead(prisma, {
    av: inloggad(request).id,
    handling: 'las_gallring',
    arenden: [...new Set(rader.map(({ arendeId }) => arendeId))],
    grund: 'arkivansvarig',
    nar,
  });
  const page = { rader, totalt, sida, gallringar, antalStopp: stopp.length, ...visning };
  response.status(status).send(renderPage(<GallringPage ram={request.sidram()} {...page} />));
}

/** What was ticked; whatever is no row of the list is nothing. */
const valdaOf = (values: readonly string[]): Valdgallring[] =>
  [...new Set(values)].flatMap((value) => {
    const [arendeId = '', slag = ''] = value.split('/');
    return UUID.test(arendeId) && isKod(handlingsslag, slag) ? [{ arendeId, slag }] : [];
  });

async function propose(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const fields = formFields(request);
  const id = ett(fields, 'beslutId');
  if (!UUID.test(id)) throw problem(400);
  const ticked = flera(fields, 'val');
  const valda = valdaOf(ticked).slice(0, GALLRING_PER_SIDA);
  if (valda.length === 0) {
    const hindrat = 'Välj minst en rad att gallra.';
    return show(deps, request, response, { status: 422, id, valda: [], hindrat });
  }
  const arendeIds = valda.map(({ arendeId }) => arendeId);
  const hers = await withinArkivrackvidd(deps.prisma, arkivrackviddOf(request), arendeIds);
  if (arendeIds.some((one) => !hers.has(one))) throw problem(404);
  const refused = await foreslaGallring(deps.prisma, {
    id,
    av: inloggad(request).id,
    nar: await deps.klocka.now(),
    valda,
  });
  if (refused) return show(deps, request, response, { status: 409, id, valda: ticked, hindrat: refused.mening });
  await setFlash(request, { slag: 'success', text: 'Förslaget är lagt. En annan arkivansvarig behöver besluta.' });
  response.redirect(303, gallringsadress(id));
}

/** @throws HttpProblem 404 for a gallring with ärenden that are not hers */
async function openOne({ prisma }: AppDeps, request: Request): Promise<Gallringssida> {
  const id = String(request.params['id']);
  const found = UUID.test(id) ? await readGallring(prisma, arkivrackviddOf(request), id) : undefined;
  if (!found) throw problem(404);
  return found;
}

async function showOne(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const gallring = await openOne(deps, request);
  const { id: av } = inloggad(request);
  await logRead(deps.prisma, {
    av,
    handling: 'las_gallringsprotokoll',
    grund: 'arkivansvarig',
    nar: await deps.klocka.now(),
    data: { gallring: gallring.id },
  });
  const egen = gallring.foreslagenAvId === av;
  response.send(renderPage(<GallringsprotokollPage ram={request.sidram()} {...{ gallring, egen }} />));
}

async function settle(
  deps: AppDeps,
  request: Request,
  response: Response,
  avgor: typeof beslutaGallring,
  klart: string,
): Promise<void> {
  const { id } = await openOne(deps, request);
  const refused: Hinder | undefined = await avgor(deps.prisma, {
    id,
    av: inloggad(request).id,
    nar: await deps.klocka.now(),
  });
  await setFlash(request, refused ? { slag: 'error', text: refused.mening } : { slag: 'success', text: klart });
  response.redirect(303, gallringsadress(id));
}
