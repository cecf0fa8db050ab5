import { Router, type Request, type Response } from 'express';
import { completeProfil } from '../../domain/standardprofil.js';
import { kontrolleraProfil } from '../../domain/profilkontroll.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { answersOf, ett, type Svar } from '../beslut/formular.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { FILFALT } from '../http/uppladdning.js';
import { inloggad, requireRoll } from '../login/current-user.js';
import { granskaAdress, PROFILER, profiladress } from '../pages/profiler/adresser.js';
import { ProfilerPage } from '../pages/profiler/kansli.js';
import { NyPage } from '../pages/profiler/ny.js';
import { readNyInsats } from '../profil/ny-insats.js';
import { readProfiltext, type Profilfil } from '../profil/schema.js';
import { readForbund, readInsatsmedprofil, readProfiler } from '../queries/profiler.js';
import { skapaInsats, sparaProfilutkast, type Krock } from '../records/profiler.js';

/** `/kansli/profiler`: every insats, reading in a profile's file, and adding an insats. */
export function kansliprofilRoutes(deps: AppDeps): Router {
  const router = Router();
  const onlyKansli = requireRoll('kansli');
  router.get(PROFILER, onlyKansli, (request, response) => showAll(deps, request, response));
  router.post(`${PROFILER}/importera`, onlyKansli, (request, response) => receiveFil(deps, request, response));
  router.get(`${PROFILER}/ny`, onlyKansli, (request, response) => showNy(deps, request, response));
  router.post(`${PROFILER}/ny`, onlyKansli, (request, response) => receiveNy(deps, request, response));
  return router;
}

interface Lista {
  readonly status: 200 | 422;
  readonly text?: string;
  readonly fel?: readonly string[];
  /** The field that the faults stand beside: the text's unless told. */
  readonly falt?: string;
}

async function sendAll(
  { prisma }: AppDeps,
  request: Request,
  response: Response,
  { status, text = '', fel = [], falt = 'fil' }: Lista,
): Promise<void> {
  const errors: FaltFel = fel.length > 0 ? { [falt]: fel } : {};
  const page = <ProfilerPage ram={request.sidram()} rader={await readProfiler(prisma)} {...{ text, errors }} />;
  response.status(status).send(renderPage(page));
}

const showAll = (deps: AppDeps, request: Request, response: Response): Promise<void> =>
  sendAll(deps, request, response, { status: 200 });

/** What is wrong with a file, each with its place. */
const sentences = (fel: readonly { readonly path: string; readonly mening: string }[]): string[] =>
  fel.map(({ path, mening }) => (path === '' ? mening : `${path}: ${mening}`));

const uploadsOf = ({ files }: Request): readonly Express.Multer.File[] => (Array.isArray(files) ? files : []);

async function receiveFil(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const pasted = ett(answersOf(formFields(request), []), 'fil');
  const [file] = uploadsOf(request);
  if (request.uppladdningsfel !== undefined)
    return sendAll(deps, request, response, {
      status: 422,
      text: pasted,
      falt: FILFALT,
      fel: [request.uppladdningsfel],
    });
  // a chosen file goes before what was pasted; shown again as text, because a browser never fills it in again
  const text = file ? new TextDecoder().decode(file.buffer) : pasted;
  if (text.trim() === '')
    return sendAll(deps, request, response, {
      status: 422,
      falt: FILFALT,
      fel: ['Välj en fil, eller klistra in innehållet.'],
    });
  const last = readProfiltext(text);
  if (!last.ok) return sendAll(deps, request, response, { status: 422, text, fel: sentences(last.fel) });
  const fil = last.varde;
  const known = await readInsatsmedprofil(deps.prisma, fil.profil.kod);
  if (known) return beginDraft(deps, request, response, fil, text);
  const fel = await unfit(deps, fil);
  if (fel.length > 0) return sendAll(deps, request, response, { status: 422, text, fel });
  const made = await create(deps, request, fil);
  if ('krock' in made) return sendAll(deps, request, response, { status: 422, text, fel: [KROCK[made.krock]] });
  return welcome(request, response, made.kod);
}

