import { Router, type Request, type Response } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import type { AppDeps } from '../deps.js';
import { readAnvandare } from '../login/current-user.js';
import { kalenderagare } from '../queries/kalenderlank.js';
import { kalendermoten } from '../queries/kalendermoten.js';
import { kalenderuppgifter } from '../queries/kalenderuppgifter.js';
import { logEgna } from '../records/logg.js';
import { kalenderfil } from './fil.js';
import { hashOf, KALENDER } from './hemlighet.js';

/** 256 bits in base64url. */
const FIL = /^([\w-]{43})\.ics$/;

/**
 * `GET /kalender/<secret>.ics`: a person's meetings and the last days of what she owes, from a month back to a year ahead, for
 * a calendar that asks by itself: without a session, by the secret alone. Written anew each time, from what she may see then. Numbers
 * and days are still somebody's: each fetching is traced first.
 *
 * An address that was taken back, replaced, or never was one, and that of somebody who has left, are answered alike: 404.
 * Nothing of the address stands in the log (http/logging.ts), and the answer leads nowhere.
 */
export function kalenderRoutes(deps: AppDeps): Router {
  const router = Router();
  router.get(`${KALENDER}/:fil`, async (request, response) => {
    const text = await readFil(deps, request.params.fil);
    if (text === undefined) return nothing(response);
    response
      .status(200)
      .set({
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="remissflode.ics"',
        'Cache-Control': 'private, no-cache',
        'Referrer-Policy': 'no-referrer',
      })
      .send(text);
  });
  // nothing else is here: the address goes no further, to where a page could repeat it
  router.use(KALENDER, (_request: Request, response: Response) => nothing(response));
  return router;
}

const nothing = (response: Response): void => {
  response
    .status(404)
    .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    .type('text/plain')
    .send('Kalendern finns inte. Skapa en ny adress på Min profil i Remissflöde.\n');
};

async function readFil({ prisma, klocka, config }: AppDeps, fil: string): Promise<string | undefined> {
  const [, hemlighet] = FIL.exec(fil) ?? [];
  const agare = hemlighet === undefined ? undefined : await kalenderagare(prisma, hashOf(hemlighet));
  if (agare === undefined) return undefined;
  const now = await klocka.now();
  const idag = dayOf(now);
  const person = await readAnvandare(prisma, agare, idag);
  if (!person) return undefined;
  await logEgna(prisma, person.id, now, 'kalender');
  const tid = {
    fran: svenskKalender.addMonths(idag, -1),
    till: svenskKalender.addMonths(idag, 12),
    nu: now.toISOString(),
  };
  const moten = await kalendermoten(prisma, person, tid);
  const uppgifter = await kalenderuppgifter(prisma, person, idag, tid);
  return kalenderfil({ moten, uppgifter, now, baseUrl: config.baseUrl });
}
