import { Router, type Request, type Response } from 'express';
import { dayOf, isDag } from '../../domain/kalender/tid.js';
import type { Fordelningsslag } from '../../domain/tilldelning.js';
import { answersOf, ett, type Svar } from '../beslut/formular.js';
import { MAX } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash, type Flash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { FordelaPage, type Forhandsvisning } from '../pages/uppgifter/fordela.js';
import { kvittoFor } from '../pages/uppgifter/kvitto.js';
import { lasFordelbara, type Lastuppgift } from '../queries/fordelbar.js';
import { mottagareFor } from '../queries/uppgiftsmottagare.js';
import { funnaUppgifter } from '../queries/uppgiftsurval.js';
import { logEgna } from '../records/logg.js';
import { bedom, readFordelning, type Bedomd, type Bestallning } from '../records/uppgift/bedom.js';
import { fordela } from '../records/uppgift/fordela.js';
import { lasFraga, listadress, queryOf } from '../uppgifter/fraga.js';

const UPPGIFT = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\/\d{1,6}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const ARENDE = /^\/arenden\/[A-Z]{2,12}-\d{4}-\d{1,6}$/;
const OWN_FIELDS: readonly string[] = ['slag', 'id', 'ids', 'alla', 'fraga', 'ater'];

/** So many tasks can be moved in one decision: more would hold their ärenden for longer than anybody waits. */
export const MOST_UPPGIFTER = 2000;

/**
 * `/uppgifter/ta`, `/uppgifter/fordela`: taking, giving, handing back and putting aside tasks. Nothing of it decides
 * anything, and none of it passes the engine.
 */
export function fordelningRoutes(deps: AppDeps): Router {
  const router = Router();
  router.post('/uppgifter/ta', requireLogin, (request, response) => takeOne(deps, request, response));
  router.post('/uppgifter/fordela', requireLogin, (request, response) => show(deps, request, response));
  router.post('/uppgifter/fordela/beslut', requireLogin, (request, response) => decide(deps, request, response));
  // a page that was sent for and is loaded anew has nothing chosen
  router.get(['/uppgifter/fordela', '/uppgifter/fordela/beslut'], requireLogin, (_request, response) =>
    response.redirect(303, '/uppgifter'),
  );
  return router;
}

const SLAG: Readonly<Record<Fordelningsslag, true>> = { ta: true, ge: true, lamna: true, vila: true, ta_fram: true };

function slagOf(fields: Svar): Fordelningsslag {
  const slag = ett(fields, 'slag');
  if (!Object.hasOwn(SLAG, slag)) throw problem(400);
  return slag as Fordelningsslag;
}

/** The pages that show tasks are gone back to, and no others. */
function aterOf(fields: Svar): string {
  const ater = ett(fields, 'ater');
  if (ater === '/' || ater === '/dagen' || ARENDE.test(ater)) return ater;
  if (!ater.startsWith('/uppgifter?')) return '/uppgifter';
  const query = queryOf(ater);
  const sida = Number(query.get('sida'));
  return listadress(lasFraga(query), Number.isInteger(sida) && sida > 1 ? sida : undefined);
}

/** The chosen tasks: the ticked ones, those that a page before was about, or everything that the list's question finds. */
async function idsOf({ prisma }: AppDeps, request: Request, idag: string): Promise<string[]> {
  const fields = formFields(request);
  if (ett(fields, 'alla') === 'ja')
    return funnaUppgifter(
      prisma,
      inloggad(request),
      lasFraga(new URLSearchParams(ett(fields, 'fraga'))),
      idag,
      MOST_UPPGIFTER + 1,
    );
  const given = [fields['id'] ?? []].flat().concat(ett(fields, 'ids').split(/\s+/));
  return [...new Set(given)].filter((id) => UPPGIFT.test(id));
}

const INGET_VALT = 'Välj minst en uppgift: kryssa i rutan framför den, eller välj alla i urvalet.';
const FOR_MANGA = `Välj högst ${MOST_UPPGIFTER} uppgifter åt gången. Filtrera listan och ta en del i taget.`;

const stop = async (request: Request, response: Response, ater: string, flash: Flash): Promise<void> => {
  await setFlash(request, flash);
  response.redirect(303, ater);
};

