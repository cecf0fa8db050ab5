import { Router, type Request, type Response } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireRoll } from '../login/current-user.js';
import { utkastbilagor } from '../pages/remisser/bilagor.js';
import { Kontrollsida } from '../pages/remisser/kontrollera.js';
import { Kvittosida } from '../pages/remisser/kvitto.js';
import { sammanfatta } from '../pages/remisser/sammanfattning.js';
import { Stegsida } from '../pages/remisser/steg.js';
import { TaBortSida } from '../pages/remisser/ta-bort.js';
import { readUtkastbilagor } from '../queries/dokument.js';
import {
  findKvitto,
  findUtkast,
  ownEarlierRemisser,
  readFormularkontext,
  type Utkast,
} from '../queries/remissformular.js';
import { skickaRemiss } from '../records/skicka-remiss.js';
import { sparaSida, taBortUtkast } from '../records/utkast.js';
import { behorighet, SKAL } from '../remissformular/kontrollera.js';
import type { Formularkontext } from '../remissformular/kontext.js';
import { faltFor, provaRemiss, provaSida, sidkontext } from '../remissformular/prova.js';
import { isSteg, nextSteg, stegAdress, type Steg, type Utkastinnehall } from '../remissformular/steg.js';
import { typedAnswers } from '../remissformular/typat.js';
import { ett } from '../beslut/formular.js';
import { logRead } from '../records/logg.js';
import { logUtkastread } from './utkastspar.js';

