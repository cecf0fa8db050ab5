import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { kontrolleraProfil } from '../../domain/profilkontroll.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { completeProfil } from '../../domain/standardprofil.js';
import { answersOf, ett } from '../beslut/formular.js';
import { MAX, read, text } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { andraAdress, granskaAdress, profiladress } from '../pages/profiler/adresser.js';
import { AndraPage } from '../pages/profiler/andra.js';
import { GranskaPage } from '../pages/profiler/granska.js';
import { ProfilPage } from '../pages/profiler/profil.js';
import { sektioner, sektionFor } from '../profil/delar.js';
import type { Profilsektion } from '../profil/falt.js';
import { profilandringar } from '../profil/ord.js';
import { farAndraProfil, farFlyttaArenden } from '../profil/ratt.js';
import { readProfilinnehall } from '../profil/schema.js';
import { felPaSidan, withSvar } from '../profil/svar.js';
import { withRow, withoutRow, withValue } from '../profil/vag.js';
import { readInsatsmedprofil, readVersion, type Insatsmedprofil } from '../queries/profiler.js';
import { kastaProfilutkast, publiceraProfil, sparaProfilutkast } from '../records/profiler.js';

/** `/insatser/<kod>/profil`: how an insats works, the changing of it, and what a change leads to. */
export function profilRoutes(deps: AppDeps): Router {
  const router = Router();
  const base = '/insatser/:kod/profil';
  router.get(base, requireLogin, (request, response) => showProfil(deps, request, response));
  router.get(`${base}/fil`, requireLogin, (request, response) => sendFil(deps, request, response));
  router.get(`${base}/andra/:del`, requireLogin, (request, response) => showAndra(deps, request, response));
  router.post(`${base}/andra/:del`, requireLogin, (request, response) => receiveAndra(deps, request, response));
  router.get(`${base}/granska`, requireLogin, (request, response) => showGranska(deps, request, response));
  router.post(`${base}/granska`, requireLogin, requireFreshLogin, (request, response) =>
    receiveGranska(deps, request, response),
  );
  return router;
}

async function open({ prisma }: AppDeps, request: Request): Promise<Insatsmedprofil> {
  const insats = await readInsatsmedprofil(prisma, String(request.params['kod']));
  if (!insats) throw problem(404);
  return insats;
}

async function openForChange(deps: AppDeps, request: Request): Promise<Insatsmedprofil> {
  const insats = await open(deps, request);
  if (!farAndraProfil(inloggad(request), insats.id)) throw problem(403);
  return insats;
}

const newestOf = ({ versioner }: Insatsmedprofil): number => versioner[0]?.version ?? 1;

async function showProfil(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const insats = await open(deps, request);
  const person = inloggad(request);
  const asked = request.query['version'];
  const version = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : newestOf(insats);
  const profil = version === newestOf(insats) ? insats.profil : await readVersion(deps.prisma, insats.id, version);
  if (!profil) throw problem(404);
  const page = (
    <ProfilPage
      ram={request.sidram()}
      insats={insats}
      profil={profil}
      version={version}
      farAndra={farAndraProfil(person, insats.id)}
      farFlytta={farFlyttaArenden(person, insats.id)}
    />
  );
  response.send(renderPage(page));
}

/** The newest version as a file that can be read in again, here or in another installation. */
async function sendFil(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { kod, nummerprefix, huvudman, forbund, parter, profil } = await openForChange(deps, request);
  const { kommun, ...enhet } = huvudman;
  const insats = {
    nummerprefix,
    forbund: { kod: forbund.kod, namn: forbund.namn },
    parter: parter.filter((part) => profil.parter.includes(part.kod)),
    huvudman: { ...enhet, ...(kommun === null ? {} : { kommun }) },
  };
  response.attachment(`${kod}.json`).type('application/json');
  response.send(`${JSON.stringify({ insats, profil }, null, 2)}\n`);
}