async function takeOne({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const fields = formFields(request);
  const slag = slagOf(fields);
  const id = ett(fields, 'id');
  if (!UPPGIFT.test(id) || slag === 'ge' || slag === 'vila') throw problem(400);
  const nu = await klocka.now();
  const utfall = await fordela(prisma, { av: inloggad(request), ids: [id], fordelning: { slag }, nu });
  const [nekad] = utfall.nekade;
  if (utfall.gjorda.length + utfall.nekade.length === 0) throw problem(404);
  const KVITTO = { ta: 'Du har tagit', lamna: 'Du har lämnat tillbaka', ta_fram: 'Du har tagit fram' } as const;
  await stop(
    request,
    response,
    aterOf(fields),
    nekad
      ? { slag: 'error', text: `${nekad.nummer}: ${nekad.hinder.mening}` }
      : { slag: 'success', text: `${KVITTO[slag]} uppgiften.` },
  );
}

/** What is asked for, when everything that it needs is answered; otherwise what is missing. */
function bestalld(slag: Fordelningsslag, svar: Svar): Bestallning['fordelning'] | FaltFel {
  if (slag !== 'ge' && slag !== 'vila') return { slag };
  const fel: Record<string, string[]> = {};
  const till = ett(svar, 'till');
  const dag = ett(svar, 'dag').trim();
  const over = ett(svar, 'not').length - MAX.rad;
  if (slag === 'ge' && !UUID.test(till)) fel['till'] = ['Välj vem som ska få uppgifterna.'];
  if (slag === 'vila' && !isDag(dag))
    fel['dag'] = ['Ange vilken dag de ska komma tillbaka. Skriv datumet som ÅÅÅÅ-MM-DD.'];
  if (over > 0) fel['not'] = [`Korta texten med ${over} tecken. Den får ha högst ${MAX.rad} tecken.`];
  if (Object.keys(fel).length > 0) return fel;
  return slag === 'ge' ? { slag, till } : { slag, till: dag };
}

const isBestalld = (given: Bestallning['fordelning'] | FaltFel): given is Bestallning['fordelning'] =>
  typeof given['slag'] === 'string';

/** Reasons with the tasks that each holds back, the one of most tasks first. */
function forhandsvisning(bedomda: readonly Bedomd[]): Forhandsvisning {
  const skal = new Map<string, Lastuppgift[]>();
  for (const { rad, hindrad } of bedomda)
    if (hindrad) skal.set(hindrad.mening, [...(skal.get(hindrad.mening) ?? []), rad]);
  return {
    flyttas: bedomda.filter(({ hindrad }) => hindrad === undefined).map(({ rad }) => rad),
    nekas: [...skal].map(([mening, rader]) => ({ mening, rader })).toSorted((a, b) => b.rader.length - a.rader.length),
  };
}

async function show(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { prisma, klocka } = deps;
  const fields = formFields(request);
  const slag = slagOf(fields);
  const person = inloggad(request);
  const nu = await klocka.now();
  const idag = dayOf(nu);
  const fraga = lasFraga(new URLSearchParams(ett(fields, 'fraga')));
  const ater = ett(fields, 'ater') === '' ? listadress(fraga) : aterOf(fields);
  const ids = await idsOf(deps, request, idag);
  if (ids.length > MOST_UPPGIFTER) return stop(request, response, ater, { slag: 'error', text: FOR_MANGA });
  const seen = bedom(person, undefined, await lasFordelbara(prisma, ids, idag), idag).map(({ rad }) => rad);
  if (seen.length === 0) return stop(request, response, ater, { slag: 'error', text: INGET_VALT });

  const svar = answersOf(fields, OWN_FIELDS);
  const given = bestalld(slag, svar);
  // the list itself asks nothing: what is missing is told only to who has seen the questions
  const asked = 'till' in fields || 'dag' in fields;
  const fordelning = isBestalld(given) ? await readFordelning(prisma, given, idag) : undefined;
  await logEgna(prisma, person.id, nu, 'fordela');
  const page = (
    <FordelaPage
      ram={request.sidram()}
      {...{ idag, slag, rader: seen, svar, ater }}
      mottagare={slag === 'ge' ? await mottagareFor(prisma, seen, idag) : []}
      errors={asked && !isBestalld(given) ? given : {}}
      forhand={isBestalld(given) ? forhandsvisning(bedom(person, fordelning, seen, idag)) : undefined}
    />
  );
  response.status(asked && !isBestalld(given) ? 422 : 200).send(renderPage(page));
}

async function decide(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const fields = formFields(request);
  const slag = slagOf(fields);
  const nu = await deps.klocka.now();
  const ids = await idsOf(deps, request, dayOf(nu));
  const svar = answersOf(fields, OWN_FIELDS);
  const fordelning = bestalld(slag, svar);
  if (!isBestalld(fordelning) || ids.length === 0 || ids.length > MOST_UPPGIFTER) throw problem(400);
  const not = ett(svar, 'not').trim() || undefined;
  const utfall = await fordela(deps.prisma, { av: inloggad(request), ids, fordelning, not, nu });
  await stop(request, response, aterOf(fields), kvittoFor(slag, utfall, ett(svar, 'dag')));
}
