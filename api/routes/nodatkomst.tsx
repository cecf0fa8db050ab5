import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { rattTill } from '../../domain/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { nodatkomstpart } from '../../domain/nodatkomst.js';
import { answersOf, ett } from '../beslut/formular.js';
import { MAX, read, text } from '../beslut/regler.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { noteraFrammandeVal } from '../http/frammande-val.js';
import { inloggad, requireLogin, requireRoll, type InloggadAnvandare } from '../login/current-user.js';
import { requireFreshLogin } from '../login/fresh-login.js';
import { NODATKOMST, NodatkomstPage, type Oppnande } from '../pages/nodatkomst/sida.js';
import { findArendeatkomst, type Arendeatkomst } from '../queries/arenderelation.js';
import { readArendeparter, readEgnaNodatkomster, readPartensNodatkomster } from '../queries/nodatkomst.js';
import { logEgna, logRead } from '../records/logg.js';
import { avslutaNodatkomst, oppnaNodatkomst } from '../records/nodatkomst.js';
import { nummerOf } from './listfraga.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** `/nodatkomst`: one ärende opened to who has no other right to it, when it cannot wait (design 3). */
export function nodatkomstRoutes(deps: AppDeps): Router {
  const router = Router();
  const guards = [requireLogin, requireRoll('nodatkomst', 'forvaltare')];
  router.get(NODATKOMST, ...guards, (request, response) => show(deps, request, response, emptyForm(), 200));
  router.post(NODATKOMST, ...guards, requireFreshLogin, (request, response) => receive(deps, request, response));
  router.post(`${NODATKOMST}/:id/avsluta`, ...guards, (request, response) => end(deps, request, response));
  return router;
}

const emptyForm = (): Oppnande => ({ id: randomUUID(), svar: {}, errors: {} });

/** Her own roles: none of these is lent to who stands in for her. */
const holds = ({ roller }: InloggadAnvandare, asked: 'nodatkomst' | 'forvaltare'): boolean =>
  roller.some(({ roll }) => roll === asked);

const parterOf = ({ roller }: InloggadAnvandare): string[] =>
  roller.flatMap(({ roll, part }) => (roll === 'forvaltare' && part !== undefined ? [part] : []));

async function show(
  { prisma, klocka }: AppDeps,
  request: Request,
  response: Response,
  form: Oppnande,
  status: 200 | 422,
): Promise<void> {
  const person = inloggad(request);
  const nu = await klocka.now();
  const [oppnar, forvaltar] = [holds(person, 'nodatkomst'), holds(person, 'forvaltare')];
  if (!oppnar && !forvaltar) throw problem(403);
  const egna = oppnar ? await readEgnaNodatkomster(prisma, person.id) : [];
  const partens = forvaltar ? await readPartensNodatkomster(prisma, parterOf(person)) : undefined;
  if (oppnar) await logEgna(prisma, person.id, nu, 'nodatkomst');
  if (partens)
    await logRead(prisma, {
      av: person.id,
      handling: 'las_nodatkomst',
      arenden: partens.map(({ arendeId }) => arendeId),
      grund: 'forvaltare',
      nar: nu,
    });
  const page = (
    <NodatkomstPage ram={request.sidram()} {...{ nu, partens }} oppna={oppnar ? { ...form, egna } : undefined} />
  );
  response.status(status).send(renderPage(page));
}

const VARFOR = 'Skriv varför du behöver läsa ärendet nu.';

const regler = z.object({
  nummer: text('Skriv ärendets nummer.', MAX.rad),
  // one sign is no reason
  skal: text(VARFOR).refine((skal) => /\p{L}{2}/u.test(skal), { error: VARFOR }),
});

/** An ärende that does not exist and one that her part has no part in are told alike. */
const OKANT = 'Det finns inget ärende med det numret som din organisation deltar i. Kontrollera numret.';

async function receive(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { prisma, klocka } = deps;
  const person = inloggad(request);
  if (!holds(person, 'nodatkomst')) throw problem(403);
  const fields = formFields(request);
  const svar = answersOf(fields, ['beslutId']);
  const id = ett(fields, 'beslutId');
  if (!UUID.test(id)) throw problem(400);
  const last = read(regler, svar);
  if (!last.ok) return show(deps, request, response, { id, svar, errors: last.errors }, 422);
  const nu = await klocka.now();
  const nummer = nummerOf(last.varde.nummer) ?? '';
  const atkomst = await findArendeatkomst(prisma, nummer);
  // that of a protected person is there for those named in it alone, and told like one that does not exist
  const part = atkomst && !atkomst.relation.skydd && (await partFor(deps, person, atkomst, nu));
  if (!atkomst || !part) {
    noteraFrammandeVal(atkomst?.id);
    return show(deps, request, response, { id, svar, errors: { nummer: [OKANT] } }, 422);
  }
  if (rattTill(person, 'las_arende', atkomst.relation, dayOf(nu))) {
    await setFlash(request, { slag: 'info', text: 'Du får redan läsa ärendet. Ingen nödåtkomst behövs.' });
    return response.redirect(303, `/arenden/${nummer}`);
  }
  const ny = { id, arendeId: atkomst.id, av: person.id, part, skal: last.varde.skal, nu: nu.toISOString() };
  await oppnaNodatkomst(prisma, ny);
  response.redirect(303, `/arenden/${nummer}`);
}

const partFor = async ({ prisma }: AppDeps, person: InloggadAnvandare, atkomst: Arendeatkomst, nu: Date) =>
  nodatkomstpart(person.roller, await readArendeparter(prisma, atkomst, person.verksamhet.id, dayOf(nu)));

async function end({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const { id } = request.params;
  if (typeof id !== 'string' || !UUID.test(id)) throw problem(404);
  const nu = (await klocka.now()).toISOString();
  const ended = await avslutaNodatkomst(prisma, { id, av: inloggad(request).id, nu });
  if (ended === undefined) throw problem(404);
  await setFlash(
    request,
    ended
      ? { slag: 'success', text: 'Nödåtkomsten är avslutad.' }
      : { slag: 'info', text: 'Nödåtkomsten var redan slut.' },
  );
  response.redirect(303, NODATKOMST);
}
