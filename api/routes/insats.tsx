import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { insatsrattsgrund, insatsrattTill, motesratt, type Insatslasning } from '../../domain/insats/atkomst.js';
import { checkInsats } from '../../domain/insats/beslut/index.js';
import { insatsbeslut, type Insatsbeslut, type Insatsbeslutstyp } from '../../domain/insats/lage.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { isKod } from '../../domain/koder.js';
import type { PrismaClient } from '../../prisma/client.js';
import { answersOf, ett, type Svar } from '../beslut/formular.js';
import { renderPage } from '../components/sida.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { fattaInsatsbeslut } from '../insats/fatta.js';
import { insatsformularFor, type Insatsformularunderlag } from '../insats/formular.js';
import { slagOf, tidOf } from '../insats/motesandring.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { InsatsbeslutPage, type Insatsbesked } from '../pages/insats/beslut.js';
import { extramoteAdress } from '../pages/insats/extramote.js';
import { InsatserPage } from '../pages/insats/val.js';
import { InsatsPage } from '../pages/insats/sida.js';
import { readLasbara } from '../queries/arenderelation.js';
import { readHinder, readInkorg, readInsats, readInsatsval, readMedlemmar, readMoten } from '../queries/insats.js';
import { findMoteId } from '../queries/mote.js';
import { readSenareArenden, type Teamtid } from '../queries/senare-arenden.js';
import { readInsatshistoria } from '../queries/insatshistoria.js';
import { readKo, readPlatslage } from '../queries/insatsplatser.js';
import { isInsatsbeslutFattat } from '../records/forbered-insatsbeslut.js';
import { logRead } from '../records/logg.js';
import { textOf } from './listfraga.js';

/** Events on the page; older ones stand in the trace. */
const MOST_HISTORIA = 30;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Who may not see an insats is not told whether it exists. */
async function openInsats(deps: AppDeps, request: Request, handling: Insatslasning | Insatsbeslutstyp) {
  const insats = await readInsats(deps.prisma, String(request.params['kod']));
  if (!insats) throw problem(404);
  const person = inloggad(request);
  const relation = { insatsId: insats.id, teamIds: insats.team.map(({ id }) => id) };
  const ratt = (what: Insatslasning | Insatsbeslutstyp) => insatsrattTill(person, what, relation);
  const grund = insatsrattsgrund(person, handling, relation);
  if (!grund) throw problem(404);
  return { insats, person, ...grund, ratt };
}

async function showInsats(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { insats, person, grund, istalletFor, ratt } = await openInsats(deps, request, 'las_insats');
  const { prisma, klocka } = deps;
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const inside = ratt('las_inkorg');
  const [inkorg, ko, platser, historia, moten, medlemmar, hinder] = await Promise.all([
    inside ? readInkorg(prisma, insats.id, person) : [],
    inside ? readKo(prisma, insats.id, person) : [],
    inside ? readPlatslage(prisma, insats, idag) : undefined,
    inside ? readInsatshistoria(prisma, insats.id, MOST_HISTORIA) : [],
    readMoten(prisma, insats.id, nu),
    readMedlemmar(prisma, insats.id),
    readHinder(prisma, insats.id),
  ]);
  const lasbara = await readLasbara(
    prisma,
    [...inkorg, ...ko].map(({ nummer }) => nummer),
    person,
    idag,
  );
  if (inside)
    await logRead(prisma, {
      av: person.id,
      handling: 'las_insats',
      arenden: [...inkorg, ...ko].map(({ arendeId }) => arendeId),
      grund,
      istalletFor,
      nar: nu,
      data: { insats: insats.kod },
    });
  const far = {
    leda: ratt('motesandring') !== undefined,
    anmala: ratt('hinderanmalan') !== undefined,
    oppnar: insats.team
      .filter(({ id }) => motesratt(person, { insatsId: insats.id, teamId: id }))
      .map(({ kod }) => kod),
  };
  response.send(
    renderPage(
      <InsatsPage
        ram={request.sidram()}
        idag={idag}
        insats={insats}
        far={far}
        inre={platser && { inkorg, ko, platser, historia, lasbara }}
        moten={moten}
        medlemmar={medlemmar}
        hinder={hinder}
      />,
    ),
  );
}

/** The way to the insatser of a person: straight in when there is one. */
async function showInsatser({ prisma }: AppDeps, request: Request, response: Response): Promise<void> {
  const person = inloggad(request);
  const egna = (await readInsatsval(prisma)).filter(({ id, teamIds }) =>
    insatsrattTill(person, 'las_insats', { insatsId: id, teamIds }),
  );
  const [only, ...more] = egna;
  if (only && more.length === 0) return response.redirect(303, `/insatser/${only.kod}`);
  response.send(renderPage(<InsatserPage ram={request.sidram()} insatser={egna} />));
}

/** What one request about a decision works with. */
async function openBeslut(deps: AppDeps, request: Request) {
  const typ = String(request.params['typ']);
  if (!isKod(insatsbeslut, typ)) throw problem(404);
  const { insats, person, grund, istalletFor } = await openInsats(deps, request, typ);
  const nu = await deps.klocka.now();
  const hinder = (await readHinder(deps.prisma, insats.id)).filter(({ svarat }) => svarat === null);
  const underlag: Insatsformularunderlag = {
    namn: insats.namn,
    idag: dayOf(nu),
    team: insats.team.map((one) => ({
      ...one,
      klockslag: insats.profil.team.find(({ kod }) => kod === one.kod)?.moten.klockslag ?? '',
    })),
    moten: insats.lage?.moten ?? {},
    hinder,
  };
  const hem = grund === 'styrgrupp' ? '/styrgrupp' : `/insatser/${insats.kod}`;
  return { typ, insats, person, ratt: { grund, istalletFor }, nu, underlag, hem, formular: insatsformularFor(typ) };
}
type Oppnat = Awaited<ReturnType<typeof openBeslut>>;

