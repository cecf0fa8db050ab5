import { Router, type Request, type Response } from 'express';
import {
  sattFor,
  standardsatt,
  valbara,
  type Aviseringssatt,
  type Aviseringsslag,
} from '../../domain/aviseringsval.js';
import { answersOf, ett } from '../beslut/formular.js';
import type { FaltFel } from '../components/form/felsammanfattning.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { AVISERINGAR, AviseringarPage, valjbara } from '../pages/sidor/aviseringar.js';
import { readAviseringsval } from '../queries/aviseringsval.js';
import { sparaAviseringsval } from '../records/aviseringsval.js';

/** `/mig/aviseringar`: what a person is told of by mail, and how; her own choice, within what her roles demand. */
export function aviseringRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get(AVISERINGAR, requireLogin, async (request, response) => {
    const valt = await readAviseringsval(deps.prisma, inloggad(request).id);
    const roller = rollerOf(request);
    const satt = Object.fromEntries(
      valjbara(roller).map((slag) => [slag, sattFor(slag, { roller, valt: valt[slag] })]),
    );
    show(request, response, satt, {});
  });
  router.post(AVISERINGAR, requireLogin, (request, response) => receive(deps, request, response));
  return router;
}

/** The roles that what she is told of goes by: a seat in a team is one. */
const rollerOf = (request: Request): string[] => {
  const { roller, team } = inloggad(request);
  return [...roller.map(({ roll }) => roll as string), ...(team.length > 0 ? ['teamrepresentant'] : [])];
};

const show = (request: Request, response: Response, satt: Record<string, string>, errors: FaltFel): void => {
  response.send(
    renderPage(<AviseringarPage ram={request.sidram()} roller={rollerOf(request)} satt={satt} errors={errors} />),
  );
};

async function receive({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const svar = answersOf(formFields(request), []);
  const roller = rollerOf(request);
  const valda = valjbara(roller).map((slag) => [slag, ett(svar, slag) || standardsatt(slag)] as const);
  const isPossible = (slag: Aviseringsslag, satt: string): satt is Aviseringssatt =>
    valbara(slag, roller).some((one) => one === satt);
  const errors: FaltFel = Object.fromEntries(
    valda
      .filter(([slag, satt]) => !isPossible(slag, satt))
      .map(([slag]) => [slag, ['Välj ett av sätten i listan. Det du hade valt finns inte för din roll.']]),
  );
  if (Object.keys(errors).length > 0) {
    response.status(422);
    return show(request, response, Object.fromEntries(valda), errors);
  }
  const valen = Object.fromEntries(valda) as Record<Aviseringsslag, Aviseringssatt>;
  await sparaAviseringsval(prisma, { anvandareId: inloggad(request).id, valen, nu: await klocka.now() });
  await setFlash(request, { slag: 'success', text: 'Dina val är sparade. De gäller det som händer från och med nu.' });
  response.redirect(303, AVISERINGAR);
}
