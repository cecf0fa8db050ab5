import { createHash } from 'node:crypto';
import { Router, type Request } from 'express';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { endSession } from '../login/sessions.js';
import { AVSLUTA_ALLA, AVSLUTA_EN } from '../pages/sidor/inloggningar.js';
import { avslutaSession, avslutaSessioner } from '../records/sessioner.js';

/** What names the session of this request in the list of one's own; see queries/sessioner.ts. */
export const dennaInloggning = (request: Request): string =>
  createHash('sha256').update(request.sessionID).digest('hex');

/** Ending one's own sessions from `/mig`: one, or all with this one. */
export function inloggningsRoutes({ prisma, klocka }: AppDeps): Router {
  const router = Router();
  router.post(AVSLUTA_EN, requireLogin, requireFreshLogin, async (request, response) => {
    const { id } = inloggad(request);
    const { ref } = formFields(request);
    if (typeof ref === 'string')
      await avslutaSession(prisma, { anvandareId: id, av: id, nar: await klocka.now(), ref });
    await setFlash(request, { slag: 'success', text: 'Inloggningen är avslutad.' });
    response.redirect(303, '/mig');
  });
  router.post(AVSLUTA_ALLA, requireLogin, requireFreshLogin, async (request, response) => {
    const { id } = inloggad(request);
    const nar = await klocka.now();
    await prisma.$transaction((tx) => avslutaSessioner(tx, { anvandareId: id, av: id, nar }));
    await endSession(request);
    response.redirect(303, '/utloggad');
  });
  return router;
}
