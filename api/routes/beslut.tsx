import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { Sidvisning } from '../../domain/oppen-sida.js';
import type { AppDeps } from '../deps.js';
import { answersOf, ett, type Beslutsformular, type Formularunderlag, type Svar } from '../beslut/formular.js';
import { arFattat, fatta, type Utgang } from '../beslut/fatta.js';
import { formularFor, hinderForAny } from '../beslut/index.js';
import { openBeslut, readUnderlag, type OppnatBeslut } from '../beslut/oppna.js';
import { check } from '../../domain/beslut/index.js';
import { beslutsgrund } from '../../domain/beslutsgrund.js';
import type { Hinder } from '../../domain/hinder.js';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import { HINDER_FOR_REMITTENTEN, HINDER_UTAN_INSYN } from '../../domain/remittentens-insyn.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { BeslutPage, type Formularlage } from '../pages/arende/beslut.js';
import { hinderIOrd } from '../pages/arende/mening.js';
import type { Arendehuvud } from '../queries/arende.js';
import { logRead } from '../records/logg.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** Fields that belong to the form and not to the answers. */
const OWN_FIELDS: readonly string[] = ['beslutId', 'version'];

/** What one request about a decision works with. */
interface Arende {
  readonly deps: AppDeps;
  readonly request: Request;
  readonly response: Response;
  readonly oppnat: OppnatBeslut;
  readonly formular: Beslutsformular;
  readonly arende: Arendehuvud;
  readonly underlag: Formularunderlag;
}

interface Visning {
  readonly status: 200 | 409 | 422 | 500 | 503;
  readonly svar: Svar;
  readonly errors?: FaltFel;
  readonly lage: Formularlage;
  readonly beslutId: string;
  /** The version that the form was first shown at, when it is shown again; otherwise the case's own. */
  readonly sedd?: number | undefined;
}

async function open(deps: AppDeps, request: Request, response: Response): Promise<Arende> {
  const { nummer, typ } = request.params;
  const oppnat = await openBeslut(deps, inloggad(request), String(nummer), String(typ));
  const formular = formularFor(oppnat.typ);
  return { deps, request, response, oppnat, formular, ...(await readUnderlag(deps, oppnat, refOf(request))) };
}

/** What the address says that the decision is about. */
const refOf = ({ query: { ref } }: Request): string | undefined =>
  typeof ref === 'string' && UUID.test(ref) ? ref : undefined;

/** The meeting that the form was opened from: there the person goes on when done. Its own page asks whether she may. */
const tillbakaOf = ({ query: { mote } }: Request): string | undefined =>
  typeof mote === 'string' && UUID.test(mote) ? `/moten/${mote}` : undefined;

/** What of the ärende a form shows, by how its reader reads. */
const VISNING = {
  las_arende: 'arende',
  las_remiss: 'remiss',
  las_atgard: 'atgard',
  las_lyft: 'lyft',
} as const satisfies Record<OppnatBeslut['lasning'], Sidvisning>;

/** Why a decision could not be taken, as far as this person may know. */
function meningFor({ insyn, utanPerson }: OppnatBeslut, hinder: Hinder): string {
  if (insyn) return HINDER_FOR_REMITTENTEN;
  return utanPerson && hinder.kod === 'fel_fas' ? HINDER_UTAN_INSYN : hinderIOrd(hinder);
}

/** The trace first: the page names the person. */
async function show(one: Arende, { status, svar, errors = {}, lage, beslutId, sedd }: Visning): Promise<void> {
  const { deps, request, response, oppnat, formular, arende, underlag } = one;
  await logRead(deps.prisma, {
    av: oppnat.person.id,
    handling: oppnat.lasning,
    arendeId: oppnat.atkomst.id,
    grund: oppnat.grund,
    istalletFor: oppnat.istalletFor,
    nar: oppnat.nu,
    data: { beslut: oppnat.typ },
  });
  if (status === 503) response.set('Retry-After', '30');
  const page = BeslutPage({
    formular,
    arende,
    underlag,
    svar,
    errors,
    lage,
    beslutId,
    version: sedd ?? arende.lage.version,
    hem: oppnat.hem,
    tillbaka: tillbakaOf(request),
    utanPerson: oppnat.utanPerson ?? false,
    visning: VISNING[oppnat.lasning],
    ram: request.sidram(),
  });
  response.status(status).send(renderPage(page));
}

async function showEmpty(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const one = await open(deps, request, response);
  const { formular, underlag, oppnat } = one;
  const beslutId = randomUUID();
  const hinder = hinderForAny(oppnat.typ, underlag);
  if (hinder)
    return show(one, {
      status: 409,
      svar: {},
      lage: { slag: 'stangt', mening: meningFor(oppnat, hinder) },
      beslutId,
    });
  return show(one, { status: 200, svar: formular.forval?.(underlag) ?? {}, lage: { slag: 'ifyllning' }, beslutId });
}

