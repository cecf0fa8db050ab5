import { Router, type Request, type Response } from 'express';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { inloggad, requireLogin, requireRoll } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { REGISTERUTDRAG } from '../pages/spar/sida.js';
import { readRegisterutdrag } from '../queries/registerutdrag.js';
import { logRead } from '../records/logg.js';
import { writePdf } from '../registerutdrag/dokument.js';
import { registerutdrag } from '../registerutdrag/innehall.js';
import { rackviddOf } from './logg.js';

/** `/logg/registerutdrag/<nummer>`: a person's own extract of the trace, fetched for her by a granskare. */
export function registerutdragRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get(
    `${REGISTERUTDRAG}/:nummer`,
    requireLogin,
    requireRoll('granskare'),
    requireFreshLogin,
    (request, response) => send(deps, request, response),
  );
  return router;
}

async function send({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const rackvidd = rackviddOf(request);
  const nar = await klocka.now();
  const utdrag = await readRegisterutdrag(prisma, rackvidd, String(request.params['nummer']));
  if (!utdrag || utdrag.spar.antal === 0) throw problem(404);
  const [forst, ...andra] = utdrag.arenden.map(({ id }) => id);
  await logRead(prisma, {
    av: inloggad(request).id,
    handling: 'las_registerutdrag',
    arendeId: forst,
    arenden: andra,
    grund: 'granskare',
    nar,
  });
  const pdf = await writePdf(registerutdrag(utdrag, { skapad: nar, helt: rackvidd.alla }));
  response.attachment('registerutdrag.pdf').type('application/pdf').send(pdf);
}
