import { Router, type Request, type Response } from 'express';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { dayOf, isDag } from '../../domain/kalender/tid.js';
import { sparrackvidd, type Sparrackvidd } from '../../domain/spar/rackvidd.js';
import { handlingarFor } from '../../domain/spar/urval.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { problem } from '../http/errors.js';
import { inloggad, requireLogin, requireRoll } from '../login/current-user.js';
import { LOGG, loggadress, SparPage, type Sokt } from '../pages/spar/sida.js';
import type { Sparsida } from '../queries/spar.js';
import { findLoggatArendeId, readSparval, sokSpar } from '../queries/sparsok.js';
import { logRead } from '../records/logg.js';
import { isBeyondEnd, nummerOf, sidaOf, textOf } from './listfraga.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** How far back is looked when nothing is said: a trace is mostly asked about what has just happened. */
const DAGAR = 7;

/** `/logg`: the trace, for granskare. What is looked for in it is traced itself. */
export function loggRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get(LOGG, requireLogin, requireRoll('granskare'), (request, response) => show(deps, request, response));
  return router;
}

/** The reach of who reads the trace: her own roles, for no ersättare is lent one that reviews. */
export function rackviddOf(request: Request): Sparrackvidd {
  const rackvidd = sparrackvidd(inloggad(request).roller);
  if (!rackvidd) throw problem(403);
  return rackvidd;
}

const uuidOf = (value: unknown): string | undefined => {
  const text = textOf(value);
  return text !== undefined && UUID.test(text) ? text : undefined;
};

function soktOf({ query }: Request, idag: string): Sokt {
  const handling = textOf(query['handling']);
  return {
    nummer: nummerOf(query['nummer']),
    person: uuidOf(query['person']),
    verksamhet: uuidOf(query['verksamhet']),
    handling: handling !== undefined && handlingarFor(handling) ? handling : undefined,
    fran: textOf(query['fran']) ?? svenskKalender.addDays(idag, -DAGAR),
    till: textOf(query['till']) ?? idag,
  };
}

function faultsOf({ fran, till }: Sokt): FaltFel {
  const wrong = (dag: string) => (isDag(dag) ? undefined : ['Skriv datumet som ÅÅÅÅ-MM-DD.']);
  const [ofFran, ofTill] = [wrong(fran), wrong(till)];
  return {
    ...(ofFran && { fran: ofFran }),
    ...(ofTill && { till: ofTill }),
    ...(!ofFran && !ofTill && till < fran && { till: ['Ange samma dag som från och med, eller en senare.'] }),
  };
}

async function show({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const rackvidd = rackviddOf(request);
  const nu = await klocka.now();
  const sokt = soktOf(request, dayOf(nu));
  const errors = faultsOf(sokt);
  const sida = sidaOf(request.query['sida']);
  const arendeId = sokt.nummer === undefined ? undefined : await findLoggatArendeId(prisma, sokt.nummer);
  const saknat = sokt.nummer !== undefined && arendeId === undefined ? sokt.nummer : undefined;
  let spar: Sparsida | undefined;
  if (Object.keys(errors).length === 0 && saknat === undefined) {
    const { fran, till, person: personId, verksamhet: verksamhetId, handling } = sokt;
    spar = await sokSpar(prisma, rackvidd, { fran, till, arendeId, personId, verksamhetId, handling }, sida);
    if (isBeyondEnd(sida, spar.rader)) return response.redirect(303, loggadress(sokt));
    await logRead(prisma, {
      av: inloggad(request).id,
      handling: 'las_logg',
      arendeId,
      grund: 'granskare',
      nar: nu,
      data: {
        fran,
        till,
        sida,
        ...(personId && { anvandare: personId }),
        ...(verksamhetId && { verksamhet: verksamhetId }),
        ...(handling && { urval: handling }),
      },
    });
  }
  const val = await readSparval(prisma, rackvidd);
  response
    .status(Object.keys(errors).length > 0 ? 422 : 200)
    .send(renderPage(<SparPage ram={request.sidram()} {...{ sokt, errors, val, spar, saknat, sida }} />));
}
