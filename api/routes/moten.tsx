import { Router, type Request, type Response } from 'express';
import { insatsrattsgrund, motesratt } from '../../domain/insats/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { ett } from '../beslut/formular.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { DagordningPage } from '../pages/moten/dagordning.js';
import { MotenPage } from '../pages/moten/kalender.js';
import { MotePage } from '../pages/moten/mote.js';
import { motesvy, synligaPunkter, type Motesvy } from '../pages/moten/vy.js';
import { readMote, readPunktinnehall } from '../queries/mote.js';
import { readMoteskalender } from '../queries/moten.js';
import { flyttaPunkt, type Flytt } from '../records/mote/flytta-punkt.js';
import { kallaIn } from '../records/mote/kalla-in.js';
import { logMotesread } from '../records/mote/las-mote.js';
import type { Motesarbete, Motesutgang } from '../records/mote/protokoll.js';
import { stangProtokoll } from '../records/mote/stang-protokoll.js';
import { isBeyondEnd, sidaOf } from './listfraga.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function showMoten({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const sida = sidaOf(request.query['sida']);
  const kalender = await readMoteskalender(prisma, inloggad(request), idag, sida);
  if (isBeyondEnd(sida, kalender.tidigare)) return response.redirect(303, '/moten');
  const page = <MotenPage ram={request.sidram()} {...{ kalender, sida, idag }} nu={nu.toISOString()} />;
  response.send(renderPage(page));
}

/** Who neither sits in the team nor leads the insats is not told whether the meeting exists. */
async function openMote({ prisma, klocka }: AppDeps, request: Request) {
  const id = String(request.params['id']);
  const mote = UUID.test(id) ? await readMote(prisma, id) : undefined;
  const person = inloggad(request);
  const grund = mote && motesratt(person, mote);
  if (!mote || !grund) throw problem(404);
  return { mote, person, grund, nu: await klocka.now() };
}

/** The meeting as the person sees it; every ärende that she may read is traced before anything of it is read. */
async function openMotesvy(deps: AppDeps, request: Request, visning?: string): Promise<Motesvy> {
  const { mote, person, grund, nu } = await openMote(deps, request);
  const seen = synligaPunkter(mote, person, dayOf(nu));
  await logMotesread(
    deps.prisma,
    { moteId: mote.id, av: person.id, nar: nu, ...(visning !== undefined && { visning }) },
    seen,
  );
  const innehall = await readPunktinnehall(
    deps.prisma,
    mote.id,
    seen.map(({ arendeId }) => arendeId),
  );
  return motesvy(mote, innehall, person, grund === 'sammankallande', nu.toISOString());
}

type Arbete = (deps: AppDeps, arbete: Motesarbete, request: Request) => Motesutgang;

/** A change of the meeting by who leads it; what stands in the way is told on the meeting's page. */
const change =
  (deps: AppDeps, arbete: Arbete, kvitto: (request: Request) => string) =>
  async (request: Request, response: Response): Promise<void> => {
    const { mote, person, grund, nu } = await openMote(deps, request);
    if (grund !== 'sammankallande') throw problem(403);
    const ratt = insatsrattsgrund(person, 'motesandring', { insatsId: mote.insatsId, teamIds: [mote.teamId] });
    const arbetet = { moteId: mote.id, av: person.id, nu: nu.toISOString(), istalletFor: ratt?.istalletFor };
    const refused = await arbete(deps, arbetet, request);
    await setFlash(
      request,
      refused ? { slag: 'error', text: refused.mening } : { slag: 'success', text: kvitto(request) },
    );
    response.redirect(303, `/moten/${mote.id}`);
  };

const idOf = (request: Request, name: string): string | undefined => {
  const value = ett(formFields(request), name);
  return UUID.test(value) ? value : undefined;
};

/** Where an ärende is asked to go; nothing for what is no place. */
function flyttOf(request: Request): Flytt | undefined {
  const fields = formFields(request);
  const steg = ett(fields, 'steg');
  if (steg === 'upp') return { steg: -1 };
  if (steg === 'ner') return { steg: 1 };
  const plats = ett(fields, 'plats').trim();
  return /^[1-9]\d{0,2}$/.test(plats) ? { plats: Number(plats) } : undefined;
}

const flytta: Arbete = async ({ prisma }, arbete, request) => {
  const arende = idOf(request, 'arende');
  if (arende === undefined) throw problem(400);
  const flytt = flyttOf(request);
  if (!flytt) return { kod: 'plats', mening: 'Skriv platsen på dagordningen med siffror, till exempel 2.' };
  return flyttaPunkt(prisma, arbete, arende, flytt);
};

const kalla: Arbete = async ({ prisma }, arbete, request) => {
  const ersattare = idOf(request, 'ersattare');
  if (ersattare === undefined) return { kod: 'ersattare', mening: 'Välj vilken ersättare som ska kallas in.' };
  return kallaIn(prisma, arbete, ersattare, isInkallad(request));
};

const isInkallad = (request: Request): boolean => ett(formFields(request), 'inkallad') === 'ja';

/** `/moten` and `/moten/<id>`: the calendar, the agenda that becomes the minutes, and what is done with the meeting itself. */
export function motenRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get('/moten', requireLogin, (request, response) => showMoten(deps, request, response));
  router.get('/moten/:id', requireLogin, async (request, response) => {
    const vy = await openMotesvy(deps, request);
    response.send(renderPage(<MotePage vy={vy} ram={request.sidram()} />));
  });
  router.get('/moten/:id/dagordning', requireLogin, async (request, response) => {
    const vy = await openMotesvy(deps, request, 'dagordning');
    response.send(renderPage(<DagordningPage vy={vy} ram={request.sidram()} />));
  });
  router.post(
    '/moten/:id/ordning',
    requireLogin,
    change(deps, flytta, () => 'Ordningen är ändrad.'),
  );
  router.post(
    '/moten/:id/ersattare',
    requireLogin,
    change(deps, kalla, (request) =>
      isInkallad(request) ? 'Ersättaren är inkallad.' : 'Inkallelsen är tillbakatagen.',
    ),
  );
  router.post(
    '/moten/:id/stang',
    requireLogin,
    change(
      deps,
      ({ prisma }, arbete) => stangProtokoll(prisma, arbete),
      () => 'Protokollet är stängt.',
    ),
  );
  return router;
}
