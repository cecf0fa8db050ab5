import { Router, type Request, type Response } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { adressMed } from '../http/adress.js';
import { problem } from '../http/errors.js';
import { inloggad, requireRoll } from '../login/current-user.js';
import { KansliarendePage } from '../pages/kansli/arende.js';
import { kansliadress } from '../pages/kansli/arendetabell.js';
import { KansliPage } from '../pages/kansli/sida.js';
import {
  epostfel,
  insatslagen,
  kansliarenden,
  PER_SIDA,
  stillaEllerForsenade,
  type Kanslifilter,
} from '../queries/kansli.js';
import { fasperioder, kansliuppgifter, readKanslihuvud, utskicksantal } from '../queries/kansliarende.js';
import { logRead } from '../records/logg.js';
import { fasOf, isBeyondEnd, nummerOf, sidaOf, textOf } from './listfraga.js';

/** `/kansli` and `/kansli/arenden/<nr>`: by number alone. A number with dates is still somebody's: every view is traced. */
export function kansliRoutes(deps: AppDeps): Router {
  const router = Router();
  const onlyKansli = requireRoll('kansli');
  router.get('/kansli', onlyKansli, (request, response) => showOverview(deps, request, response));
  router.get('/kansli/arenden/:nummer', onlyKansli, (request, response) => showArende(deps, request, response));
  return router;
}

const filterOf = ({ query }: Request): Kanslifilter => ({
  insats: textOf(query['insats']),
  fas: fasOf(query['fas']),
  sida: sidaOf(query['sida']),
});

const pagesOf = (totalt: number): number => Math.ceil(totalt / PER_SIDA);

async function showOverview({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const person = inloggad(request);
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const nummer = nummerOf(request.query['nummer']);
  if (nummer !== undefined && (await readKanslihuvud(prisma, person, nummer, idag)))
    return response.redirect(303, kansliadress(nummer));

  const filter = filterOf(request);
  const stillasida = sidaOf(request.query['stilla']);
  await logRead(prisma, {
    av: person.id,
    handling: 'las_kansli',
    grund: 'kansli',
    nar: nu,
    data: { sida: filter.sida, stilla: stillasida, ...(filter.fas ? { fas: filter.fas } : {}) },
  });
  const [lagen, stilla, alla, epost] = await Promise.all([
    insatslagen(prisma, person, idag),
    stillaEllerForsenade(prisma, person, idag, stillasida),
    kansliarenden(prisma, person, filter),
    epostfel(prisma, person, idag),
  ]);
  const { insats, fas, sida } = filter;
  if (isBeyondEnd(sida, alla.rader) || isBeyondEnd(stillasida, stilla.rader))
    return response.redirect(303, adressMed('/kansli', { insats, fas }));
  response.send(
    renderPage(
      <KansliPage
        ram={request.sidram()}
        {...{ idag, lagen, epost, filter }}
        stilla={{ ...stilla, sida: stillasida, antalSidor: pagesOf(stilla.totalt) }}
        alla={{ ...alla, sida, antalSidor: pagesOf(alla.totalt) }}
        saknat={nummer}
        href={(list, to) =>
          list === 'alla'
            ? `${adressMed('/kansli', { insats, fas, stilla: stillasida, sida: to })}#alla`
            : `${adressMed('/kansli', { insats, fas, stilla: to, sida })}#stilla`
        }
      />,
    ),
  );
}

async function showArende({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const person = inloggad(request);
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const arende = await readKanslihuvud(prisma, person, nummerOf(request.params['nummer']) ?? '', idag);
  if (!arende) throw problem(404);
  await logRead(prisma, { av: person.id, handling: 'las_nummer', arendeId: arende.id, grund: 'kansli', nar: nu });
  const [perioder, uppgifter, utskick] = await Promise.all([
    fasperioder(prisma, arende.id),
    kansliuppgifter(prisma, arende.id),
    utskicksantal(prisma, arende.id),
  ]);
  response.send(
    renderPage(<KansliarendePage ram={request.sidram()} {...{ idag, arende, perioder, uppgifter, utskick }} />),
  );
}
