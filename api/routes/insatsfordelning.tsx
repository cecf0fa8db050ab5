import { Router, type Request, type Response } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { answersOf, ett, type Svar } from '../beslut/formular.js';
import { MAX } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash, type Flash } from '../http/flash.js';
import { noteraFrammandeVal } from '../http/frammande-val.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { GeInsatsuppgiftPage } from '../pages/uppgifter/ge-insatsuppgift.js';
import { lasInsatsuppgift, mottagareForInsatsuppgift } from '../queries/insatsuppgifter.js';
import {
  fordelaInsatsuppgift,
  type Insatsfordelningsorder,
  type Insatsfordelningsutfall,
} from '../records/insatsuppgift/fordela.js';
import { lasFraga, listadress, queryOf } from '../uppgifter/fraga.js';

const UPPGIFT = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\/\d{1,6}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** `/uppgifter/insats/ta`, `/uppgifter/insats/ge`: taking, handing back and giving a task of a whole insats. */
export function insatsfordelningRoutes(deps: AppDeps): Router {
  const router = Router();
  router.post('/uppgifter/insats/ta', requireLogin, (request, response) => taEllerLamna(deps, request, response));
  router.get('/uppgifter/insats/ge', requireLogin, (request, response) =>
    show(deps, request, response, Object.fromEntries(queryOf(request.originalUrl)), {}),
  );
  router.post('/uppgifter/insats/ge', requireLogin, (request, response) => ge(deps, request, response));
  return router;
}

/** The list as it was, and nowhere else. */
const aterOf = (svar: Svar): string => listadress(lasFraga(queryOf(ett(svar, 'ater'))));

async function taEllerLamna(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const svar = answersOf(formFields(request), []);
  const slag = ett(svar, 'slag');
  if (slag !== 'ta' && slag !== 'lamna') throw problem(400);
  const text = slag === 'ta' ? 'Du har tagit uppgiften.' : 'Du har lämnat tillbaka uppgiften.';
  await done(request, response, svar, await fordelas(deps, request, svar, { slag }), text);
}

async function fordelas(
  { prisma, klocka }: AppDeps,
  request: Request,
  svar: Svar,
  fordelning: Insatsfordelningsorder['fordelning'],
): Promise<Insatsfordelningsutfall> {
  const id = ett(svar, 'id');
  if (!UPPGIFT.test(id)) throw problem(400);
  const not = ett(svar, 'not').trim() || undefined;
  const av = inloggad(request);
  const utfall = await fordelaInsatsuppgift(prisma, { id, av, fordelning, not, nu: await klocka.now() });
  if (!utfall) throw problem(404);
  return utfall;
}

async function done(
  request: Request,
  response: Response,
  svar: Svar,
  { hinder }: Insatsfordelningsutfall,
  text: string,
): Promise<void> {
  const flash: Flash = hinder ? { slag: 'error', text: hinder.mening } : { slag: 'success', text };
  await setFlash(request, flash);
  response.redirect(303, aterOf(svar));
}

async function show(
  { prisma, klocka }: AppDeps,
  request: Request,
  response: Response,
  svar: Svar,
  errors: FaltFel,
): Promise<void> {
  const id = ett(svar, 'id');
  const idag = dayOf(await klocka.now());
  const rad = UPPGIFT.test(id) ? await lasInsatsuppgift(prisma, inloggad(request), id, idag) : undefined;
  if (!rad || rad.avslutad) throw problem(404);
  const mottagare = await mottagareForInsatsuppgift(prisma, rad, idag);
  const ram = request.sidram();
  response
    .status(Object.keys(errors).length > 0 ? 422 : 200)
    .send(renderPage(<GeInsatsuppgiftPage {...{ ram, rad, mottagare, svar, errors }} ater={aterOf(svar)} />));
}

async function ge(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const svar = answersOf(formFields(request), []);
  const till = ett(svar, 'till');
  const over = ett(svar, 'not').length - MAX.rad;
  const errors: FaltFel = {
    ...(UUID.test(till) ? {} : { till: ['Välj vem som ska få uppgiften.'] }),
    ...(over > 0 ? { not: [`Korta texten med ${over} tecken. Den får ha högst ${MAX.rad} tecken.`] } : {}),
  };
  if (Object.keys(errors).length > 0) return show(deps, request, response, svar, errors);
  if (!(await erbjuds(deps, request, ett(svar, 'id'), till))) {
    noteraFrammandeVal();
    return show(deps, request, response, svar, { till: ['Välj vem som ska få uppgiften.'] });
  }
  const utfall = await fordelas(deps, request, svar, { slag: 'ge', till });
  await done(request, response, svar, utfall, `Uppgiften är given till ${utfall.mottagare}.`);
}

/** Whether somebody is one of those whom the form offers; of others not even the name is told. */
async function erbjuds({ prisma, klocka }: AppDeps, request: Request, id: string, till: string): Promise<boolean> {
  const idag = dayOf(await klocka.now());
  const rad = UPPGIFT.test(id) ? await lasInsatsuppgift(prisma, inloggad(request), id, idag) : undefined;
  // what is told of a task that is ended or another's does not hang on to whom it was to be given
  if (!rad || rad.avslutad) return true;
  return (await mottagareForInsatsuppgift(prisma, rad, idag)).some((one) => one.id === till);
}
