import { Router, type Request, type Response } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { adressMed } from '../http/adress.js';
import { inloggad, requireRoll, rollerOf } from '../login/current-user.js';
import { ArendelistaPage } from '../pages/arendelista/sida.js';
import { arendelista, jumpTo, listinsatser, LISTROLLER, PER_SIDA, type Listfilter } from '../queries/arendelista.js';
import { logRead } from '../records/logg.js';
import { fasOf, isBeyondEnd, nummerOf, sidaOf, textOf } from './listfraga.js';

/** `/arenden`: the insats's list, with filters in the address and a jump by number. The reading of a list is traced. */
export function arendelistaRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get('/arenden', requireRoll(...LISTROLLER), (request, response) => showList(deps, request, response));
  return router;
}

const filterOf = ({ query }: Request): Listfilter => ({
  insats: textOf(query['insats']),
  fas: fasOf(query['fas']),
  mina: textOf(query['mina']) !== undefined,
  sida: sidaOf(query['sida']),
});

const addressOf = ({ insats, fas, mina }: Listfilter, sida?: number): string =>
  adressMed('/arenden', { insats, fas, mina: mina ? 'ja' : undefined, sida });

async function showList({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const person = inloggad(request);
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const nummer = nummerOf(request.query['nummer']);
  const found = nummer === undefined ? undefined : await jumpTo(prisma, person, nummer, idag);
  if (found !== undefined) return response.redirect(303, found);

  const filter = filterOf(request);
  const egna = rollerOf(person);
  const grund = LISTROLLER.find((one) => egna.has(one));
  const insatser = await listinsatser(prisma, person);
  const { rader, totalt } = await arendelista(prisma, person, filter, idag);
  if (isBeyondEnd(filter.sida, rader)) return response.redirect(303, addressOf(filter));
  await logRead(prisma, {
    av: person.id,
    handling: 'las_lista',
    arenden: rader.map(({ id }) => id),
    grund,
    nar: nu,
    data: { sida: filter.sida, ...(filter.fas ? { fas: filter.fas } : {}) },
  });
  response.send(
    renderPage(
      <ArendelistaPage
        ram={request.sidram()}
        {...{ idag, filter, insatser, rader, totalt }}
        koordinator={egna.has('koordinator')}
        antalSidor={Math.ceil(totalt / PER_SIDA)}
        saknat={nummer}
        href={(sida) => addressOf(filter, sida)}
      />,
    ),
  );
}
