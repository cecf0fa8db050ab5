import { Router, type Request, type Response } from 'express';
import { rattsgrund } from '../../domain/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { inloggad, requireLogin, requireRoll } from '../login/current-user.js';
import { Remisslista } from '../pages/remisser/lista.js';
import { Remissida } from '../pages/remisser/remiss.js';
import { findArendeatkomst } from '../queries/arenderelation.js';
import { readRemiss } from '../queries/remiss.js';
import { listRemisser, listUtkast } from '../queries/remisser.js';
import { logEgna, logRead } from '../records/logg.js';

/**
 * `/remisser` and `/remisser/<nr>`: what the logged-in handläggare has sent, or while she is away her ersättare reads.
 * Somebody else's is not there (404).
 */
export function remissRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get('/remisser', requireRoll('handlaggare'), (request, response) => showList(deps, request, response));
  router.get('/remisser/:nummer', requireLogin, (request, response) => showRemiss(deps, request, response));
  return router;
}

async function showList({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const person = inloggad(request);
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const [remisser, utkast] = await Promise.all([listRemisser(prisma, person, idag), listUtkast(prisma, person.id)]);
  await logEgna(prisma, person.id, nu, 'remisser');
  response.send(renderPage(<Remisslista remisser={remisser} utkast={utkast} idag={idag} ram={request.sidram()} />));
}

async function showRemiss({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const person = inloggad(request);
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const { nummer } = request.params;
  const atkomst = typeof nummer === 'string' ? await findArendeatkomst(prisma, nummer) : undefined;
  const ratt = atkomst && rattsgrund(person, 'las_remiss', atkomst.relation, idag);
  // others who may read the ärende have a page of their own for it
  if (!atkomst || ratt?.grund !== 'remittent') throw problem(404);
  await logRead(prisma, { av: person.id, handling: 'las_remiss', arendeId: atkomst.id, ...ratt, nar: nu });
  const remiss = await readRemiss(prisma, atkomst.id, idag);
  if (!remiss) throw problem(404);
  response.send(renderPage(<Remissida remiss={remiss} idag={idag} ram={request.sidram()} />));
}