/** The profile as it is being edited: the draft, or what is in force while there is none. */
const edited = ({ utkast, profil }: Insatsmedprofil): unknown => utkast?.profil ?? profil;
const seddOf = ({ utkast }: Insatsmedprofil): string => utkast?.andrad.toISOString() ?? '';
const grundOf = (insats: Insatsmedprofil): number => insats.utkast?.grund ?? newestOf(insats);

interface Sektionsvy {
  readonly status: 200 | 409 | 422;
  readonly profil: unknown;
  readonly errors?: FaltFel;
  readonly ovriga?: readonly string[];
  readonly hannFore?: boolean;
}

function sectionOf(request: Request, insats: Insatsmedprofil): Profilsektion {
  const sektion = sektionFor(String(request.params['del']), insats.parter);
  if (!sektion) throw problem(404);
  return sektion;
}

function sendSektion(request: Request, response: Response, insats: Insatsmedprofil, vy: Sektionsvy): void {
  const { status, profil, errors = {}, ovriga = [], hannFore = false } = vy;
  const page = (
    <AndraPage
      ram={request.sidram()}
      insats={insats}
      sektion={sectionOf(request, insats)}
      sedd={seddOf(insats)}
      grund={grundOf(insats)}
      {...{ profil, errors, ovriga, hannFore }}
    />
  );
  response.status(status).send(renderPage(page));
}

async function showAndra(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const insats = await openForChange(deps, request);
  sendSektion(request, response, insats, { status: 200, profil: edited(insats) });
}

/** What a button of the page does to the list it belongs to, after what was typed has been read. */
function withRows(profil: unknown, sektion: Profilsektion, knapp: string, remove: boolean): unknown {
  const [vag = '', which = ''] = knapp.split(' ');
  const rader = sektion.rader.find((one) => one.vag === vag);
  if (!rader) throw problem(400);
  if (remove) return withoutRow(profil, vag, Number(which));
  const mall = rader.slag.find(({ value }) => value === which)?.mall;
  if (!mall) throw problem(400);
  return rader.enda ? withValue(profil, vag, mall) : withRow(profil, vag, mall);
}

async function receiveAndra(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const insats = await openForChange(deps, request);
  const sektion = sectionOf(request, insats);
  const svar = answersOf(formFields(request), []);
  const typed = withSvar(edited(insats), sektion, svar);
  const lagg = ett(svar, 'lagg_till') === 'ny_stege' ? ett(svar, 'ny_stege') : ett(svar, 'lagg_till');
  const bort = ett(svar, 'ta_bort');
  const isRows = lagg !== '' || bort !== '';
  const profil = isRows ? withRows(typed, sektion, bort || lagg, bort !== '') : typed;

  if (!isRows && ett(svar, 'lagg_till') === '') {
    const last = readProfilinnehall(profil);
    const fel = last.ok ? { falt: {}, ovriga: [] } : felPaSidan(last.fel, sektion, profil);
    if (Object.keys(fel.falt).length + fel.ovriga.length > 0)
      return sendSektion(request, response, insats, { status: 422, profil, errors: fel.falt, ovriga: fel.ovriga });
  }
  const saved = await sparaProfilutkast(deps.prisma, {
    insatsId: insats.id,
    grund: grundOf(insats),
    profil,
    sedd: ett(svar, 'sedd') || undefined,
    av: inloggad(request).id,
    nar: await deps.klocka.now(),
  });
  if (!saved) return sendSektion(request, response, insats, { status: 409, profil, hannFore: true });
  if (isRows) {
    const [vag = ''] = (bort || lagg).split(' ');
    return response.redirect(303, `${andraAdress(insats.kod, sektion.del)}#rader-${vag}`);
  }
  await setFlash(request, { slag: 'success', text: 'Ändringen är sparad. Den gäller först när den publiceras.' });
  response.redirect(303, granskaAdress(insats.kod));
}

interface Granskning {
  readonly status: 200 | 409 | 422;
  readonly kommentar?: string;
  readonly errors?: FaltFel;
  readonly ovriga?: readonly string[];
}

