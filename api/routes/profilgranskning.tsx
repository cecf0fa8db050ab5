import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { kontrolleraProfil } from '../../domain/profilkontroll.js';
import { andrasGenast } from '../../domain/profilskillnad.js';
import { completeProfil } from '../../domain/standardprofil.js';
import { answersOf, ett } from '../beslut/formular.js';
import { MAX, read, text } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { profiladress } from '../pages/profiler/adresser.js';
import type { Genast } from '../pages/profiler/genast.js';
import { overProfilen } from '../pages/profiler/over.js';
import { GranskaPage } from '../pages/profiler/granska.js';
import { sektioner } from '../profil/delar.js';
import { profilandringar } from '../profil/ord.js';
import { readProfilinnehall } from '../profil/schema.js';
import { felPaSidan } from '../profil/svar.js';
import { basOf, byWhom, edited, openForChange, seddOf } from '../profil/oppna.js';
import { readPlatsfoljd } from '../queries/insatsplatser.js';
import type { Insatsmedprofil } from '../queries/profiler.js';
import { kastaProfilutkast, publiceraProfil } from '../records/profiler.js';

/** `/insatser/<kod>/profil/granska`: what a change of the profile leads to, and its publication. */
export function profilgranskningRoutes(deps: AppDeps): Router {
  const router = Router();
  const path = '/insatser/:kod/profil/granska';
  router.get(path, requireLogin, async (request, response) =>
    sendGranska(deps, request, response, await openForChange(deps, request), { status: 200 }),
  );
  router.post(path, requireLogin, requireFreshLogin, (request, response) => receiveGranska(deps, request, response));
  return router;
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
      over={overProfilen(inloggad(request), insats)}
      insats={insats}
      grund={basOf(insats)}
      sedd={seddOf(insats)}
      profil={profil}
      anmarkningar={anmarkningar}
      andringar={profil ? profilandringar(insats.profil, profil, insats.parter) : []}
      oppna={insats.versioner.reduce((sum, { oppna }) => sum + oppna, 0)}
      genast={await genastOf(deps, insats, profil)}
      {...{ kommentar, errors, ovriga }}
    />
  );
  response.status(status).send(renderPage(page));
}

/** What publishing would change in the same moment. */
async function genastOf(
  { prisma, klocka }: AppDeps,
  insats: Insatsmedprofil,
  profil: Insatsprofil | undefined,
): Promise<Genast> {
  if (!profil) return { moten: false };
  const { platser, moten } = andrasGenast(insats.profil, profil);
  const idag = dayOf(await klocka.now());
  return { moten, platser: platser ? await readPlatsfoljd(prisma, insats, profil, idag) : undefined };
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
    const vem = await byWhom(deps, request, insats);
    await kastaProfilutkast(deps.prisma, { insatsId: insats.id, insats: insats.kod, ...vem });
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
    bas: basOf(insats),
    profil,
    kommentar,
    ...(await byWhom(deps, request, insats)),
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
