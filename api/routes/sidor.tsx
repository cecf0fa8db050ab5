import { Router } from 'express';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { HjalpPage } from '../pages/sidor/hjalp.js';
import { MigPage } from '../pages/sidor/mig.js';
import { TillganglighetPage } from '../pages/sidor/tillganglighet.js';
import { egnaRoller, kanslikontakter, partnamn } from '../queries/mig.js';
import { readInloggningar } from '../queries/sessioner.js';
import { dennaInloggning } from './inloggningar.js';

/** `/hjalp` and `/tillganglighet`, which everybody may read, and `/mig`. */
export function sidorRoutes({ prisma }: AppDeps): Router {
  const router = Router();
  router.get('/hjalp', (request, response) => {
    const egna = new Set(request.anvandare?.roller.map(({ roll }) => roll));
    response.send(renderPage(<HjalpPage ram={request.sidram()} egna={egna} />));
  });
  router.get('/tillganglighet', async (request, response) => {
    const kontakter = request.anvandare ? await kanslikontakter(prisma) : [];
    response.send(renderPage(<TillganglighetPage ram={request.sidram()} kontakter={kontakter} />));
  });
  router.get('/mig', requireLogin, async (request, response) => {
    const anvandare = inloggad(request);
    const [egna, part, rader] = await Promise.all([
      egnaRoller(prisma, anvandare.id),
      partnamn(prisma, anvandare.verksamhet.id),
      readInloggningar(prisma, anvandare.id),
    ]);
    const inloggningar = { inloggningar: rader, denna: dennaInloggning(request) };
    response.send(renderPage(<MigPage ram={request.sidram()} {...{ anvandare, egna, part, inloggningar }} />));
  });
  return router;
}
