import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { rattsgrund, type Rattsgrund } from '../../domain/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { FILFALT, filesOf } from '../http/uppladdning.js';
import { inloggad, requireLogin, requireRoll } from '../login/current-user.js';
import type { Uppladdningslage } from '../pages/arende/bilageformular.js';
import { RemissbilagorPage, UtkastbilagorPage, remissbilagor, utkastbilagor } from '../pages/remisser/bilagor.js';
import { findArendeatkomst, type Arendeatkomst } from '../queries/arenderelation.js';
import { readEgnaBilagor, readUtkastbilagor } from '../queries/dokument.js';
import { findUtkast } from '../queries/remissformular.js';
import { MEST_I_UTKAST, sparaBilagor, taBortBilaga } from '../records/bilaga.js';
import { logRead } from '../records/logg.js';
import { stegAdress, type Utkastinnehall } from '../remissformular/steg.js';
import { ett } from '../beslut/formular.js';
import { fraganOm, franBeslut } from '../beslut/fran-beslut.js';
import { formularIdOf, uppladdadText } from './bilagor.js';
import { logUtkastread } from './utkastspar.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const newForm = (): Uppladdningslage => ({ formularId: randomUUID(), errors: {} });

/** Files of a remiss: before it is sent (`/remisser/ny/<id>/bilagor`) and after (`/remisser/<nr>/bilagor`). */
export function remissbilageRoutes(deps: AppDeps): Router {
  const router = Router();
  const handlaggare = requireRoll('handlaggare', 'sammankallande');
  const utkast = '/remisser/ny/:utkastId/bilagor';
  router.get(utkast, handlaggare, (request, response) => showUtkast(deps, request, response, newForm()));
  router.post(utkast, handlaggare, (request, response) => addToUtkast(deps, request, response));
  router.post(`${utkast}/:id/ta-bort`, handlaggare, (request, response) => remove(deps, request, response));
  router.get('/remisser/:nummer/bilagor', requireLogin, (request, response) =>
    showRemiss(deps, request, response, newForm()),
  );
  router.post('/remisser/:nummer/bilagor', requireLogin, (request, response) => addToRemiss(deps, request, response));
  return router;
}

/** The draft in the address. @throws HttpProblem 404 when it is another's or not there */
async function ownUtkast(
  { prisma }: AppDeps,
  request: Request,
): Promise<{ utkastId: string; innehall: Utkastinnehall | undefined }> {
  const { utkastId } = request.params;
  if (typeof utkastId !== 'string' || !UUID.test(utkastId)) throw problem(404);
  const utkast = await findUtkast(prisma, utkastId, inloggad(request).id);
  if (!utkast || utkast === 'annans') throw problem(404);
  return { utkastId, innehall: utkast.skickat ? undefined : utkast.innehall };
}

async function showUtkast(deps: AppDeps, request: Request, response: Response, lage: Uppladdningslage): Promise<void> {
  const { utkastId, innehall } = await ownUtkast(deps, request);
  if (!innehall) return response.redirect(303, stegAdress(utkastId, 'kvitto'));
  const bilagor = await readUtkastbilagor(deps.prisma, utkastId);
  await logUtkastread(deps, request, utkastId, 'bilagor');
  const page = (
    <UtkastbilagorPage
      utkastId={utkastId}
      avidentifierad={ett(innehall.insats ?? {}, 'identitet') === 'avidentifierad'}
      bilagor={bilagor}
      lage={lage}
      ram={request.sidram()}
    />
  );
  response.send(renderPage(page));
}

