import { Router, type Request, type Response } from 'express';
import { renderToString } from 'preact-render-to-string';
import { dayOf } from '../../domain/kalender/tid.js';
import { farVisas, sidvisningar } from '../../domain/oppen-sida.js';
import type { AppDeps } from '../deps.js';
import { Listdel, Listhuvud, LISTHUVUD } from '../pages/uppgifter/sida.js';
import type { InloggadAnvandare } from '../login/current-user.js';
import { logEgna } from '../records/logg.js';
import { lasFraga } from '../uppgifter/fraga.js';
import { readUppgiftslista, stampelOf, type Uppgiftslista } from '../uppgifter/lista.js';
import { findArendeatkomster } from '../queries/arenderelation.js';
import { sidaOf, textOf } from './listfraga.js';

/**
 * `/puls`: what pages ask by themselves while they are open, and nothing else. It reads and never marks anything as seen;
 * every request to it is sent with the mark of `I_BAKGRUNDEN`, so it does not keep a session alive. Whoever tells
 * acting from watching need know this address alone.
 *
 * The numbers come as an event (`HX-Trigger`) with every answer; a list that is looked at, `?lista=<its query>`, comes as
 * a part of its page when it differs from the one whose `stampel` the page has. A page of an ärende says what it shows of
 * it, and is told when its reader has lost the right to that. Who is logged out meanwhile is told so and
 * is not sent to the login: her page may hold a form that is half written.
 */
export function pulsRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get('/puls', (request, response) => answer(deps, request, response));
  return router;
}

async function answer(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const { anvandare, uppgiftsantal } = request;
  if (!anvandare || !uppgiftsantal) return nothing(response, { utloggad: true });
  const { mina, olasta } = uppgiftsantal;
  if (!(await mayShow(deps, anvandare, request.query))) return nothing(response, { borta: true });
  const asked = textOf(request.query['lista']);
  if (asked === undefined) return nothing(response, { mina, olasta });
  const lista = await readAsked(deps, anvandare, asked);
  if (stampelOf(lista) === textOf(request.query['stampel'])) return nothing(response, { mina, olasta });
  await logEgna(deps.prisma, anvandare.id, await deps.klocka.now(), 'uppgifter');
  const csrf = request.formToken();
  response.set('HX-Trigger', JSON.stringify({ puls: { mina, olasta, lista: true } }));
  response.type('html').send(
    renderToString(
      <>
        <Listdel lista={lista} csrf={csrf} sedda={uppgiftsantal.sedda} />
        <div id={LISTHUVUD} hx-swap-oob="innerMorph">
          <Listhuvud lista={lista} />
        </div>
      </>,
    ),
  );
}

/** More than any page shows. */
const MOST_ARENDEN = 50;

/** Whether what the page shows of an ärende, `?arende=<numbers>&visar=<what>`, may still be shown to her. */
async function mayShow(
  { prisma, klocka }: AppDeps,
  anvandare: InloggadAnvandare,
  query: Request['query'],
): Promise<boolean> {
  const visning = sidvisningar.find((one) => one === query['visar']);
  const nummer = textOf(query['arende']);
  if (visning === undefined || nummer === undefined) return true;
  const nu = await klocka.now();
  const asked = [...new Set(nummer.split(',', MOST_ARENDEN))];
  const found = await findArendeatkomster(prisma, asked, nu);
  return (
    found.length === asked.length && found.every(({ relation }) => farVisas(visning, anvandare, relation, dayOf(nu)))
  );
}

const nothing = (response: Response, puls: Readonly<Record<string, number | boolean>>): void => {
  response.set('HX-Trigger', JSON.stringify({ puls })).status(204).end();
};

async function readAsked(
  { prisma, klocka }: AppDeps,
  anvandare: InloggadAnvandare,
  asked: string,
): Promise<Uppgiftslista> {
  const query = new URLSearchParams(asked);
  const sida = sidaOf(query.get('sida') ?? undefined);
  return readUppgiftslista(prisma, anvandare, lasFraga(query), sida, dayOf(await klocka.now()));
}
