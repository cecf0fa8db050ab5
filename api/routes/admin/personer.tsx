import { Router, type Request, type Response } from 'express';
import { dayOf } from '../../../domain/kalender/tid.js';
import { renderPage } from '../../components/sida.js';
import type { AppDeps } from '../../deps.js';
import { adressMed } from '../../http/adress.js';
import { formFields } from '../../http/csrf.js';
import { PersonerPage } from '../../pages/admin/personer.js';
import { ADMIN } from '../../pages/admin/ram.js';
import { listPersoner, PERSONER_PER_SIDA, readPartnamn, type Personfilter } from '../../queries/forvaltning.js';
import { isBeyondEnd, sidaOf, textOf } from '../listfraga.js';
import { logFolk, onlyForvaltare, rackviddOf } from './rackvidd.js';

/** `/admin`: the people whom a förvaltare administers. */
export function adminPersonerRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get(ADMIN, onlyForvaltare, (request, response) => show(deps, request, response, asked(request.query)));
  router.post(ADMIN, onlyForvaltare, (request, response) => show(deps, request, response, searched(request)));
  return router;
}

const visaOf = (value: unknown): Personfilter['visa'] => (textOf(value) === 'slutat' ? 'slutat' : 'aktiva');

/** What an address asks for: never a name. */
const asked = (query: Request['query']): Personfilter => ({ visa: visaOf(query['visa']), sida: sidaOf(query['sida']) });

/** What was typed in the search. */
function searched(request: Request): Personfilter {
  const { sok, visa } = formFields(request);
  return { sok: textOf(sok), visa: visaOf(visa), sida: 1 };
}

const addressOf = ({ visa }: Personfilter, sida?: number): string =>
  adressMed(ADMIN, { visa: visa === 'aktiva' ? undefined : visa, sida });

async function show(deps: AppDeps, request: Request, response: Response, filter: Personfilter): Promise<void> {
  const rackvidd = await rackviddOf(deps, request);
  const [{ rader, totalt }, parter] = await Promise.all([
    listPersoner(deps.prisma, rackvidd, filter, dayOf(await deps.klocka.now())),
    readPartnamn(deps.prisma, rackvidd),
  ]);
  if (isBeyondEnd(filter.sida, rader)) return response.redirect(303, addressOf(filter));
  await logFolk(deps, request, 'personer');
  const page = (
    <PersonerPage
      ram={request.sidram()}
      {...{ parter, filter, rader, totalt }}
      antalSidor={Math.ceil(totalt / PERSONER_PER_SIDA)}
      href={(sida) => addressOf(filter, sida)}
    />
  );
  response.send(renderPage(page));
}