async function addToUtkast(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { utkastId, innehall } = await ownUtkast(deps, request);
  if (!innehall) return response.redirect(303, stegAdress(utkastId, 'kvitto'));
  const formularId = formularIdOf(request);
  const last = await filesOf(request);
  if ('fel' in last) {
    response.status(422);
    return showUtkast(deps, request, response, { formularId, errors: { [FILFALT]: last.fel } });
  }
  const utfall = await sparaBilagor(deps.prisma, {
    hem: { utkastId },
    slag: 'remiss',
    filer: last.filer,
    av: inloggad(request).id,
    formularId,
    nu: await deps.klocka.now(),
  });
  if (utfall === 'borta') return response.redirect(303, stegAdress(utkastId, 'kvitto'));
  if (utfall === 'for_manga') {
    response.status(422);
    const fel = `En remiss kan ha högst ${MEST_I_UTKAST} bilagor. Ta bort någon som inte behövs.`;
    return showUtkast(deps, request, response, { formularId, errors: { [FILFALT]: [fel] } });
  }
  await setFlash(request, { slag: 'success', text: uppladdadText(last.filer.length) });
  response.redirect(303, utkastbilagor(utkastId));
}

async function remove(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { utkastId } = await ownUtkast(deps, request);
  const { id } = request.params;
  if (typeof id !== 'string' || !UUID.test(id)) throw problem(404);
  const nu = await deps.klocka.now();
  if (!(await taBortBilaga(deps.prisma, { id, utkastId, av: inloggad(request).id, nu }))) throw problem(404);
  await setFlash(request, { slag: 'success', text: 'Bilagan är borttagen.' });
  response.redirect(303, utkastbilagor(utkastId));
}

interface Remissbesok {
  readonly atkomst: Arendeatkomst;
  readonly nu: Date;
  /** Whether files can still be added: as long as she takes part and the ärende is open. */
  readonly oppen: boolean;
  readonly ratt: Rattsgrund;
}

/** The sender's own remiss. @throws HttpProblem 404 for everybody else: others read files on the ärende's own page */
async function ownRemiss({ prisma, klocka }: AppDeps, request: Request): Promise<Remissbesok> {
  const person = inloggad(request);
  const [atkomst, nu] = await Promise.all([findArendeatkomst(prisma, String(request.params['nummer'])), klocka.now()]);
  const idag = dayOf(nu);
  const ratt = atkomst && rattsgrund(person, 'las_remiss', atkomst.relation, idag);
  if (!atkomst || ratt?.grund !== 'remittent') throw problem(404);
  const { fas } = await prisma.arende.findUniqueOrThrow({ where: { id: atkomst.id }, select: { fas: true } });
  const deltar = rattsgrund(person, 'komplettering', atkomst.relation, idag)?.grund === 'remittent';
  return { atkomst, ratt, nu, oppen: deltar && fas !== 'stangd' };
}

async function showRemiss(deps: AppDeps, request: Request, response: Response, lage: Uppladdningslage): Promise<void> {
  const { atkomst, ratt, nu, oppen } = await ownRemiss(deps, request);
  await logRead(deps.prisma, {
    av: inloggad(request).id,
    handling: 'las_remiss',
    arendeId: atkomst.id,
    ...ratt,
    nar: nu,
    data: { visning: 'bilagor' },
  });
  const bilagor = await readEgnaBilagor(deps.prisma, atkomst.id);
  const page = (
    <RemissbilagorPage
      nummer={atkomst.nummer}
      bilagor={bilagor}
      lage={oppen ? lage : undefined}
      fran={franBeslut(request)}
      ram={request.sidram()}
    />
  );
  response.send(renderPage(page));
}

async function addToRemiss(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { atkomst, ratt, nu, oppen } = await ownRemiss(deps, request);
  if (!oppen) throw problem(409, 'Det går inte att lägga till bilagor längre.');
  const formularId = formularIdOf(request);
  const last = await filesOf(request);
  if ('fel' in last) {
    response.status(422);
    return showRemiss(deps, request, response, { formularId, errors: { [FILFALT]: last.fel } });
  }
  await sparaBilagor(deps.prisma, {
    hem: { arendeId: atkomst.id },
    slag: 'remiss',
    filer: last.filer,
    av: inloggad(request).id,
    ...ratt,
    formularId,
    nu,
  });
  await setFlash(request, { slag: 'success', text: uppladdadText(last.filer.length) });
  const fran = franBeslut(request);
  response.redirect(303, remissbilagor(atkomst.nummer) + (fran ? fraganOm(fran) : ''));
}
