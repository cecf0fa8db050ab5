import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Hinder } from '../../domain/hinder.js';
import { insatsrattTill } from '../../domain/insats/atkomst.js';
import { insatsroller } from '../../domain/insats/bemanning.js';
import { rollord } from '../../domain/profilkoder.js';
import { answersOf, type Svar } from '../beslut/formular.js';
import { enAv, kod, read, valfriAv } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { FolkPage } from '../pages/insats/folk.js';
import { profilratt } from '../profil/ratt.js';
import { readInsatsfolk } from '../queries/folk.js';
import { readInsats } from '../queries/insats.js';
import { readInsatsmedprofil } from '../queries/profiler.js';
import {
  gorTillOrdforande,
  laggTillRoll,
  laggTillTeamplats,
  taBortRoll,
  taBortTeamplats,
} from '../records/bemanning.js';
import { logRead } from '../records/logg.js';

/** `/insatser/<kod>/folk`: who has which role in an insats and who sits in its teams; its sammankallande and kansli. */
export function folkRoutes(deps: AppDeps): Router {
  const router = Router();
  const base = '/insatser/:kod/folk';
  router.get(base, requireLogin, async (request, response) =>
    show(await open(deps, request), request, response, { status: 200, svar: {} }),
  );
  router.post(`${base}/roll`, requireLogin, requireFreshLogin, (request, response) => addRoll(deps, request, response));
  router.post(`${base}/roll/bort`, requireLogin, requireFreshLogin, (request, response) =>
    removeRoll(deps, request, response),
  );
  router.post(`${base}/ordforande`, requireLogin, requireFreshLogin, (request, response) =>
    setOrdforande(deps, request, response),
  );
  router.post(`${base}/team`, requireLogin, requireFreshLogin, (request, response) => addSeat(deps, request, response));
  router.post(`${base}/team/bort`, requireLogin, requireFreshLogin, (request, response) =>
    removeSeat(deps, request, response),
  );
  return router;
}

/** What one request about the people of an insats works with. */
async function open({ prisma, klocka }: AppDeps, request: Request) {
  const kodet = String(request.params['kod']);
  const [insats, profil] = await Promise.all([readInsats(prisma, kodet), readInsatsmedprofil(prisma, kodet)]);
  if (!insats || !profil) throw problem(404);
  const person = inloggad(request);
  const grund = profilratt(person, insats.id);
  if (!grund) throw problem(403);
  const folk = await readInsatsfolk(prisma, { insatsId: insats.id, forbundId: profil.forbund.id });
  const given = { av: person.id, nar: await klocka.now(), insatsId: insats.id, insats: insats.kod, grund };
  return { prisma, insats, person, folk, given };
}
type Oppnat = Awaited<ReturnType<typeof open>>;

interface Visning {
  readonly status: 200 | 409 | 422;
  readonly svar: Svar;
  readonly errors?: FaltFel;
  readonly hindrat?: string;
}

/** Who works where is the staff's personal data: the trace first. */
async function show(oppnat: Oppnat, request: Request, response: Response, visning: Visning): Promise<void> {
  const { prisma, insats, person, folk, given } = oppnat;
  const { av, nar, grund } = given;
  await logRead(prisma, { av, handling: 'las_folk', grund, nar, data: { insats: insats.kod } });
  const { status, svar, errors = {}, hindrat } = visning;
  const { id, profil, team } = insats;
  const page = (
    <FolkPage
      ram={request.sidram()}
      insats={{ kod: insats.kod, namn: insats.namn, parter: profil.parter, team }}
      folk={folk}
      rollord={(roll) => rollord(profil, roll)}
      kansli={person.roller.some(({ roll }) => roll === 'kansli')}
      inne={insatsrattTill(person, 'las_insats', { insatsId: id, teamIds: team.map((one) => one.id) }) !== undefined}
      {...{ svar, errors, hindrat }}
    />
  );
  response.status(status).send(renderPage(page));
}

async function done(request: Request, response: Response, { insats }: Oppnat, text: string): Promise<void> {
  await setFlash(request, { slag: 'success', text });
  response.redirect(303, `/insatser/${insats.kod}/folk`);
}

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

