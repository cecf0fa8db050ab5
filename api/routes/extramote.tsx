import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import { insatsrattsgrund } from '../../domain/insats/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { fatta, type Utgang } from '../beslut/fatta.js';
import { answersOf, ett, flera, type Svar } from '../beslut/formular.js';
import { read, text } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { formatTidpunkt } from '../components/format.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { ExtramotePage, type Extramotesutfall } from '../pages/insats/extramote.js';
import { readInsats } from '../queries/insats.js';
import { readSenareArenden, type Teamtid } from '../queries/senare-arenden.js';
import { logRead } from '../records/logg.js';
import { textOf } from './listfraga.js';

/** `/insatser/<kod>/extramote`: ärenden that wait for a later meeting are taken up at an extra one. */
export function extramoteRoutes(deps: AppDeps): Router {
  const router = Router();
  const path = '/insatser/:kod/extramote';
  router.get(path, requireLogin, async (request, response) =>
    show(deps, request, response, await open(deps, request), { status: 200 }),
  );
  router.post(path, requireLogin, (request, response) => receive(deps, request, response));
  return router;
}

/**
 * The insats and the meeting in the address, for who may change its meetings.
 *
 * @throws HttpProblem 404 for others, and for what is no coming meeting of the team
 */
async function open({ prisma, klocka }: AppDeps, request: Request) {
  const insats = await readInsats(prisma, String(request.params['kod']));
  if (!insats) throw problem(404);
  const relation = { insatsId: insats.id, teamIds: insats.team.map(({ id }) => id) };
  const ratt = insatsrattsgrund(inloggad(request), 'motesandring', relation);
  if (!ratt) throw problem(404);
  const mote: Teamtid = { team: textOf(request.query['team']) ?? '', borjar: textOf(request.query['mote']) ?? '' };
  const nar = await klocka.now();
  const teamId = insats.team.find(({ kod }) => kod === mote.team)?.id;
  const isMoment = !Number.isNaN(Date.parse(mote.borjar)) && new Date(mote.borjar) > nar;
  const held =
    teamId !== undefined &&
    isMoment &&
    (await prisma.mote.count({ where: { teamId, borjar: mote.borjar, installt: false } })) > 0;
  if (!held) throw problem(404);
  return { insats, mote, nar, ratt };
}
type Oppnat = Awaited<ReturnType<typeof open>>;

interface Visning {
  readonly status: 200 | 409 | 422;
  readonly svar?: Svar;
  readonly errors?: FaltFel;
  readonly utfall?: readonly Extramotesutfall[];
}

/** Numbers and dates of ärenden are somebody's: the trace first. */
async function show(
  { prisma }: AppDeps,
  request: Request,
  response: Response,
  { insats, mote, nar, ratt }: Oppnat,
  { status, svar = {}, errors = {}, utfall = [] }: Visning,
): Promise<void> {
  await logRead(prisma, {
    av: inloggad(request).id,
    handling: 'las_insats',
    ...ratt,
    nar,
    data: { insats: insats.kod, visning: 'extramote' },
  });
  const arenden = await readSenareArenden(prisma, insats.id, mote, inloggad(request).id);
  const kept = (nummer: string): string => ett(svar, `beslut.${nummer}`);
  const page = (
    <ExtramotePage
      ram={request.sidram()}
      insats={insats}
      mote={mote}
      arenden={arenden}
      beslut={Object.fromEntries(
        arenden.map(({ nummer, lage }) => [nummer, kept(nummer) || `${randomUUID()} ${lage.version}`]),
      )}
      valda={flera(svar, 'arende')}
      skal={ett(svar, 'skal')}
      {...{ errors, utfall }}
    />
  );
  response.status(status).send(renderPage(page));
}

const schema = z.object({ skal: text('Skriv varför ärendena tas upp tidigare.') });
const BESLUT = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) (\d{1,9})$/;

async function receive(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const oppnat = await open(deps, request);
  const svar = answersOf(formFields(request), []);
  const valda = flera(svar, 'arende');
  const last = read(schema, svar);
  const errors: FaltFel = {
    ...(valda.length === 0 ? { arende: ['Välj minst ett ärende, eller låt alla vänta.'] } : {}),
    ...(last.ok ? {} : last.errors),
  };
  if (!last.ok || valda.length === 0) return show(deps, request, response, oppnat, { status: 422, svar, errors });
  const utfall = await takeUp(deps, request, oppnat, svar, last.varde.skal);
  const status = utfall.every(({ uppsatt }) => uppsatt) ? 200 : 409;
  return show(deps, request, response, oppnat, { status, utfall });
}

/** One decision for each, one after the other: what one of them meets does not keep the others back. */
async function takeUp(
  deps: AppDeps,
  request: Request,
  { insats, mote, nar, ratt }: Oppnat,
  svar: Svar,
  skal: string,
): Promise<Extramotesutfall[]> {
  const rows = await deps.prisma.arende.findMany({
    where: { insatsId: insats.id, nummer: { in: [...flera(svar, 'arende')] } },
    select: { id: true, nummer: true },
    orderBy: { nummer: 'asc' },
  });
  const utfall: Extramotesutfall[] = [];
  for (const { id, nummer } of rows) {
    const [, beslutId, sedd] = BESLUT.exec(ett(svar, `beslut.${nummer}`)) ?? [];
    if (beslutId === undefined) throw problem(400);
    const beslut: Beslut<'skyndsamhet'> = {
      id: beslutId,
      typ: 'skyndsamhet',
      av: inloggad(request).id,
      dag: dayOf(nar),
      data: { mote: mote.borjar },
      sedd: Number(sedd),
    };
    utfall.push({ nummer, ...told(await fatta(deps, id, beslut, { skal }, nar, ratt), mote) });
  }
  return utfall;
}

function told(utgang: Utgang, { borjar }: Teamtid): Omit<Extramotesutfall, 'nummer'> {
  switch (utgang.slag) {
    case 'fattat':
      return { uppsatt: true, mening: `tas upp ${formatTidpunkt(borjar)}.` };
    case 'hindrat':
      return { uppsatt: false, mening: utgang.hinder.mening };
    case 'inte_registrerat':
      return { uppsatt: false, mening: 'är inte registrerat ännu. Försök igen om en stund.' };
    case 'oskrivbart':
      return { uppsatt: false, mening: 'kunde inte flyttas på grund av ett fel hos oss. Kontakta förvaltaren.' };
    case 'frammande':
      throw problem(400);
  }
}
