import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { dayOf } from '../../domain/kalender/tid.js';
import { answersOf, ett, type Svar } from '../beslut/formular.js';
import { dag, MAX, read, text, valfriText } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { noteraFrammandeVal } from '../http/frammande-val.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { EGEN_UPPGIFT, EgenUppgiftPage } from '../pages/uppgifter/egna.js';
import { findArendeatkomst } from '../queries/arenderelation.js';
import { arendeAdress } from '../queries/uppgifter.js';
import { markeraEgenUppgift, sparaEgenUppgift } from '../records/egen-uppgift.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const OWN_FIELDS: readonly string[] = ['beslutId', 'ater'];
const NUMMER = /^[A-Z]{2,12}-\d{4}-\d{1,6}$/;

/** `/uppgifter/egna`: tasks that a person sets herself (design 2.7). They decide nothing and pass no engine. */
export function egnaUppgifterRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get(EGEN_UPPGIFT, requireLogin, (request, response) => {
    const arende = nummerOf(request.query['arende']);
    const ater = arende === '' ? '/uppgifter' : `/arenden/${arende}`;
    show(request, response, { id: randomUUID(), svar: { arende }, errors: {}, ater });
  });
  router.post(EGEN_UPPGIFT, requireLogin, (request, response) => receive(deps, request, response));
  for (const slag of ['klar', 'oppna'] as const)
    router.post(`${EGEN_UPPGIFT}/:id/${slag}`, requireLogin, (request, response) =>
      mark(deps, request, response, slag === 'klar'),
    );
  return router;
}

const nummerOf = (value: unknown): string => (typeof value === 'string' && NUMMER.test(value) ? value : '');

/** Only the two pages that show these tasks are gone back to. */
const aterOf = (request: Request): string => {
  const ater = ett(formFields(request), 'ater');
  return nummerOf(ater.replace(/^\/arenden\//, '')) !== '' && ater.startsWith('/arenden/') ? ater : '/uppgifter';
};

interface Visning {
  readonly id: string;
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly ater: string;
}

const show = (request: Request, response: Response, visning: Visning): void => {
  response.send(renderPage(<EgenUppgiftPage {...visning} ram={request.sidram()} />));
};

const schemaFor = (idag: string) =>
  z.object({
    text: text('Skriv vad du ska göra.', MAX.rad),
    senast: dag('Ange när det senast ska vara gjort.').refine((senast) => !(senast < idag), {
      error: 'Ange dagens datum eller ett senare.',
    }),
    arende: valfriText(MAX.rad),
  });

async function receive({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const person = inloggad(request);
  const fields = formFields(request);
  const svar = answersOf(fields, OWN_FIELDS);
  const id = ett(fields, 'beslutId');
  if (!UUID.test(id)) throw problem(400);
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const last = read(schemaFor(idag), svar);
  const nummer = ett(svar, 'arende').trim().toUpperCase();
  const atkomst = nummer === '' ? undefined : await findArendeatkomst(prisma, nummer);
  // who may not open the ärende is told the same as when it does not exist
  const okant = nummer !== '' && !(atkomst && arendeAdress(person, nummer, atkomst.relation, idag));
  if (okant) noteraFrammandeVal(atkomst?.id);
  if (!last.ok || okant) {
    response.status(422);
    const errors = {
      ...(last.ok ? {} : last.errors),
      ...(okant && { arende: ['Det finns inget ärende med det numret som du kan öppna. Kontrollera numret.'] }),
    };
    return show(request, response, { id, svar, errors, ater: aterOf(request) });
  }
  const { text: uppgift, senast } = last.varde;
  await sparaEgenUppgift(prisma, { id, agareId: person.id, arendeId: atkomst?.id, text: uppgift, senast, nu });
  await setFlash(request, { slag: 'success', text: 'Uppgiften är sparad.' });
  response.redirect(303, aterOf(request));
}

async function mark({ prisma, klocka }: AppDeps, request: Request, response: Response, klar: boolean): Promise<void> {
  const { id } = request.params;
  if (typeof id !== 'string' || !UUID.test(id)) throw problem(404);
  const nu = await klocka.now();
  if (!(await markeraEgenUppgift(prisma, { id, agareId: inloggad(request).id, klar, nu }))) throw problem(404);
  await setFlash(request, { slag: 'success', text: klar ? 'Uppgiften är klar.' : 'Uppgiften är öppen igen.' });
  response.redirect(303, aterOf(request));
}
