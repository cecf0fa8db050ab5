import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { kommunkod } from '../../../domain/kommuner.js';
import { answersOf, type Svar } from '../../beslut/formular.js';
import { enAv, MAX, read, ruta, text, valfriText } from '../../beslut/regler.js';
import type { FaltFel } from '../../components/form/felsammanfattning.js';
import { renderPage } from '../../components/sida.js';
import type { AppDeps } from '../../deps.js';
import { formFields } from '../../http/csrf.js';
import { setFlash } from '../../http/flash.js';
import { inloggad, requireRoll } from '../../login/current-user.js';
import { requireFreshLogin } from '../../login/fresh-login.js';
import { OrganisationPage } from '../../pages/admin/organisation.js';
import { ORGANISATION } from '../../pages/admin/ram.js';
import { KOD } from '../../profil/schema.js';
import { readOrganisation, type Organisation } from '../../queries/folk.js';
import { logRead } from '../../records/logg.js';
import { laggTillAnvandare, laggTillVerksamhet } from '../../records/organisation.js';
import { rackviddOf } from './rackvidd.js';

/**
 * `/admin/organisation`: verksamheter and people, and adding either: a förvaltare those of her part, kansli those of the
 * installation's förbund.
 */
export function organisationRoutes(deps: AppDeps): Router {
  const router = Router();
  const administers = requireRoll('forvaltare', 'kansli');
  router.get(ORGANISATION, administers, async (request, response) =>
    show(deps, request, response, await readWithin(deps, request), 200, {}),
  );
  router.post(`${ORGANISATION}/person`, administers, requireFreshLogin, (request, response) =>
    addPerson(deps, request, response),
  );
  router.post(`${ORGANISATION}/verksamhet`, administers, requireFreshLogin, (request, response) =>
    addVerksamhet(deps, request, response),
  );
  return router;
}

const has = (request: Request, asked: string): boolean => inloggad(request).roller.some(({ roll }) => roll === asked);
const isForvaltare = (request: Request): boolean => has(request, 'forvaltare');

/** What the person may see and add to: what is not offered is not taken either. */
const readWithin = async (deps: AppDeps, request: Request): Promise<Organisation[]> =>
  readOrganisation(deps.prisma, has(request, 'kansli') ? undefined : await rackviddOf(deps, request));

/** Who works where is the staff's personal data: the trace first. */
async function show(
  { prisma, klocka }: AppDeps,
  request: Request,
  response: Response,
  forbund: readonly Organisation[],
  status: 200 | 422,
  svar: Svar,
  errors: FaltFel = {},
): Promise<void> {
  const forvaltare = isForvaltare(request);
  const grund = has(request, 'kansli') ? 'kansli' : 'forvaltare';
  await logRead(prisma, { av: inloggad(request).id, handling: 'las_folk', grund, nar: await klocka.now() });
  const page = <OrganisationPage ram={request.sidram()} {...{ forbund, svar, errors, forvaltare }} />;
  response.status(status).send(renderPage(page));
}

async function done(request: Request, response: Response, flash: string): Promise<void> {
  await setFlash(request, { slag: 'success', text: flash });
  response.redirect(303, ORGANISATION);
}

const personregler = (forbund: readonly Organisation[]) =>
  z.object({
    namn: text('Skriv personens namn.', MAX.rad),
    epost: text('Skriv personens e-postadress.', MAX.rad).refine(
      (typed) => typed === '' || z.email().safeParse(typed).success,
      'Skriv en e-postadress, till exempel namn@exempel.se.',
    ),
    titel: valfriText(MAX.rad),
    verksamhet: enAv(
      forbund.flatMap(({ verksamheter }) => verksamheter.map(({ id }) => id)),
      'Välj personens verksamhet.',
    ),
    sub: text('Skriv vad inloggningstjänsten kallar personen.', MAX.rad),
    handlaggare: ruta,
  });

async function addPerson(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { prisma, klocka } = deps;
  const forbund = await readWithin(deps, request);
  const svar = answersOf(formFields(request), []);
  const last = read(personregler(forbund), svar);
  if (!last.ok) return show(deps, request, response, forbund, 422, svar, last.errors);
  const { verksamhet: verksamhetId, ...person } = last.varde;
  const given = { ...person, verksamhetId, av: inloggad(request).id, nar: await klocka.now() };
  const refused = await laggTillAnvandare(prisma, given);
  if (refused) return show(deps, request, response, forbund, 422, svar, { sub: [refused.mening] });
  return done(request, response, `${person.namn} är tillagd och kan logga in.`);
}

const verksamhetsregler = (forbund: readonly Organisation[]) =>
  z.object({
    part: enAv(
      forbund.flatMap(({ kod, parter }) => parter.map((part) => `${kod}/${part.kod}`)),
      'Välj vilken part verksamheten hör till.',
    ),
    verksamhetsnamn: text('Skriv verksamhetens namn.', MAX.rad),
    verksamhetskod: text('Skriv en kod.', 40).refine(
      (typed) => typed === '' || KOD.test(typed),
      'Skriv koden med små bokstäver a–z, siffror och understreck.',
    ),
    kommun: valfriText(MAX.rad).refine(
      (typed) => typed === undefined || kommunkod(typed) !== undefined,
      'Det finns ingen kommun som heter så. Skriv namnet, till exempel Kalmar.',
    ),
  });

/** Which field mends what the transaction refuses. */
const HINDERFALT: Readonly<Record<string, string>> = { okand_part: 'part', upptagen_kod: 'verksamhetskod' };

async function addVerksamhet(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { prisma, klocka } = deps;
  const forbund = await readWithin(deps, request);
  const svar = answersOf(formFields(request), []);
  const last = read(verksamhetsregler(forbund), svar);
  if (!last.ok) return show(deps, request, response, forbund, 422, svar, last.errors);
  const { part: chosen, verksamhetsnamn: namn, verksamhetskod: kod, kommun } = last.varde;
  const [forbundKod = '', part = ''] = chosen.split('/');
  const refused = await laggTillVerksamhet(prisma, {
    forbundKod,
    kod,
    namn,
    part,
    kommun: kommun === undefined ? undefined : kommunkod(kommun),
    av: inloggad(request).id,
    nar: await klocka.now(),
  });
  if (refused)
    return show(deps, request, response, forbund, 422, svar, { [HINDERFALT[refused.kod] ?? 'part']: [refused.mening] });
  return done(request, response, `${namn} är tillagd.`);
}
