import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import type { VNode } from 'preact';
import { z } from 'zod';
import { anteckningstradar, forTeamet, type Anteckningstrad } from '../../domain/anteckning.js';
import { anteckningslasare, kontaktsatt } from '../../domain/koder.js';
import { answersOf, ett, type Svar } from '../beslut/formular.js';
import { dag, kod, read, text, valfriKod } from '../beslut/regler.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { requireLogin } from '../login/current-user.js';
import { AnteckningarPage, anteckningsadress, type Anteckningslage } from '../pages/arende/anteckningar.js';
import { AnteckningsutskriftPage } from '../pages/arende/anteckningsutskrift.js';
import type { Arendevy } from '../pages/arende/vy.js';
import { readAnteckningar, type LastAnteckning } from '../queries/anteckningar.js';
import { sparaAnteckning } from '../records/anteckning.js';
import { arendeview } from './arendeview.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const OWN_FIELDS: readonly string[] = ['beslutId', 'rattar'];

/** `/arenden/<nr>/anteckningar`: reading and writing notes, the most frequent act of all (design 2.7). */
export function anteckningRoutes(deps: AppDeps): Router {
  const { prisma } = deps;
  const router = Router();
  const readTradar = async (vy: Arendevy): Promise<Anteckningstrad<LastAnteckning>[]> => {
    const tradar = anteckningstradar(await readAnteckningar(prisma, vy.arende.id));
    return vy.laserHela ? tradar : forTeamet(tradar);
  };
  router.get(
    '/arenden/:nummer/anteckningar',
    requireLogin,
    arendeview(
      deps,
      async (vy, request) => {
        const tradar = await readTradar(vy);
        const lage = maySkriva(vy) ? emptyForm(vy, tradar, request.query['ratta']) : undefined;
        return AnteckningarPage({ vy, tradar, lage, ram: request.sidram() });
      },
      'anteckningar',
    ),
  );
  router.get(
    '/arenden/:nummer/anteckningar/utskrift',
    requireLogin,
    arendeview(
      deps,
      async (vy, request) => AnteckningsutskriftPage({ vy, tradar: await readTradar(vy), ram: request.sidram() }),
      'anteckningsutskrift',
    ),
  );
  router.post(
    '/arenden/:nummer/anteckningar',
    requireLogin,
    arendeview(
      deps,
      async (vy, request, response) => {
        if (!vy.skriver) throw problem(404);
        if (!maySkriva(vy)) throw problem(409, 'Anteckningar i insatsen förs i eget verksamhetssystem. Skriv den där.');
        return receive(deps, vy, await readTradar(vy), request, response);
      },
      'anteckningar',
    ),
  );
  return router;
}

const maySkriva = ({ skriver, arende }: Arendevy): boolean =>
  skriver !== undefined && !arende.profil.forsIEgetSystem?.includes('anteckning');

/** A new note about today; or, to be corrected, one that stands. */
function emptyForm(
  { idag }: Arendevy,
  tradar: readonly Anteckningstrad<LastAnteckning>[],
  ratta: unknown,
): Anteckningslage {
  const rattad = tradar.find(({ gallande }) => gallande.id === ratta)?.gallande;
  const svar: Svar = rattad
    ? { text: rattad.text, datum: rattad.datum, satt: rattad.satt ?? '', lasare: rattad.lasare }
    : { datum: idag, lasare: 'insatsen' };
  return { id: randomUUID(), svar, errors: {}, rattar: rattad?.id };
}

const schemaFor = (idag: string) =>
  z.object({
    text: text('Skriv anteckningen.'),
    datum: dag('Ange vilken dag anteckningen gäller.').refine((datum) => !(datum > idag), {
      error: 'Ange dagens datum eller ett tidigare. Det som ska göras senare skriver du som en egen uppgift.',
    }),
    satt: valfriKod(kontaktsatt, 'Välj hur kontakten togs.'),
    lasare: kod(anteckningslasare, 'Välj vem som får läsa anteckningen.'),
  });

async function receive(
  deps: AppDeps,
  vy: Arendevy,
  tradar: readonly Anteckningstrad<LastAnteckning>[],
  request: Request,
  response: Response,
): Promise<VNode | undefined> {
  const fields = formFields(request);
  const svar = answersOf(fields, OWN_FIELDS);
  const id = ett(fields, 'beslutId');
  if (!UUID.test(id)) throw problem(400);
  const rattar = rattadOf(tradar, ett(fields, 'rattar'));
  const last = read(schemaFor(vy.idag), svar);
  if (!last.ok) {
    response.status(422);
    return AnteckningarPage({ vy, tradar, lage: { id, svar, errors: last.errors, rattar }, ram: request.sidram() });
  }
  const utfall = await sparaAnteckning(deps.prisma, {
    ...last.varde,
    id,
    arendeId: vy.arende.id,
    av: vy.personId,
    ...vy.skriver,
    ersatterId: rattar,
    nu: new Date(vy.nu),
  });
  if (utfall === 'rattad') return refused(vy, tradar, { id, svar }, request, response);
  await setFlash(request, {
    slag: 'success',
    text: rattar === undefined ? 'Anteckningen är sparad.' : 'Rättelsen är sparad.',
  });
  response.redirect(303, anteckningsadress(vy.arende.nummer));
  return undefined;
}

/** The corrected note, when it is one of this ärende's. @throws HttpProblem 400 for any other */
function rattadOf(tradar: readonly Anteckningstrad<LastAnteckning>[], rattar: string): string | undefined {
  if (rattar === '') return undefined;
  const known = tradar.some(({ gallande, tidigare }) => [gallande, ...tidigare].some(({ id }) => id === rattar));
  if (!known) throw problem(400);
  return rattar;
}

/** Somebody else corrected the same note first: what was typed stays, as a correction of what stands now. */
function refused(
  vy: Arendevy,
  tradar: readonly Anteckningstrad<LastAnteckning>[],
  { id, svar }: Pick<Anteckningslage, 'id' | 'svar'>,
  request: Request,
  response: Response,
): VNode {
  const rattar = tradar.find(({ tidigare }) => tidigare.some((one) => one.id === ett(formFields(request), 'rattar')));
  response.status(409);
  const errors = { text: ['Någon annan har rättat anteckningen. Jämför med det som står nu och spara igen.'] };
  return AnteckningarPage({
    vy,
    tradar,
    lage: { id, svar, errors, rattar: rattar?.gallande.id },
    ram: request.sidram(),
  });
}