async function sendGranska(
  deps: AppDeps,
  request: Request,
  response: Response,
  insats: Insatsmedprofil,
  { status, kommentar = '', errors = {}, ovriga = [] }: Granskning,
): Promise<void> {
  const { profil, anmarkningar } = await judged(deps, insats);
  const page = (
    <GranskaPage
      ram={request.sidram()}
      insats={insats}
      grund={grundOf(insats)}
      sedd={seddOf(insats)}
      profil={profil}
      anmarkningar={anmarkningar}
      andringar={profil ? profilandringar(insats.profil, profil, insats.parter) : []}
      oppna={insats.versioner.reduce((sum, { oppna }) => sum + oppna, 0)}
      {...{ kommentar, errors, ovriga }}
    />
  );
  response.status(status).send(renderPage(page));
}

/** The edited profile with everything that can be said against it. */
async function judged({ klocka }: AppDeps, insats: Insatsmedprofil) {
  const last = readProfilinnehall(edited(insats));
  if (!last.ok)
    return { profil: undefined, anmarkningar: last.fel.map(({ path, mening }) => unsound(insats, path, mening)) };
  const profil = completeProfil(last.varde);
  const nu = (await klocka.now()).toISOString();
  const { verksamheterITeam, teamMedArenden } = insats;
  const om = { nu, kalender: svenskKalender, verksamheterITeam, teamMedArenden };
  return { profil, anmarkningar: kontrolleraProfil(profil, om) };
}

/** A part that is not sound yet: begun and not filled in. */
function unsound(insats: Insatsmedprofil, path: string, mening: string) {
  const del = sektioner(insats.parter).find((one) => {
    const { falt, ovriga } = felPaSidan([{ path, mening }], one, edited(insats));
    return Object.keys(falt).length + ovriga.length > 0;
  });
  return { grad: 'fel' as const, del: del?.del ?? ('grund' as const), mening };
}

async function showGranska(deps: AppDeps, request: Request, response: Response): Promise<void> {
  await sendGranska(deps, request, response, await openForChange(deps, request), { status: 200 });
}

const publicering = z.object({ kommentar: text('Skriv vad som har ändrats.', MAX.rad * 5) });

async function receiveGranska(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const insats = await openForChange(deps, request);
  const svar = answersOf(formFields(request), []);
  if (ett(svar, 'sedd') !== seddOf(insats))
    return sendGranska(deps, request, response, insats, {
      status: 409,
      kommentar: ett(svar, 'kommentar'),
      ovriga: ['Någon annan har ändrat eller publicerat samtidigt. Läs igenom igen innan du fortsätter.'],
    });
  if (ett(svar, 'gor') === 'kasta') {
    await kastaProfilutkast(deps.prisma, insats.id);
    await setFlash(request, { slag: 'info', text: 'Ändringarna är kastade. Profilen gäller som förut.' });
    return response.redirect(303, profiladress(insats.kod));
  }
  return publish(deps, request, response, insats);
}

async function publish(deps: AppDeps, request: Request, response: Response, insats: Insatsmedprofil): Promise<void> {
  const svar = answersOf(formFields(request), []);
  const last = read(publicering, svar);
  if (!last.ok)
    return sendGranska(deps, request, response, insats, {
      status: 422,
      kommentar: ett(svar, 'kommentar'),
      errors: last.errors,
    });
  const { kommentar } = last.varde;
  const { profil, anmarkningar } = await judged(deps, insats);
  if (!profil || anmarkningar.some(({ grad }) => grad === 'fel'))
    return sendGranska(deps, request, response, insats, {
      status: 422,
      kommentar,
      ovriga: ['Profilen kan inte publiceras förrän det som inte går ihop är rättat.'],
    });
  const version = await publiceraProfil(deps.prisma, {
    insatsId: insats.id,
    grund: grundOf(insats),
    profil,
    kommentar,
    av: inloggad(request).id,
    nar: await deps.klocka.now(),
  });
  if (version === undefined)
    return sendGranska(deps, request, response, insats, {
      status: 409,
      kommentar,
      ovriga: ['En annan version har publicerats sedan ändringarna började. Kasta dem och börja om från den nya.'],
    });
  await setFlash(request, { slag: 'success', text: `Version ${version} gäller nu för nya ärenden.` });
  response.redirect(303, profiladress(insats.kod));
}