/** A page of a draft that a request asks for. */
interface Sidbesok {
  readonly utkastId: string;
  readonly kod: Steg;
  readonly innehall: Utkastinnehall;
  readonly kontext: Formularkontext;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LATER = 'senare';
const ATTACH = 'bilagor';

/** `/remisser/ny/…`: the form, one page per step, each kept when it is sent; a draft is its author's alone. */
export function remissformularRoutes(deps: AppDeps): Router {
  const router = Router();
  // who leads an insats enters what comes from outside the parter
  const handlaggare = requireRoll('handlaggare', 'sammankallande');
  // the draft becomes a row when its first page is sent, so that looking leaves nothing behind
  router.get('/remisser/ny', handlaggare, (_request, response) => {
    response.redirect(303, stegAdress(crypto.randomUUID(), 'insats'));
  });
  router.get('/remisser/ny/:utkastId/kvitto', handlaggare, (request, response) => showKvitto(deps, request, response));
  router.get('/remisser/ny/:utkastId/ta-bort', handlaggare, (request, response) => askTaBort(deps, request, response));
  router.post('/remisser/ny/:utkastId/ta-bort', handlaggare, (request, response) => taBort(deps, request, response));
  router.get('/remisser/ny/:utkastId/:steg', handlaggare, async (request, response) => {
    const besok = await visit(deps, request, response);
    if (besok) await show(deps, request, response, besok, request.query['ratta'] !== undefined);
  });
  router.post('/remisser/ny/:utkastId/:steg', handlaggare, async (request, response) => {
    const besok = await visit(deps, request, response);
    if (besok) await keep(deps, request, response, besok);
  });
  return router;
}

function utkastIdOf(request: Request): string {
  const { utkastId } = request.params;
  if (typeof utkastId !== 'string' || !UUID.test(utkastId)) throw problem(404);
  return utkastId;
}

/** What the address names, as far as it is the person's own. */
async function ownUtkast(
  { prisma }: AppDeps,
  request: Request,
): Promise<{ utkastId: string; utkast: Utkast | undefined }> {
  const utkastId = utkastIdOf(request);
  const utkast = await findUtkast(prisma, utkastId, inloggad(request).id);
  if (utkast === 'annans') throw problem(404);
  return { utkastId, utkast };
}

/** Opens a page of the form. @returns undefined when the visitor has been led elsewhere: what comes first is not done */
async function visit(deps: AppDeps, request: Request, response: Response): Promise<Sidbesok | undefined> {
  const kod = request.params['steg'];
  if (typeof kod !== 'string' || !isSteg(kod)) throw problem(404);
  const { utkastId, utkast } = await ownUtkast(deps, request);
  if (!utkast && kod !== 'insats') throw problem(404);
  if (utkast?.skickat) return leadTo(response, stegAdress(utkastId, 'kvitto'));
  const innehall = utkast?.innehall ?? {};
  const idag = dayOf(await deps.klocka.now());
  const kontext = await readFormularkontext(deps.prisma, inloggad(request), idag);
  if (kod !== 'insats' && !provaSida('insats', innehall, kontext).ok)
    return leadTo(response, stegAdress(utkastId, 'insats'));
  if (kod === 'samtycke' && sidkontext(innehall, kontext).avidentifierad)
    return leadTo(response, stegAdress(utkastId, 'bakgrund'));
  return { utkastId, kod, innehall, kontext };
}

const leadTo = (response: Response, adress: string): undefined => {
  response.redirect(303, adress);
};

/** Shows a page; with what is wrong when it has just been sent, or is opened to be mended. */
async function show(
  deps: AppDeps,
  request: Request,
  response: Response,
  besok: Sidbesok,
  mend: boolean,
): Promise<void> {
  const { utkastId, kod, innehall, kontext } = besok;
  if (kod === 'kontrollera') return showKontroll(deps, request, response, besok, mend);
  const prov = provaSida(kod, innehall, kontext);
  await logUtkastread(deps, request, utkastId, kod);
  const page = (
    <Stegsida
      utkastId={utkastId}
      kod={kod}
      svar={innehall[kod] ?? {}}
      errors={mend && !prov.ok ? prov.errors : {}}
      kontext={sidkontext(innehall, kontext)}
      ater={request.query['ater'] !== undefined || ett(formFields(request), 'ater') !== ''}
      ram={request.sidram()}
    />
  );
  response.send(renderPage(page));
}

async function showKontroll(
  deps: AppDeps,
  request: Request,
  response: Response,
  { utkastId, innehall, kontext }: Sidbesok,
  mend: boolean,
): Promise<void> {
  const prov = provaRemiss(innehall, kontext);
  const fel = 'fel' in prov ? prov.fel : {};
  const remiss = 'fel' in prov ? prov.utanSkal : prov.innehall;
  const { avidentifierad, ...sida } = sidkontext(innehall, kontext);
  const tidigare = remiss?.person.identifierad
    ? await ownEarlierRemisser(deps.prisma, inloggad(request).id, remiss.person)
    : [];
  const bilagor = await readUtkastbilagor(deps.prisma, utkastId);
  const tidigareIds = tidigare.map(({ id }) => id);
  await logUtkastread(deps, request, utkastId, 'kontrollera', tidigareIds);
  const page = (
    <Kontrollsida
      utkastId={utkastId}
      avidentifierad={avidentifierad}
      svar={sammanfatta(innehall, { ...sida, avidentifierad })}
      attRatta={Object.keys(fel).filter((one) => isSteg(one) && one !== 'kontrollera') as Steg[]}
      behorighet={remiss ? behorighet(remiss, kontext) : []}
      behorighetSkal={ett(innehall.kontrollera ?? {}, SKAL)}
      errors={mend ? (fel.kontrollera ?? {}) : {}}
      tidigare={tidigare}
      bilagor={bilagor}
      nytt={mend}
      ram={request.sidram()}
    />
  );
  response.send(renderPage(page));
}

/** Keeps what was typed, then leads on; a page with faults comes back with them. */
async function keep(deps: AppDeps, request: Request, response: Response, besok: Sidbesok): Promise<void> {
  const { utkastId, kod, kontext } = besok;
  const fields = formFields(request);
  const svar = typedAnswers(fields, faltFor(kod, sidkontext(besok.innehall, kontext)));
  const innehall = { ...besok.innehall, [kod]: svar };
  const nu = (await deps.klocka.now()).toISOString();
  const kept = await sparaSida(deps.prisma, { utkastId, agareId: inloggad(request).id, steg: kod, svar, nu });
  if (!kept) return response.redirect(303, stegAdress(utkastId, 'kvitto'));
  if (ett(fields, 'spara') === LATER) {
    await setFlash(request, { slag: 'success', text: 'Utkastet är sparat. Du hittar det under Utkast.' });
    return response.redirect(303, '/remisser');
  }
  if (ett(fields, 'spara') === ATTACH) return response.redirect(303, utkastbilagor(utkastId));
  if (kod === 'kontrollera') return send(deps, request, response, { ...besok, innehall }, nu);
  if (!provaSida(kod, innehall, kontext).ok) {
    response.status(422);
    return show(deps, request, response, { ...besok, innehall }, true);
  }
  const { avidentifierad } = sidkontext(innehall, kontext);
  const next = ett(fields, 'ater') === '' ? nextSteg(kod, avidentifierad) : 'kontrollera';
  response.redirect(303, stegAdress(utkastId, next));
}

async function send(deps: AppDeps, request: Request, response: Response, besok: Sidbesok, nu: string): Promise<void> {
  const { utkastId, innehall, kontext } = besok;
  const prov = provaRemiss(innehall, kontext);
  if ('fel' in prov) {
    response.status(422);
    return showKontroll(deps, request, response, besok, true);
  }
  const { id, verksamhet } = inloggad(request);
  const remittent = { id, verksamhetId: verksamhet.id };
  await skickaRemiss(deps.prisma, { remittent, innehall: prov.innehall, nu, utkastId });
  response.redirect(303, stegAdress(utkastId, 'kvitto'));
}

async function showKvitto({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const { id: av } = inloggad(request);
  const kvitto = await findKvitto(prisma, utkastIdOf(request), av);
  if (!kvitto) throw problem(404);
  await logRead(prisma, {
    av,
    handling: 'las_remiss',
    arendeId: kvitto.arendeId,
    grund: 'remittent',
    nar: await klocka.now(),
    data: { visning: 'kvitto' },
  });
  response.send(renderPage(<Kvittosida kvitto={kvitto} ram={request.sidram()} />));
}

async function askTaBort(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { utkastId, utkast } = await ownUtkast(deps, request);
  if (!utkast || utkast.skickat) throw problem(404);
  const adress = `/remisser/ny/${utkastId}/ta-bort`;
  response.send(renderPage(<TaBortSida adress={adress} ram={request.sidram()} />));
}

async function taBort({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const given = { utkastId: utkastIdOf(request), agareId: inloggad(request).id, nu: await klocka.now() };
  if (!(await taBortUtkast(prisma, given))) throw problem(404);
  await setFlash(request, { slag: 'success', text: 'Utkastet är borttaget.' });
  response.redirect(303, '/remisser');
}
