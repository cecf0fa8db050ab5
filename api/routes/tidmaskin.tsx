import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { koder } from '../../domain/koder.js';
import type { AppDeps } from '../deps.js';
import type { Tidmaskin } from '../engine/tidmaskin.js';
import { setFlash } from '../http/flash.js';
import { problem } from '../http/errors.js';
import { requireLogin } from '../login/current-user.js';
import { returnAddress } from '../login/return-address.js';
import { readVantande } from '../queries/tidmaskin.js';
import { resultatText } from '../pages/tidmaskin/resultat.js';
import { hopp, malFor } from '../tidmaskin/hopp.js';
import { resTill } from '../tidmaskin/resa.js';

const form = z.object({ hopp: z.enum(koder(hopp)), sida: z.string().optional() });

/** `POST /tidmaskin`: moves a demo in time and leads back to the page one came from. Only where there is a time machine. */
export function tidmaskinRoutes({ prisma, klocka }: AppDeps, tidmaskin: Tidmaskin): Router {
  const router = Router();
  let onItsWay = false;
  router.post('/tidmaskin', requireLogin, async (request: Request, response: Response) => {
    const given = form.safeParse(request.body);
    if (!given.success) throw problem(404);
    if (onItsWay) {
      await setFlash(request, { slag: 'info', text: 'Tiden spolas redan. Vänta en stund och försök igen.' });
    } else {
      onItsWay = true;
      try {
        await setFlash(request, await jump(given.data.hopp, { prisma, klocka, tidmaskin }));
      } finally {
        onItsWay = false;
      }
    }
    response.redirect(303, returnAddress(given.data.sida));
  });
  return router;
}

async function jump(
  which: z.output<typeof form>['hopp'],
  farkost: Pick<AppDeps, 'prisma' | 'klocka'> & { tidmaskin: Tidmaskin },
) {
  const first = (await readVantande(farkost.prisma, await farkost.klocka.now())).find(({ slag }) => slag === 'arende');
  const mal = malFor(which, await farkost.klocka.now(), first?.vaknar);
  if (!mal) return { slag: 'info', text: 'Inget ärende väntar på något som händer av sig självt.' } as const;
  return resultatText(await resTill(mal, farkost));
}
