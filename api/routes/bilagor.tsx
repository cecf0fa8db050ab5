import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { VNode } from 'preact';
import { rattsgrund, type Rattsgrund } from '../../domain/atkomst.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { oppenForTeamet } from '../../domain/bilaga.js';
import type { Bilageslag } from '../../domain/koder.js';
import type { Spargrund } from '../../domain/spar/handlingar.js';
import { ett } from '../beslut/formular.js';
import { fraganOm, franBeslut } from '../beslut/fran-beslut.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { FILFALT, filesOf } from '../http/uppladdning.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { ARENDETS_SLAG, DokumentPage } from '../pages/arende/dokument.js';
import type { Arendevy } from '../pages/arende/vy.js';
import { findArendeatkomst } from '../queries/arenderelation.js';
import { findBilaga, readBilageinnehall, readDokument, type Bilageplats } from '../queries/dokument.js';
import { sparaBilagor } from '../records/bilaga.js';
import { logRead } from '../records/logg.js';
import { arendeview } from './arendeview.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What the person is told when files are kept. */
export const uppladdadText = (antal: number): string =>
  antal === 1 ? 'Filen är uppladdad.' : `${antal} filer är uppladdade.`;

/** The id of an upload form. @throws HttpProblem 400 when it is none of ours */
export function formularIdOf(request: Request): string {
  const id = ett(formFields(request), 'beslutId');
  if (!UUID.test(id)) throw problem(400);
  return id;
}

/** `/arenden/<nr>/dokument` and `/bilagor/<id>`: the files of a case, and the reading of any file. */
export function bilageRoutes(deps: AppDeps): Router {
  const { prisma } = deps;
  const router = Router();
  router.get(
    '/arenden/:nummer/dokument',
    requireLogin,
    arendeview(deps, async (vy, request) => {
      const dokument = (await readDokument(prisma, vy.arende.id)).filter(
        ({ slag }) => vy.laserHela || oppenForTeamet(slag),
      );
      return DokumentPage({
        vy,
        dokument,
        lage: { formularId: randomUUID(), errors: {} },
        fran: franBeslut(request),
        ram: request.sidram(),
      });
    }),
  );
  router.post(
    '/arenden/:nummer/dokument',
    requireLogin,
    arendeview(deps, (vy, request, response) => receive(deps, vy, request, response)),
  );
  router.get('/bilagor/:id', requireLogin, (request, response) => send(deps, request, response));
  return router;
}

async function receive(
  { prisma }: AppDeps,
  vy: Arendevy,
  request: Request,
  response: Response,
): Promise<VNode | undefined> {
  if (!vy.skriver) throw problem(404);
  const formularId = formularIdOf(request);
  const valt = ett(formFields(request), 'slag');
  const slag = ARENDETS_SLAG.find((one) => one === valt);
  const last = await filesOf(request);
  if ('fel' in last || !slag) {
    const errors: FaltFel = {
      ...(slag ? {} : { slag: ['Välj vad det är för dokument.'] }),
      ...('fel' in last ? { [FILFALT]: last.fel } : { [FILFALT]: ['Välj filerna igen.'] }),
    };
    response.status(422);
    const dokument = await readDokument(prisma, vy.arende.id);
    const lage = { formularId, errors, slag: valt };
    return DokumentPage({ vy, dokument, lage, fran: franBeslut(request), ram: request.sidram() });
  }
  await sparaBilagor(prisma, {
    hem: { arendeId: vy.arende.id },
    slag,
    filer: last.filer,
    av: vy.personId,
    ...vy.skriver,
    formularId,
    nu: new Date(vy.nu),
  });
  await setFlash(request, { slag: 'success', text: uppladdadText(last.filer.length) });
  const fran = franBeslut(request);
  response.redirect(303, `/arenden/${vy.arende.nummer}/dokument${fran ? fraganOm(fran) : ''}`);
  return undefined;
}

/** Sends a file to who may read it; the reading is traced first. @throws HttpProblem 404 for everybody else */
async function send({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const { id } = request.params;
  if (typeof id !== 'string' || !UUID.test(id)) throw problem(404);
  const [plats, nu] = await Promise.all([findBilaga(prisma, id), klocka.now()]);
  if (!plats) throw problem(404);
  const ratt = await rightTo(prisma, request, plats, nu);
  await logRead(prisma, {
    av: inloggad(request).id,
    handling: 'las_bilaga',
    ...ratt,
    nar: nu,
    data: { bilaga: id },
  });
  const { filnamn, typ, innehall } = await readBilageinnehall(prisma, id);
  response.attachment(filnamn).type(typ);
  // whatever a browser makes of it, nothing in it runs
  response.set('Content-Security-Policy', "default-src 'none'; sandbox").send(Buffer.from(innehall));
}

/**
 * The right by which a person reads a file: as the case; the remittent what was sent with her remiss; of a draft only
 * its author.
 */
async function rightTo(
  prisma: AppDeps['prisma'],
  request: Request,
  { slag, avId, nummer, utkastId }: Bilageplats,
  nu: Date,
): Promise<Rattsgrund<Spargrund> & { readonly arendeId?: string }> {
  const person = inloggad(request);
  if (nummer === undefined) {
    if (utkastId === null || avId !== person.id) throw problem(404);
    return { grund: 'egen' };
  }
  const atkomst = await findArendeatkomst(prisma, nummer, nu);
  if (!atkomst) throw problem(404);
  const idag = dayOf(nu);
  const own = slag === ('remiss' satisfies Bilageslag);
  const ratt =
    rattsgrund(person, 'las_arende', atkomst.relation, idag) ??
    (own ? rattsgrund(person, 'las_remiss', atkomst.relation, idag) : undefined);
  if (!ratt || (ratt.grund === 'teamrepresentant' && !oppenForTeamet(slag))) throw problem(404);
  return { arendeId: atkomst.id, ...ratt };
}
