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
  raknadeArenden,
  urval,
  type Kanslifilter,
  type Urval,
} from '../queries/kansli.js';
import { fasperioder, kansliuppgifter, readKanslihuvud, utskicksantal } from '../queries/kansliarende.js';
import { kanslipaminnelser } from '../queries/paminnelser.js';
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

/** Which figure's ärenden are asked for: the overdue ones unless told. */
function urvalOf({ query }: Request): Urval {
  const asked = textOf(query['visa']);
  return urval.find((one) => one === asked) ?? 'forsenade';
}

const pagesOf = (totalt: number): number => Math.ceil(totalt / PER_SIDA);

async function showOverview({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const person = inloggad(request);
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const nummer = nummerOf(request.query['nummer']);
  if (nummer !== undefined && (await readKanslihuvud(prisma, person, nummer, idag)))
    return response.redirect(303, kansliadress(nummer));

  const filter = filterOf(request);
  const vad = urvalOf(request);
  const urvalssida = sidaOf(request.query['urval']);
  await logRead(prisma, {
    av: person.id,
    handling: 'las_kansli',
    grund: 'kansli',
    nar: nu,
    data: { sida: filter.sida, visa: vad, urval: urvalssida, ...(filter.fas ? { fas: filter.fas } : {}) },
  });
  const [lagen, raknade, alla, epost] = await Promise.all([
    insatslagen(prisma, person, idag),
    raknadeArenden(prisma, person, vad, idag, urvalssida),
    kansliarenden(prisma, person, filter),
    epostfel(prisma, person, idag),
  ]);
  const { insats, fas, sida } = filter;
  if (isBeyondEnd(sida, alla.rader) || isBeyondEnd(urvalssida, raknade.rader))
    return response.redirect(303, adressMed('/kansli', { insats, fas }));
  const bas = { insats, fas, visa: vad === 'forsenade' ? undefined : vad };
  response.send(
    renderPage(
      <KansliPage
        ram={request.sidram()}
        {...{ idag, lagen, epost, filter }}
        urval={{ ...raknade, vad, sida: urvalssida, antalSidor: pagesOf(raknade.totalt) }}
        alla={{ ...alla, sida, antalSidor: pagesOf(alla.totalt) }}
        saknat={nummer}
        href={(list, to) =>
          list === 'alla'
            ? `${adressMed('/kansli', { ...bas, urval: urvalssida, sida: to })}#alla`
            : `${adressMed('/kansli', { ...bas, urval: to, sida })}#urval`
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
  const [perioder, uppgifter, utskick, paminnelser] = await Promise.all([
    fasperioder(prisma, arende.id),
    kansliuppgifter(prisma, arende.id),
    utskicksantal(prisma, arende.id),
    kanslipaminnelser(prisma, arende.id, idag),
  ]);
  response.send(
    renderPage(
      <KansliarendePage ram={request.sidram()} {...{ idag, arende, perioder, uppgifter, utskick, paminnelser }} />,
    ),
  );
}