async function receive(deps: AppDeps, request: Request, response: Response): Promise<void> {
  const one = await open(deps, request, response);
  const { oppnat, formular, underlag, arende } = one;
  const fields = formFields(request);
  const svar = answersOf(fields, OWN_FIELDS);
  const beslutId = ett(fields, 'beslutId');
  if (!UUID.test(beslutId)) throw problem(400);
  const sedd = versionOf(fields);
  // Sent twice: the first has moved the case, so that the second could not even be read any longer.
  const same = { id: beslutId, arendeId: oppnat.atkomst.id, typ: oppnat.typ, av: oppnat.person.id, nar: oppnat.nu };
  if (await arFattat(deps.prisma, same))
    return answer(one, { slag: 'fattat' }, svar, fields, 'Beslutet är registrerat.');

  const tolkning = formular.tolka(svar, underlag);
  const hinder = hinderForAny(oppnat.typ, underlag);
  // What cannot be decided at all any longer is not worth mending field by field; a form sent twice still gets its answer.
  if (!tolkning.ok && hinder) return refuse(one, svar, hinder, fields);
  if (!tolkning.ok)
    return show(one, { status: 422, svar, errors: tolkning.errors, lage: { slag: 'fel' }, beslutId, sedd });

  const beslut: Beslut = {
    id: beslutId,
    typ: oppnat.typ,
    av: oppnat.person.id,
    dag: oppnat.idag,
    data: tolkning.data,
    ...(sedd === undefined ? {} : { sedd }),
  };
  const refused = check(arende.lage, beslut);
  const field = refused && formular.hinderfalt?.[refused.kod];
  if (refused && field)
    return show(one, {
      status: 422,
      svar,
      errors: { [field]: [hinderIOrd(refused)] },
      lage: { slag: 'fel' },
      beslutId,
      sedd,
    });

  const { grund, istalletFor } =
    beslutsgrund(oppnat.person, beslut, arende.lage, oppnat.atkomst.relation, oppnat.idag) ?? oppnat;
  const utgang = await fatta(deps, oppnat.atkomst.id, beslut, tolkning.formular, oppnat.nu, { grund, istalletFor });
  return answer(one, utgang, svar, fields, await kvittoFor(one, utgang, formular.kvitto(tolkning.data)));
}

/** What the person is told of a decision that was taken; where it depends on what followed, the case is read anew. */
async function kvittoFor({ deps, oppnat, formular }: Arende, { slag }: Utgang, kvitto: string): Promise<string> {
  if (slag !== 'fattat' || !formular.kvittoEfter) return kvitto;
  const { underlag } = await readUnderlag(deps, oppnat);
  return formular.kvittoEfter(underlag) ?? kvitto;
}

/** The case's version that the form was opened at. */
function versionOf(fields: Svar): number | undefined {
  const text = ett(fields, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

async function answer(one: Arende, utgang: Utgang, svar: Svar, fields: Svar, kvitto: string): Promise<void> {
  const { deps, request, response, oppnat } = one;
  switch (utgang.slag) {
    case 'fattat':
      await setFlash(request, { slag: 'success', text: kvitto });
      response.redirect(303, tillbakaOf(request) ?? oppnat.hem);
      return;
    case 'inte_registrerat':
      return show(one, {
        status: 503,
        svar,
        lage: { slag: 'inte_registrerat' },
        beslutId: ett(fields, 'beslutId'),
        sedd: versionOf(fields),
      });
    case 'oskrivbart':
      // the case answers the old id with the same fault for ever
      return show(one, { status: 500, svar, lage: { slag: 'oskrivbart' }, beslutId: randomUUID() });
    case 'hindrat':
      // read anew: what stands in the way has happened since
      return refuse({ ...one, ...(await readUnderlag(deps, oppnat, refOf(request))) }, svar, utgang.hinder, fields);
    case 'frammande':
      throw problem(400);
  }
}

/**
 * Tells why a decision was not taken. A decision that was refused is over: the form gets a new id, because the case
 * answers the old one with the same refusal for ever.
 */
function refuse(one: Arende, svar: Svar, hinder: Hinder, fields: Svar): Promise<void> {
  const { formular, oppnat, underlag } = one;
  const mojligt = hinderForAny(oppnat.typ, underlag) === undefined;
  const field = mojligt ? formular.hinderfalt?.[hinder.kod] : undefined;
  const visning = { status: 409, svar, beslutId: randomUUID() } as const;
  if (field) return show(one, { ...visning, errors: { [field]: [hinderIOrd(hinder)] }, lage: { slag: 'fel' } });
  const sedanVersion = versionOf(fields) ?? 0;
  return show(one, { ...visning, lage: { slag: 'hindrat', mening: meningFor(oppnat, hinder), mojligt, sedanVersion } });
}

/** `/arenden/<nr>/beslut/<typ>`: the form of each kind of decision, and the taking of it. */
export function beslutRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get('/arenden/:nummer/beslut/:typ', requireLogin, (request, response) => showEmpty(deps, request, response));
  router.post('/arenden/:nummer/beslut/:typ', requireLogin, (request, response) => receive(deps, request, response));
  return router;
}