async function addRoll(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const oppnat = await open(deps, request);
  const svar = answersOf(formFields(request), []);
  const last = read(
    z.object({
      person: enAv(idsOf(oppnat.folk.personer), 'Välj en person.'),
      roll: kod(insatsroller, 'Välj en roll.'),
    }),
    svar,
  );
  if (!last.ok) return show(oppnat, request, response, { status: 422, svar, errors: last.errors });
  const { person: anvandareId, roll } = last.varde;
  const refused = await laggTillRoll(deps.prisma, { ...oppnat.given, anvandareId, roll });
  if (refused) return show(oppnat, request, response, { status: 422, svar, errors: { person: [refused.mening] } });
  return done(request, response, oppnat, 'Rollen är tillagd.');
}

async function removeRoll(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const oppnat = await open(deps, request);
  const last = read(
    z.object({
      person: enAv(
        oppnat.folk.roller.map(({ anvandareId }) => anvandareId),
        '',
      ),
      roll: kod(insatsroller, ''),
    }),
    answersOf(formFields(request), []),
  );
  if (!last.ok) return gone(request, response, oppnat);
  const { person: anvandareId, roll } = last.varde;
  const ord = rollord(oppnat.insats.profil, roll).toLocaleLowerCase('sv');
  const refused = await taBortRoll(deps.prisma, { ...oppnat.given, anvandareId, roll, ord });
  return refused ? kept(oppnat, request, response, refused) : done(request, response, oppnat, 'Rollen är borttagen.');
}

async function setOrdforande(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const oppnat = await open(deps, request);
  const valbara = oppnat.folk.roller.filter(({ roll }) => roll === 'styrgrupp').map(({ anvandareId }) => anvandareId);
  const last = read(z.object({ person: enAv(valbara, '') }), answersOf(formFields(request), []));
  if (!last.ok) return gone(request, response, oppnat);
  const refused = await gorTillOrdforande(deps.prisma, { ...oppnat.given, anvandareId: last.varde.person });
  return refused ? kept(oppnat, request, response, refused) : done(request, response, oppnat, 'Ordföranden är bytt.');
}

/** Who is not in the list any longer was taken away by somebody else meanwhile. */
const gone = (request: Request, response: Response, oppnat: Oppnat): Promise<void> =>
  done(request, response, oppnat, 'Personen är redan borttagen.');

const kept = (oppnat: Oppnat, request: Request, response: Response, { mening }: Hinder): Promise<void> =>
  show(oppnat, request, response, { status: 409, svar: {}, hindrat: mening });

const PLATSER = { ordinarie: 'Ordinarie', ersattare: 'Ersättare' } as const;

/** Which field mends what the transaction refuses. */
const HINDERFALT: Readonly<Record<string, string>> = { okand_verksamhet: 'verksamhet', utanfor_parterna: 'verksamhet' };

async function addSeat(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const oppnat = await open(deps, request);
  const { folk, insats, given } = oppnat;
  const svar = answersOf(formFields(request), []);
  const last = read(
    z.object({
      team: enAv(idsOf(insats.team), 'Välj ett team.'),
      medlem: enAv(idsOf(folk.personer), 'Välj en person.'),
      verksamhet: valfriAv(idsOf(folk.verksamheter), 'Välj en verksamhet i listan.'),
      plats: kod(PLATSER, 'Välj ordinarie eller ersättare.'),
    }),
    svar,
  );
  if (!last.ok) return show(oppnat, request, response, { status: 422, svar, errors: last.errors });
  const { team: teamId, medlem: anvandareId, verksamhet: verksamhetId, plats } = last.varde;
  const seat = { teamId, anvandareId, verksamhetId, ersattare: plats === 'ersattare', parter: insats.profil.parter };
  const refused = await laggTillTeamplats(deps.prisma, { ...given, ...seat });
  if (refused) {
    const errors = { [HINDERFALT[refused.kod] ?? 'medlem']: [refused.mening] };
    return show(oppnat, request, response, { status: 422, svar, errors });
  }
  return done(request, response, oppnat, 'Personen sitter nu i teamet.');
}

async function removeSeat(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const oppnat = await open(deps, request);
  const { folk, insats, given } = oppnat;
  const last = read(
    z.object({
      team: enAv(idsOf(insats.team), ''),
      medlem: enAv(
        folk.medlemmar.map(({ anvandareId }) => anvandareId),
        '',
      ),
    }),
    answersOf(formFields(request), []),
  );
  if (!last.ok) return gone(request, response, oppnat);
  const { team: teamId, medlem: anvandareId } = last.varde;
  const refused = await taBortTeamplats(deps.prisma, { ...given, teamId, anvandareId });
  return refused
    ? kept(oppnat, request, response, refused)
    : done(request, response, oppnat, 'Personen sitter inte längre i teamet.');
}
