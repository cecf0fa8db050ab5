import { Router, type Request, type Response } from 'express';
import { answersOf, ett } from '../beslut/formular.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { andraAdress, granskaAdress } from '../pages/profiler/adresser.js';
import { AndraPage } from '../pages/profiler/andra.js';
import { overProfilen } from '../pages/profiler/over.js';
import { ProfilPage } from '../pages/profiler/profil.js';
import { sektionFor } from '../profil/delar.js';
import type { Profilrader, Profilsektion } from '../profil/falt.js';
import { basOf, edited, newestOf, open, openForChange, seddOf } from '../profil/oppna.js';
import { farAndraProfil, farFlyttaArenden } from '../profil/ratt.js';
import { readProfilinnehall } from '../profil/schema.js';
import { felPaSidan, withSvar } from '../profil/svar.js';
import { rowsAt, withRow, withoutRow, withValue } from '../profil/vag.js';
import { readVersion, type Insatsmedprofil } from '../queries/profiler.js';
import { sparaProfilutkast } from '../records/profiler.js';

/** `/insatser/<kod>/profil`: how an insats works, the changing of it, and what a change leads to. */
export function profilRoutes(deps: AppDeps): Router {
  const router = Router();
  const base = '/insatser/:kod/profil';
  router.get(base, requireLogin, (request, response) => showProfil(deps, request, response));
  router.get(`${base}/fil`, requireLogin, (request, response) => sendFil(deps, request, response));
  router.get(`${base}/andra/:del`, requireLogin, (request, response) => showAndra(deps, request, response));
  router.post(`${base}/andra/:del`, requireLogin, (request, response) => receiveAndra(deps, request, response));
  return router;
}

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
      over={overProfilen(person, insats)}
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
      over={overProfilen(inloggad(request), insats)}
      insats={insats}
      sektion={sectionOf(request, insats)}
      sedd={seddOf(insats)}
      grund={basOf(insats)}
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
  if (remove) return withoutLast(withoutRow(profil, vag, Number(which)), rader);
  if (which === '' && rader.vidBehov) return withValue(profil, vag, rader.vidBehov(profil));
  const mall = rader.slag.find(({ value }) => value === which)?.mall;
  if (!mall) throw problem(400);
  return rader.enda ? withValue(profil, vag, mall) : withRow(profil, vag, mall);
}

/** A list that is there only when it is needed goes with its last row. */
const withoutLast = (profil: unknown, { vag, vidBehov }: Profilrader): unknown =>
  vidBehov && rowsAt(profil, vag).length === 0 ? withValue(profil, vag, undefined) : profil;

async function receiveAndra(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const insats = await openForChange(deps, request);
  const sektion = sectionOf(request, insats);
  const svar = answersOf(formFields(request), []);
  const typed = withSvar(edited(insats), sektion, svar);
  const lagg = ett(svar, 'lagg_till') === 'ny_lista' ? ett(svar, 'ny_lista') : ett(svar, 'lagg_till');
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
    bas: basOf(insats),
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