interface Visning {
  readonly status: 200 | 409 | 422 | 500 | 503;
  readonly svar: Svar;
  readonly beslutId: string;
  readonly errors?: FaltFel;
  readonly besked?: Insatsbesked;
}

function show(oppnat: Oppnat, request: Request, response: Response, visning: Visning): void {
  const { status, svar, beslutId, errors = {}, besked } = visning;
  const { typ, formular, underlag, hem } = oppnat;
  if (status === 503) response.set('Retry-After', '30');
  const props = { typ, formular, underlag, hem, svar, errors, besked, beslutId };
  response.status(status).send(renderPage(<InsatsbeslutPage ram={request.sidram()} {...props} />));
}

async function showEmpty(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const oppnat = await openBeslut(deps, request);
  const asked = ['slag', 'team', 'fran', 'hinder'].flatMap((name) => {
    const value = textOf(request.query[name]);
    return value === undefined ? [] : [[name, value]];
  });
  const fragat = Object.fromEntries(asked) as Svar;
  const svar: Svar = { ...oppnat.formular.forval?.(oppnat.underlag, fragat), ...fragat };
  show(oppnat, request, response, { status: 200, svar, beslutId: randomUUID() });
}

async function receive(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const oppnat = await openBeslut(deps, request);
  const { typ, insats, person, ratt, nu, underlag, formular } = oppnat;
  const fields = formFields(request);
  const svar = answersOf(fields, ['beslutId']);
  const beslutId = ett(fields, 'beslutId');
  if (!UUID.test(beslutId)) throw problem(400);
  if (await isInsatsbeslutFattat(deps.prisma, insats.id, { id: beslutId, typ, av: person.id }))
    return done(deps, oppnat, request, response, svar);
  const tolkning = formular.tolka(svar);
  if (!tolkning.ok) return show(oppnat, request, response, { status: 422, svar, beslutId, errors: tolkning.errors });

  const beslut: Insatsbeslut = {
    id: beslutId,
    typ,
    av: person.id,
    nar: nu.toISOString(),
    dag: underlag.idag,
    data: tolkning.data,
  };
  const refused = insats.lage && checkInsats(insats.lage, beslut, svenskKalender);
  const utgang = refused
    ? ({ slag: 'hindrat', hinder: refused } as const)
    : await fattaInsatsbeslut(deps, insats, beslut, tolkning.formular, ratt);
  switch (utgang.slag) {
    case 'fattat':
      return done(deps, oppnat, request, response, svar);
    case 'frammande':
      throw problem(400);
    case 'hindrat': {
      const { kod, mening } = utgang.hinder;
      const field = formular.hinderfalt?.[kod];
      // an id that was handed over and refused is answered with the same refusal for ever
      const again = { svar, beslutId: randomUUID() };
      if (field) return show(oppnat, request, response, { ...again, status: 422, errors: { [field]: [mening] } });
      return show(oppnat, request, response, { ...again, status: 409, besked: { slag: 'hindrat', mening } });
    }
    case 'inte_registrerat':
      return show(oppnat, request, response, { status: 503, svar, beslutId, besked: { slag: 'inte_registrerat' } });
    case 'oskrivbart':
      return show(oppnat, request, response, {
        status: 500,
        svar,
        beslutId: randomUUID(),
        besked: { slag: 'oskrivbart' },
      });
  }
}

/**
 * Goes on to where the person came from; from an extra meeting to the ärenden that could be taken up there, from one that was
 * moved or cancelled to its own page.
 */
async function done(
  { prisma }: AppDeps,
  { typ, formular, hem, insats, person }: Oppnat,
  request: Request,
  response: Response,
  svar: Svar,
): Promise<void> {
  await setFlash(request, { slag: 'success', text: formular.kvitto(svar) });
  const slag = typ === 'motesandring' ? slagOf(svar) : undefined;
  const mote = { team: ett(svar, 'team'), borjar: (slag === 'installt' ? ett(svar, 'fran') : tidOf(svar)) ?? '' };
  if (slag === 'extra' && (await readSenareArenden(prisma, insats.id, mote, person.id)).length > 0)
    return response.redirect(303, extramoteAdress(insats.kod, mote));
  const motet = slag === 'flytt' || slag === 'installt' ? await findOppetMote(prisma, insats, mote, person) : undefined;
  response.redirect(303, motet === undefined ? hem : `/moten/${motet}`);
}

/** The meeting of a team at a moment, when the person may open it; a form sent again may be about one that moved on since. */
async function findOppetMote(
  prisma: PrismaClient,
  insats: Oppnat['insats'],
  { team, borjar }: Teamtid,
  person: Oppnat['person'],
): Promise<string | undefined> {
  const teamId = insats.team.find(({ kod }) => kod === team)?.id;
  if (teamId === undefined || Number.isNaN(Date.parse(borjar)) || !motesratt(person, { insatsId: insats.id, teamId }))
    return undefined;
  return findMoteId(prisma, teamId, borjar);
}

/** `/insatser/<kod>`: what waits in an insats, and the decisions on the insats itself. */
export function insatsRoutes(deps: AppDeps): Router {
  const router = Router();
  const form = '/insatser/:kod/beslut/:typ';
  router.get('/insatser', requireLogin, (request, response) => showInsatser(deps, request, response));
  router.get('/insatser/:kod', requireLogin, (request, response) => showInsats(deps, request, response));
  router.get(form, requireLogin, (request, response) => showEmpty(deps, request, response));
  router.post(form, requireLogin, (request, response) => receive(deps, request, response));
  return router;
}
