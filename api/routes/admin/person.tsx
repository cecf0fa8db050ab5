import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { answersOf, type Svar } from '../../beslut/formular.js';
import { enAv, kod, MAX, read, text, valfriAv, valfriText } from '../../beslut/regler.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { renderPage } from '../../components/sida.js';
import type { AppDeps } from '../../deps.js';
import { formFields } from '../../http/csrf.js';
import { setFlash } from '../../http/flash.js';
import { inloggad } from '../../login/current-user.js';
import { requireFreshLogin } from '../../login/fresh-login.js';
import { PersonPage } from '../../pages/admin/person.js';
import { personadress } from '../../pages/admin/ram.js';
import {
  readPersonval,
  readVerksamheter,
  type Chefval,
  type Forvaltningsrackvidd,
  type Personsida,
} from '../../queries/forvaltning.js';
import { oppnaKonto, stangKonto } from '../../records/forvaltning/konto.js';
import { andraPerson } from '../../records/forvaltning/person.js';
import { forvaltarroller, geRoll, taRoll } from '../../records/forvaltning/roll.js';
import { mountFranvaro, readFranvarosida, tomFranvaro } from '../franvaro.js';
import { logFolk, onlyForvaltare, openPerson, rackviddOf } from './rackvidd.js';

interface Visning {
  readonly status: 200 | 409 | 422;
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly hindrat?: string;
  readonly nyttId?: string;
}

/** `/admin/personer/<id>`: a person of the part, and what her förvaltare changes of her. */
export function adminPersonRoutes(deps: AppDeps): Router {
  const router = Router();
  const base = '/admin/personer/:id';
  const power = [onlyForvaltare, requireFreshLogin];
  router.get(base, onlyForvaltare, async (request, response) =>
    show(deps, request, response, await open(deps, request), { status: 200, svar: {}, errors: {} }),
  );
  router.post(`${base}/uppgifter`, power, (request: Request, response: Response) => change(deps, request, response));
  router.post(`${base}/roll`, power, (request: Request, response: Response) => addRoll(deps, request, response));
  router.post(`${base}/roll/bort`, power, (request: Request, response: Response) =>
    removeRoll(deps, request, response),
  );
  router.post(`${base}/konto/stang`, power, (request: Request, response: Response) => close(deps, request, response));
  router.post(`${base}/konto/oppna`, power, (request: Request, response: Response) => reopen(deps, request, response));
  mountFranvaro(
    router,
    `${base}/franvaro`,
    power,
    async (request, response) => {
      const person = await open(deps, request);
      const hem = personadress(person.id);
      const utom = [inloggad(request).id];
      const visa = (visning: Visning) => show(deps, request, response, person, visning);
      return { anvandareId: person.id, adress: `${hem}/franvaro`, hem, utom, show: visa };
    },
    deps,
  );
  return router;
}

const open = (deps: AppDeps, request: Request): Promise<Personsida> => openPerson(deps, request, request.params['id']);

async function show(
  deps: AppDeps,
  request: Request,
  response: Response,
  person: Personsida,
  { status, svar, errors, hindrat, nyttId = tomFranvaro().nyttId }: Visning,
): Promise<void> {
  const av = inloggad(request).id;
  const rackvidd = await rackviddOf(deps, request);
  const [franvaro, verksamheter, chefer] = await Promise.all([
    readFranvarosida(deps, person.id, [av]),
    readVerksamheter(deps.prisma, rackvidd),
    readChefer(deps, rackvidd, person),
  ]);
  await logFolk(deps, request, 'person');
  const page = (
    <PersonPage
      ram={request.sidram()}
      sigSjalv={av === person.id}
      franvaro={{ ...franvaro, nyttId }}
      {...{ person, verksamheter, chefer, svar, errors, hindrat }}
    />
  );
  response.status(status).send(renderPage(page));
}

/** Who can lead a person: the others of the part, and who does, whom a saved form would otherwise take from her unsaid. */
async function readChefer(
  { prisma }: AppDeps,
  rackvidd: Forvaltningsrackvidd,
  { id, chef }: Personsida,
): Promise<readonly Chefval[]> {
  const andra = (await readPersonval(prisma, rackvidd)).filter((one) => one.id !== id);
  const kvar = chef && !andra.some((one) => one.id === chef.id) ? [chef] : [];
  return [...kvar, ...andra.map((one) => ({ ...one, aktiv: true }))];
}

