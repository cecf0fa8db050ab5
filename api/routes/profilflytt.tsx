import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { check, checkOm } from '../../domain/beslut/index.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import { provaProfilbyte } from '../../domain/profilbyte.js';
import { fasord } from '../../domain/profilkoder.js';
import { lageskillnader } from '../../domain/profilskillnad.js';
import { fatta, type Utgang } from '../beslut/fatta.js';
import { answersOf, ett, flera, type Svar } from '../beslut/formular.js';
import { read, text } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { FlyttaPage, type Flyttrad, type Flyttutfall } from '../pages/profiler/flytta.js';
import { overProfilen } from '../pages/profiler/over.js';
import { skillnadIOrd } from '../pages/profiler/skillnad.js';
import { farFlyttaArenden } from '../profil/ratt.js';
import { readInsatsmedprofil, readKvarvarande, type Insatsmedprofil, type Kvarvarande } from '../queries/profiler.js';
import { logRead } from '../records/logg.js';

/** `/insatser/<kod>/profil/flytta`: moving running ärenden to the newest version, after seeing what would change. */
export function profilflyttRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get('/insatser/:kod/profil/flytta', requireLogin, (request, response) => show(deps, request, response));
  router.post('/insatser/:kod/profil/flytta', requireLogin, requireFreshLogin, (request, response) =>
    receive(deps, request, response),
  );
  return router;
}

interface Flytt {
  readonly insats: Insatsmedprofil;
  readonly version: number;
  readonly nar: Date;
}

async function open({ prisma, klocka }: AppDeps, request: Request): Promise<Flytt> {
  const insats = await readInsatsmedprofil(prisma, String(request.params['kod']));
  if (!insats) throw problem(404);
  if (!farFlyttaArenden(inloggad(request), insats.id)) throw problem(403);
  return { insats, version: insats.versioner[0]?.version ?? 1, nar: await klocka.now() };
}

const beslutOm = (id: string, av: string, version: number, nar: Date, sedd: number): Beslut<'profilbyte'> => ({
  id,
  typ: 'profilbyte',
  av,
  dag: dayOf(nar),
  data: { version },
  sedd,
});

/** The dry run of one ärende. */
function radFor({ nummer, lage, profil }: Kvarvarande, ny: Insatsprofil, { version, nar }: Flytt): Flyttrad {
  const beslutId = randomUUID();
  const bas = {
    nummer,
    fas: lage.fas,
    fasord: fasord(profil, lage.fas),
    version: lage.profilversion,
    beslutId,
    sedd: lage.version,
  };
  const beslut = beslutOm(beslutId, '', version, nar, lage.version);
  const om = { nu: nar.toISOString(), profil, kalender };
  const hinder = check(lage, beslut) ?? checkOm(lage, beslut, { ...om, profil: ny, franProfil: profil });
  if (hinder) return { ...bas, skillnader: [], hinder: hinder.mening };
  const efter = provaProfilbyte(lage, om, ny, version).lage;
  return { ...bas, skillnader: lageskillnader(lage, efter).map(skillnadIOrd) };
}

interface Visning {
  readonly status: 200 | 409 | 422;
  readonly svar?: Svar;
  readonly errors?: FaltFel;
  readonly utfall?: readonly Flyttutfall[];
  /** Every ärende that can be moved is ticked, or none, whatever was. */
  readonly valj?: 'alla' | 'inga';
}

