import { Router } from 'express';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { MotenPage, SamtyckenPage } from '../pages/arende/flikar.js';
import { LoggPage } from '../pages/arende/logg.js';
import { OversiktPage } from '../pages/arende/oversikt.js';
import { PaminnelserPage } from '../pages/arende/paminnelser.js';
import { TidslinjePage } from '../pages/arende/tidslinje.js';
import { readArendelankar } from '../queries/arendelankar.js';
import { omArende, readSpar } from '../queries/spar.js';
import { readArendemoten, readArendesamtycken } from '../queries/arendemoten.js';
import { readArendeoversikt } from '../queries/arendeoversikt.js';
import { arendepaminnelser } from '../queries/paminnelser.js';
import { readEgnaUppgifter } from '../queries/egna-uppgifter.js';
import { readUppgifter } from '../queries/uppgifter.js';
import { uppgiftId } from '../../prisma/skriv-forandring.js';
import { arendeview } from './arendeview.js';
import { sidaOf, textOf } from './listfraga.js';

/** `/arenden/<nr>` and its views. */
export function arendeRoutes(deps: AppDeps): Router {
  const { prisma } = deps;
  const router = Router();
  router.get(
    '/arenden/:nummer',
    requireLogin,
    arendeview(deps, async (vy, request) => {
      const person = inloggad(request);
      const ids = vy.arende.lage.uppgifter.map(({ nr }) => uppgiftId(vy.arende.id, nr));
      const [oversikt, uppgifter, egna, lankar] = await Promise.all([
        readArendeoversikt(prisma, vy.arende.id),
        readUppgifter(prisma, person, ids, vy.idag),
        readEgnaUppgifter(prisma, vy.personId, new Date(vy.nu), vy.arende.id),
        readArendelankar(prisma, vy.arende.id, person, vy.idag),
      ]);
      return OversiktPage({ vy, oversikt, uppgifter, egna, lankar, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/moten',
    requireLogin,
    arendeview(deps, async (vy, request) => {
      const moten = await readArendemoten(prisma, vy.arende.id);
      return MotenPage({ vy, moten, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/samtycken',
    requireLogin,
    arendeview(deps, async (vy, request) => {
      const samtycken = await readArendesamtycken(prisma, vy.arende.id);
      return SamtyckenPage({ vy, samtycken, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/tidslinje',
    requireLogin,
    arendeview(deps, (vy, request) =>
      TidslinjePage({ vy, visa: textOf(request.query['visa']), ram: request.sidram() }),
    ),
  );
  router.get(
    '/arenden/:nummer/paminnelser',
    requireLogin,
    arendeview(deps, async (vy, request) => {
      if (!vy.skriver) throw problem(404);
      const paminnelser = await arendepaminnelser(prisma, vy.arende.id, vy.idag);
      return PaminnelserPage({ vy, paminnelser, ram: request.sidram() });
    }),
  );
  router.get(
    '/arenden/:nummer/logg',
    requireLogin,
    arendeview(
      deps,
      async (vy, request) => {
        if (!vy.leder) throw problem(404);
        const sida = sidaOf(request.query['sida']);
        const spar = await readSpar(prisma, omArende(vy.arende.id), sida);
        return LoggPage({ vy, spar, sida, ram: request.sidram() });
      },
      'logg',
    ),
  );
  return router;
}
