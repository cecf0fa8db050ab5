import { Router } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { DagenPage } from '../pages/dagen/sida.js';
import { dagensMoten } from '../queries/dagens-moten.js';
import { readEgnaUppgifter } from '../queries/egna-uppgifter.js';
import { openInsatstasks } from '../queries/insatsuppgifter.js';
import { minaUppgifter } from '../queries/mina-uppgifter.js';
import { vantarPaAndra } from '../queries/vantar-pa-andra.js';
import { logEgna } from '../records/logg.js';

/** Tasks of each part; the rest stands on the page of tasks. */
const PER_GRUPP = 50;

/** `/dagen`: the person's day. Numbers and dates are still somebody's: the view is traced. */
export function dagenRoutes({ prisma, klocka }: AppDeps): Router {
  const router = Router();
  router.get('/dagen', requireLogin, async (request, response) => {
    const person = inloggad(request);
    const nu = await klocka.now();
    const idag = dayOf(nu);
    const [uppgifter, insatsuppgifter, egna, moten, vantar] = await Promise.all([
      minaUppgifter(prisma, person, idag, PER_GRUPP),
      openInsatstasks(prisma, person, idag),
      readEgnaUppgifter(prisma, person.id, nu),
      dagensMoten(prisma, person, idag),
      vantarPaAndra(prisma, person, idag),
    ]);
    await logEgna(prisma, person.id, nu, 'dagen');
    response.send(
      renderPage(
        <DagenPage
          ram={request.sidram()}
          {...{ idag, uppgifter, moten, vantar }}
          insatsuppgifter={insatsuppgifter.filter(({ min }) => min)}
          egna={egna.filter(({ klar }) => !klar)}
        />,
      ),
    );
  });
  return router;
}