/** Numbers and dates of ärenden are somebody's: the trace first. */
async function send(
  deps: AppDeps,
  request: Request,
  response: Response,
  flytt: Flytt,
  visning: Visning,
): Promise<void> {
  const { status, svar = {}, errors = {}, utfall = [], valj } = visning;
  const { insats, version, nar } = flytt;
  const { rader: kvar, totalt } = await readKvarvarande(deps.prisma, insats.id, version);
  await logRead(deps.prisma, {
    av: inloggad(request).id,
    handling: 'las_profilflytt',
    arenden: kvar.map(({ id }) => id),
    grund: 'sammankallande',
    nar,
    data: { insats: insats.kod, version },
  });
  const rader = kvar.map((rad) => radFor(rad, insats.profil, flytt));
  const page = (
    <FlyttaPage
      ram={request.sidram()}
      over={overProfilen(inloggad(request), insats)}
      insats={insats}
      version={version}
      rader={rader}
      totalt={totalt}
      valda={valj === 'alla' ? rader.map(({ nummer }) => nummer) : valj === 'inga' ? [] : flera(svar, 'arende')}
      skal={ett(svar, 'skal')}
      {...{ errors, utfall }}
    />
  );
  response.status(status).send(renderPage(page));
}

async function show(deps: AppDeps, request: Request, response: Response): Promise<void> {
  await send(deps, request, response, await open(deps, request), { status: 200 });
}

const schema = z.object({ skal: text('Skriv varför ärendena flyttas.') });
const VALJ = 'Välj minst ett ärende att flytta.';
const BESLUT = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) (\d{1,9})$/;

async function receive(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const flytt = await open(deps, request);
  const svar = answersOf(formFields(request), []);
  const valj = ett(svar, 'valj');
  if (valj === 'alla' || valj === 'inga') return send(deps, request, response, flytt, { status: 200, svar, valj });
  const valda = flera(svar, 'arende');
  const last = read(schema, svar);
  const errors: FaltFel = { ...(valda.length === 0 ? { arende: [VALJ] } : {}), ...(last.ok ? {} : last.errors) };
  if (!last.ok || valda.length === 0) return send(deps, request, response, flytt, { status: 422, svar, errors });
  // the dry run was made against another version than the newest: what was shown is not what would happen
  if (ett(svar, 'version') !== String(flytt.version))
    return send(deps, request, response, flytt, {
      status: 409,
      svar,
      errors: { arende: ['En ny version har publicerats. Läs igenom vad som ändras och välj igen.'] },
    });
  const utfall = await moveAll(deps, request, flytt, svar, last.varde.skal);
  return send(deps, request, response, flytt, { status: utfall.every(({ flyttat }) => flyttat) ? 200 : 409, utfall });
}

/** One decision for each, one after the other: what one of them meets does not keep the others back. */
async function moveAll(
  deps: AppDeps,
  request: Request,
  flytt: Flytt,
  svar: Svar,
  skal: string,
): Promise<Flyttutfall[]> {
  const { insats, version, nar } = flytt;
  const chosen = flera(svar, 'arende');
  const rows = await deps.prisma.arende.findMany({
    where: { insatsId: insats.id, nummer: { in: [...chosen] } },
    select: { id: true, nummer: true },
    orderBy: { nummer: 'asc' },
  });
  const utfall: Flyttutfall[] = [];
  for (const { id, nummer } of rows) {
    const [, beslutId, sedd] = BESLUT.exec(ett(svar, `beslut.${nummer}`)) ?? [];
    if (beslutId === undefined) throw problem(400);
    const beslut = beslutOm(beslutId, inloggad(request).id, version, nar, Number(sedd));
    utfall.push({
      nummer,
      ...told(await fatta(deps, id, beslut, { skal }, nar, { grund: 'sammankallande' }), version),
    });
  }
  return utfall;
}

function told(utgang: Utgang, version: number): Omit<Flyttutfall, 'nummer'> {
  switch (utgang.slag) {
    case 'fattat':
      return { flyttat: true, mening: `följer nu version ${version}.` };
    case 'hindrat':
      return { flyttat: false, mening: utgang.hinder.mening };
    case 'inte_registrerat':
      return { flyttat: false, mening: 'är inte registrerat ännu. Försök igen om en stund.' };
    case 'oskrivbart':
      return { flyttat: false, mening: 'kunde inte flyttas på grund av ett fel hos oss. Kontakta förvaltaren.' };
    case 'frammande':
      throw problem(400);
  }
}
