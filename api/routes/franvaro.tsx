import { randomUUID } from 'node:crypto';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Hinder } from '../../domain/hinder.js';
import { answersOf, ett, type Svar } from '../beslut/formular.js';
import { dag, enAv, read, valfriAv } from '../beslut/regler.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { EGEN_FRANVARO, EgenFranvaroPage } from '../pages/franvaro/egen.js';
import { hinderIOrd } from '../pages/arende/mening.js';
import { readErsattarval, readFranvaro, type Ersattarval, type Franvarorad } from '../queries/franvaro.js';
import { andraFranvaroslut } from '../records/franvaro/andra-slut.js';
import type { Franvaroarbete } from '../records/franvaro/franvarande.js';
import { laggTillFranvaro } from '../records/franvaro/lagg-till.js';
import { stallaErsattare } from '../records/franvaro/stalla-ersattare.js';
import { taTillbakaFranvaro } from '../records/franvaro/ta-tillbaka.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What is shown when nothing, or something wrong, was typed. */
export interface Franvarovisning {
  readonly status: 200 | 422;
  readonly svar: Svar;
  readonly errors: FaltFel;
  readonly nyttId: string;
}

/** Whose absences one request is about: her own, or those of somebody whom a förvaltare administers. */
export interface Franvaroplats {
  readonly anvandareId: string;
  /** Where the forms go. */
  readonly adress: string;
  /** Where one comes when done. */
  readonly hem: string;
  /** The people who cannot be chosen: who only administers does not let herself into what is another's. */
  readonly utom: readonly string[];
  show(visning: Franvarovisning): Promise<void>;
}

type Open = (request: Request, response: Response) => Promise<Franvaroplats>;

/** The page as it is opened: nothing typed. */
export const tomFranvaro = (): Franvarovisning => ({ status: 200, svar: {}, errors: {}, nyttId: randomUUID() });

/** What the page of absences shows of a person, and who can stand in for her. */
export async function readFranvarosida(
  { prisma, klocka }: AppDeps,
  anvandareId: string,
  utom: readonly string[],
): Promise<{ franvaro: Franvarorad[]; val: Ersattarval[]; ersattareId: string | undefined }> {
  const idag = dayOf(await klocka.now());
  const [franvaro, { val, ersattareId }] = await Promise.all([
    readFranvaro(prisma, anvandareId, idag),
    readErsattarval(prisma, anvandareId),
  ]);
  return { franvaro, val: val.filter(({ id }) => !utom.includes(id)), ersattareId };
}

/** `/mig/franvaro`: the person's own absences. */
export function egenFranvaroRoutes(deps: AppDeps): Router {
  const router = Router();
  const open: Open = async (request, response) => {
    const person = inloggad(request);
    const utom: string[] = [];
    return {
      anvandareId: person.id,
      adress: EGEN_FRANVARO,
      hem: EGEN_FRANVARO,
      utom,
      async show({ status, ...visning }) {
        const sida = await readFranvarosida(deps, person.id, utom);
        const ersatter = person.ersatter.map(({ namn }) => namn);
        const page = <EgenFranvaroPage ram={request.sidram()} {...{ ersatter, ...sida, ...visning }} />;
        response.status(status).send(renderPage(page));
      },
    };
  };
  router.get(EGEN_FRANVARO, requireLogin, async (request, response) =>
    (await open(request, response)).show(tomFranvaro()),
  );
  mountFranvaro(router, EGEN_FRANVARO, [requireLogin], open, deps);
  return router;
}

/** The forms about a person's absences, below an address: new, another last day, taken back, who is told otherwise. */
export function mountFranvaro(
  router: Router,
  base: string,
  guards: readonly RequestHandler[],
  open: Open,
  deps: AppDeps,
): void {
  const on = (address: string, handle: (deps: AppDeps, plats: Franvaroplats, request: Request) => Promise<Utfall>) =>
    router.post(address, ...guards, async (request, response) => {
      const plats = await open(request, response);
      const utfall = await handle(deps, plats, request);
      if ('visning' in utfall) return plats.show(utfall.visning);
      await setFlash(request, { slag: utfall.slag ?? 'success', text: utfall.text });
      response.redirect(303, plats.hem);
    });
  on(base, add);
  on(`${base}/ersattare`, setErsattare);
  on(`${base}/:franvaroId/slut`, changeEnd);
  on(`${base}/:franvaroId/tillbaka`, takeBack);
}

