import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { UppgifterPage } from '../pages/uppgifter/sida.js';
import { readEgnaUppgifter } from '../queries/egna-uppgifter.js';
import { markeraSedda } from '../queries/mina-uppgifter.js';
import { readSparadeFilter } from '../queries/sparade-filter.js';
import { logEgna } from '../records/logg.js';
import { lasFraga, queryOf } from '../uppgifter/fraga.js';
import { readUppgiftslista } from '../uppgifter/lista.js';
import { sidaOf } from './listfraga.js';

/** `/uppgifter`: every open task of all the person's roles. Numbers with dates are still somebody's: the view is traced. */
export function uppgifterRoutes({ prisma, klocka }: AppDeps): Router {
  const router = Router();
  router.get('/uppgifter', requireLogin, async (request, response) => {
    const nu = await klocka.now();
    const person = inloggad(request);
    const fraga = lasFraga(queryOf(request.originalUrl));
    const [lista, sparade, egna] = await Promise.all([
      readUppgiftslista(prisma, person, fraga, sidaOf(request.query['sida']), dayOf(nu)),
      readSparadeFilter(prisma, person.id),
      readEgnaUppgifter(prisma, person.id, nu),
    ]);
    await logEgna(prisma, person.id, nu, 'uppgifter');
    const { olasta = 0, sedda } = request.uppgiftsantal ?? {};
    if (olasta > 0) await markeraSedda(prisma, person.id, nu);
    const ram = request.sidram();
    response.send(renderPage(<UppgifterPage {...{ ram, lista, sparade, egna, sedda }} nyEgen={randomUUID()} />));
  });
  return router;
}
