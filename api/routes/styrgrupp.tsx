import { Router } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { inloggad, requireLogin, requireRoll } from '../login/current-user.js';
import { StyrgruppPage } from '../pages/insats/styrgrupp.js';
import { openInsatstasks } from '../queries/insatsuppgifter.js';
import { readLyfta, readStyrgrupp } from '../queries/styrgrupp.js';
import { logLyftread } from '../records/las-lyft.js';

/** `/styrgrupp`: what waits for the styrgrupp. The reading is traced: a question may say something of a person. */
export function styrgruppRoutes({ prisma, klocka }: AppDeps): Router {
  const router = Router();
  router.get('/styrgrupp', requireLogin, requireRoll('styrgrupp'), async (request, response) => {
    const person = inloggad(request);
    const nu = await klocka.now();
    const [arenden, lyfta, uppgifter] = await Promise.all([
      readStyrgrupp(prisma, person),
      readLyfta(prisma, person),
      openInsatstasks(prisma, person, dayOf(nu)),
    ]);
    await logLyftread(prisma, person, arenden, nu);
    const hinder = uppgifter.filter(({ typ, gor }) => typ === 'hindersvar' && gor);
    const page = <StyrgruppPage ram={request.sidram()} idag={dayOf(nu)} {...{ arenden, lyfta, hinder }} />;
    response.send(renderPage(page));
  });
  return router;
}