type Utfall =
  { readonly visning: Franvarovisning } | { readonly text: string; readonly slag?: 'success' | 'error' | undefined };

const wrong = (svar: Svar, errors: FaltFel, nyttId: string = randomUUID()): Utfall => ({
  visning: { status: 422, svar, errors, nyttId },
});

async function arbete({ klocka }: AppDeps, { anvandareId }: Franvaroplats, request: Request): Promise<Franvaroarbete> {
  const nar = await klocka.now();
  return { av: inloggad(request).id, anvandareId, nar, idag: dayOf(nar) };
}

/** Which field mends what the rules refuse. */
const HINDERFALT: Readonly<Record<string, string>> = {
  bakat: 'fran',
  for_langt_fram: 'fran',
  krockar: 'fran',
  slut_fore_start: 'till',
  for_lang: 'till',
  okand_ersattare: 'ersattare',
};

async function add(deps: AppDeps, plats: Franvaroplats, request: Request): Promise<Utfall> {
  const fields = formFields(request);
  const svar = answersOf(fields, ['beslutId']);
  const id = ett(fields, 'beslutId');
  if (!UUID.test(id)) throw problem(400);
  const { val } = await readFranvarosida(deps, plats.anvandareId, plats.utom);
  const last = read(
    z.object({
      fran: dag('Ange första dagen.'),
      till: dag('Ange sista dagen.'),
      ersattare: enAv(
        val.map((one) => one.id),
        'Välj vem som ersätter.',
      ),
    }),
    svar,
  );
  if (!last.ok) return wrong(svar, last.errors, id);
  const { ersattare: ersattareId, ...period } = last.varde;
  const refused = await laggTillFranvaro(deps.prisma, {
    ...(await arbete(deps, plats, request)),
    ...period,
    id,
    ersattareId,
  });
  if (refused) return wrong(svar, { [HINDERFALT[refused.kod] ?? 'fran']: [hinderIOrd(refused)] });
  return { text: 'Frånvaron är inlagd.' };
}

/** @throws HttpProblem 404 for an absence that is none of the person's, whether it has been taken back or not */
async function ownId({ prisma }: AppDeps, { anvandareId }: Franvaroplats, request: Request): Promise<string> {
  const id = String(request.params['franvaroId']);
  const own = UUID.test(id) && (await prisma.franvaro.count({ where: { id, anvandareId } })) > 0;
  if (!own) throw problem(404);
  return id;
}

async function changeEnd(deps: AppDeps, plats: Franvaroplats, request: Request): Promise<Utfall> {
  const id = await ownId(deps, plats, request);
  const falt = `slut-${id}`;
  const svar = answersOf(formFields(request), []);
  const last = read(z.object({ [falt]: dag('Ange sista dagen.') }), svar);
  if (!last.ok) return wrong(svar, last.errors);
  const till = String(last.varde[falt]);
  const refused = await andraFranvaroslut(deps.prisma, { ...(await arbete(deps, plats, request)), id, till });
  if (refused?.kod === 'borta') return gone(refused);
  return refused ? wrong(svar, { [falt]: [hinderIOrd(refused)] }) : { text: 'Sista dagen är ändrad.' };
}

/** What somebody else has taken away meanwhile cannot be mended in its field. */
const gone = (refused: Hinder): Utfall => ({ slag: 'error', text: hinderIOrd(refused) });

async function takeBack(deps: AppDeps, plats: Franvaroplats, request: Request): Promise<Utfall> {
  const refused = await taTillbakaFranvaro(deps.prisma, {
    ...(await arbete(deps, plats, request)),
    id: await ownId(deps, plats, request),
  });
  return refused ? gone(refused) : { text: 'Frånvaron är borttagen. Uppgifterna går inte längre till ersättaren.' };
}

async function setErsattare(deps: AppDeps, plats: Franvaroplats, request: Request): Promise<Utfall> {
  const svar = answersOf(formFields(request), []);
  const { val } = await readFranvarosida(deps, plats.anvandareId, plats.utom);
  const last = read(
    z.object({
      stadig: valfriAv(
        val.map(({ id }) => id),
        'Välj någon i listan.',
      ),
    }),
    svar,
  );
  if (!last.ok) return wrong(svar, last.errors);
  const refused = await stallaErsattare(deps.prisma, {
    ...(await arbete(deps, plats, request)),
    ersattareId: last.varde.stadig,
  });
  return refused ? wrong(svar, { stadig: [hinderIOrd(refused)] }) : { text: 'Ersättaren är sparad.' };
}