async function done(
  request: Request,
  response: Response,
  { id }: Personsida,
  flash: string,
  hem?: string,
): Promise<void> {
  await setFlash(request, { slag: 'success', text: flash });
  response.redirect(303, hem ?? personadress(id));
}

const arbeteOf = async ({ klocka }: AppDeps, request: Request, { id }: Personsida) => ({
  av: inloggad(request).id,
  anvandareId: id,
  nar: await klocka.now(),
});

async function change(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const person = await open(deps, request);
  const rackvidd = await rackviddOf(deps, request);
  const [verksamheter, chefer] = await Promise.all([
    readVerksamheter(deps.prisma, rackvidd),
    readChefer(deps, rackvidd, person),
  ]);
  const svar = answersOf(formFields(request), []);
  const last = read(
    z.object({
      namn: text('Skriv personens namn.', MAX.rad),
      epost: text('Skriv personens e-postadress.', MAX.rad).refine(
        (typed) => typed === '' || z.email().safeParse(typed).success,
        'Skriv en e-postadress, till exempel namn@exempel.se.',
      ),
      titel: valfriText(MAX.rad),
      chef: valfriAv(
        chefer.map(({ id }) => id),
        'Välj chef i listan.',
      ),
      verksamhet: enAv(
        verksamheter.map(({ id }) => id),
        'Välj personens verksamhet.',
      ),
    }),
    svar,
  );
  if (!last.ok) return show(deps, request, response, person, { status: 422, svar, errors: last.errors });
  const { verksamhet: verksamhetId, chef: chefId, ...uppgifter } = last.varde;
  const given = { ...(await arbeteOf(deps, request, person)), ...uppgifter, verksamhetId, chefId };
  const refused = await andraPerson(deps.prisma, given);
  if (refused)
    return show(deps, request, response, person, { status: 422, svar, errors: { verksamhet: [refused.mening] } });
  return done(request, response, person, 'Uppgifterna är sparade.');
}

/** Which role a form is about. */
const rollOf = (svar: Svar) => read(z.object({ roll: kod(forvaltarroller, 'Välj en roll.') }), svar);

async function addRoll(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const person = await open(deps, request);
  const svar = answersOf(formFields(request), []);
  const last = rollOf(svar);
  if (!last.ok) return show(deps, request, response, person, { status: 422, svar, errors: last.errors });
  const { part } = person;
  await geRoll(deps.prisma, { ...(await arbeteOf(deps, request, person)), roll: last.varde.roll, part });
  return done(request, response, person, 'Rollen är tillagd.');
}

async function removeRoll(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const person = await open(deps, request);
  const last = rollOf(answersOf(formFields(request), []));
  if (!last.ok) return done(request, response, person, 'Rollen är redan borttagen.');
  const { part } = person;
  const refused = await taRoll(deps.prisma, {
    ...(await arbeteOf(deps, request, person)),
    roll: last.varde.roll,
    part,
  });
  if (refused) return hindered(deps, request, response, person, refused.mening);
  // who gives up her own role may not read the page any longer
  const hem = person.id === inloggad(request).id && last.varde.roll === 'forvaltare' ? '/' : undefined;
  return done(request, response, person, 'Rollen är borttagen.', hem);
}

const hindered = (deps: AppDeps, request: Request, response: Response, person: Personsida, hindrat: string) =>
  show(deps, request, response, person, { status: 409, svar: {}, errors: {}, hindrat });

async function close(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const person = await open(deps, request);
  const refused = await stangKonto(deps.prisma, await arbeteOf(deps, request, person));
  if (refused) return hindered(deps, request, response, person, refused.mening);
  return done(request, response, person, 'Personen är avstängd och utloggad.');
}

async function reopen(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const person = await open(deps, request);
  await oppnaKonto(deps.prisma, await arbeteOf(deps, request, person));
  return done(request, response, person, 'Personen kan logga in igen.');
}
