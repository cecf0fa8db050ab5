import { Router, type Request, type Response } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { inloggad, requireLogin, rollerOf } from '../login/current-user.js';
import { StartPage } from '../pages/start/sida.js';
import { insatslagen } from '../queries/kansli.js';
import { egnaArenden, egnaRemisser, inkorg } from '../queries/start.js';
import { openInsatstasks } from '../queries/insatsuppgifter.js';
import { minaUppgifter } from '../queries/mina-uppgifter.js';
import { motesarenden } from '../queries/teammoten.js';
import { logEgna } from '../records/logg.js';

const MOST_ARENDEN = 20;
/** Tasks of each group here; the rest stands on the page of tasks. */
const PER_GRUPP = 10;

/** `/`: what must I do now. Numbers with dates are still somebody's: the view is traced. */
export function startRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get('/', requireLogin, (request, response) => showStart(deps, request, response));
  return router;
}

async function showStart({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const person = inloggad(request);
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const roller = rollerOf(person);
  const [uppgifter, insatsuppgifter, remisser, arenden, inkomna, moten, lagen] = await Promise.all([
    minaUppgifter(prisma, person, idag, PER_GRUPP),
    openInsatstasks(prisma, person, idag),
    roller.has('handlaggare') ? egnaRemisser(prisma, person) : undefined,
    roller.has('koordinator') ? egnaArenden(prisma, person, MOST_ARENDEN) : undefined,
    roller.has('sammankallande') ? inkorg(prisma, person) : undefined,
    roller.has('teamrepresentant') ? motesarenden(prisma, person, idag) : undefined,
    roller.has('kansli') ? insatslagen(prisma, person, idag) : undefined,
  ]);
  await logEgna(prisma, person.id, nu, 'start');
  response.send(
    renderPage(
      <StartPage
        ram={request.sidram()}
        idag={idag}
        roller={roller}
        uppgifter={uppgifter}
        insatsuppgifter={insatsuppgifter.filter(({ min }) => min)}
        remisser={remisser}
        arenden={arenden}
        inkorg={inkomna}
        moten={moten}
        insatslagen={lagen}
      />,
    ),
  );
}