/** A file of an insats that is there becomes what its profile is being edited to; it is published like any change. */
async function beginDraft(
  deps: AppDeps,
  request: Request,
  response: Response,
  { profil }: Profilfil,
  text: string,
): Promise<void> {
  const known = await readInsatsmedprofil(deps.prisma, profil.kod);
  if (!known) throw problem(409);
  const saved =
    known.utkast === undefined &&
    (await sparaProfilutkast(deps.prisma, {
      insatsId: known.id,
      bas: known.versioner[0]?.version ?? 1,
      profil,
      sedd: undefined,
      av: inloggad(request).id,
      nar: await deps.klocka.now(),
    }));
  if (!saved)
    return sendAll(deps, request, response, {
      status: 422,
      text,
      fel: [`Det finns redan påbörjade ändringar av ${known.namn}. Publicera eller kasta dem först.`],
    });
  await setFlash(request, { slag: 'info', text: 'Filen är inläst som ett utkast. Granska den och publicera.' });
  response.redirect(303, granskaAdress(profil.kod));
}

/** What does not fit together in the profile of a new insats. */
async function unfit({ klocka }: AppDeps, { profil }: Profilfil): Promise<string[]> {
  const om = { nu: (await klocka.now()).toISOString(), kalender: svenskKalender };
  return kontrolleraProfil(completeProfil(profil), om).flatMap(({ grad, mening }) => (grad === 'fel' ? [mening] : []));
}

const KROCK: Readonly<Record<Krock, string>> = {
  kod: 'Koden används redan av en annan insats. Välj en annan kod.',
  nummerprefix: 'Början på ärendenumren används redan av en annan insats. Välj en annan.',
};

async function create(deps: AppDeps, request: Request, fil: Profilfil, forbundKod?: string) {
  const forbund = await readForbund(deps.prisma);
  const chosen = forbund.find(({ kod }) => kod === forbundKod) ?? forbund[0];
  if (!chosen && !fil.insats.forbund) throw problem(422, 'Ange vilket förbund insatsen hör till.');
  return skapaInsats(deps.prisma, fil, {
    forbundId: chosen?.id ?? '',
    av: inloggad(request).id,
    nar: await deps.klocka.now(),
    grund: 'kansli',
  });
}

async function welcome(request: Request, response: Response, kod: string): Promise<void> {
  await setFlash(request, {
    slag: 'success',
    text: 'Insatsen är tillagd. Ge den nu en sammankallande och ett team; först då kan remisser skickas till den.',
  });
  response.redirect(303, profiladress(kod));
}

const FORVAL: Svar = { veckor: '4', klockslag: '09:00', quorum: '3' };

async function sendNy(
  { prisma }: AppDeps,
  request: Request,
  response: Response,
  { status, svar, errors = {} }: { status: 200 | 422; svar: Svar; errors?: FaltFel },
): Promise<void> {
  const [forbund, mallar] = await Promise.all([readForbund(prisma), readProfiler(prisma)]);
  response.status(status).send(renderPage(<NyPage ram={request.sidram()} {...{ forbund, mallar, svar, errors }} />));
}

const showNy = (deps: AppDeps, request: Request, response: Response): Promise<void> =>
  sendNy(deps, request, response, { status: 200, svar: FORVAL });

/** What a new insats takes over from another: how it works, not whose it is or whom it is for. */
async function mallFor({ prisma }: AppDeps, kod: string): Promise<Record<string, unknown>> {
  const insats = kod === '' ? undefined : await readInsatsmedprofil(prisma, kod);
  if (!insats) return {};
  const {
    kod: _kod,
    namn: _namn,
    beskrivning: _text,
    kommuner: _orter,
    team: _team,
    behorighet,
    ...rest
  } = insats.profil;
  return { ...rest, behorighet: behorighet.filter(({ slag }) => slag !== 'kommun') };
}

async function receiveNy(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const svar = answersOf(formFields(request), []);
  const forbund = await readForbund(deps.prisma);
  const mall = await mallFor(deps, ett(svar, 'mall'));
  const last = readNyInsats(
    svar,
    forbund.flatMap(({ verksamheter }) => verksamheter),
    mall,
  );
  if (!last.ok) return sendNy(deps, request, response, { status: 422, svar, errors: last.errors });
  const fel = await unfit(deps, last.fil);
  if (fel.length > 0) return sendNy(deps, request, response, { status: 422, svar, errors: { mall: fel } });
  const made = await create(deps, request, last.fil, ett(svar, 'forbund'));
  if ('krock' in made)
    return sendNy(deps, request, response, { status: 422, svar, errors: { [made.krock]: [KROCK[made.krock]] } });
  return welcome(request, response, made.kod);
}
