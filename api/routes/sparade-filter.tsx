import { Router, type Request, type Response } from 'express';
import { ett } from '../beslut/formular.js';
import type { AppDeps } from '../deps.js';
import { formFields } from '../http/csrf.js';
import { problem } from '../http/errors.js';
import { setFlash } from '../http/flash.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { sparaFilter, taBortFilter } from '../records/sparat-filter.js';
import { fragetext, lasFraga, listadress } from '../uppgifter/fraga.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const MOST_NAMN = 40;

/** `/uppgifter/filter`: lists that a person names to come back to; only codes are kept of them, and the name. */
export function sparadeFilterRoutes(deps: AppDeps): Router {
  const router = Router();
  router.post('/uppgifter/filter', requireLogin, (request, response) => save(deps, request, response));
  router.post('/uppgifter/filter/:id/ta-bort', requireLogin, async (request, response) => {
    const { id } = request.params;
    if (typeof id !== 'string' || !UUID.test(id)) throw problem(404);
    if (!(await taBortFilter(deps.prisma, inloggad(request).id, id))) throw problem(404);
    await setFlash(request, { slag: 'success', text: 'Urvalet är borttaget.' });
    response.redirect(303, '/uppgifter');
  });
  return router;
}

async function save({ prisma, klocka }: AppDeps, request: Request, response: Response): Promise<void> {
  const fields = formFields(request);
  // read and written out again: what is kept holds nothing but codes
  const fraga = lasFraga(new URLSearchParams(ett(fields, 'fraga')));
  const namn = ett(fields, 'namn').trim().replaceAll(/\s+/g, ' ');
  const ater = listadress(fraga);
  const fel =
    namn === ''
      ? 'Skriv vad urvalet ska heta.'
      : namn.length > MOST_NAMN
        ? `Korta namnet. Det får ha högst ${MOST_NAMN} tecken.`
        : (
            await sparaFilter(prisma, {
              agareId: inloggad(request).id,
              namn,
              fraga: fragetext(fraga),
              nu: await klocka.now(),
            })
          )?.mening;
  await setFlash(
    request,
    fel === undefined ? { slag: 'success', text: `Urvalet är sparat som ${namn}.` } : { slag: 'error', text: fel },
  );
  response.redirect(303, ater);
}
