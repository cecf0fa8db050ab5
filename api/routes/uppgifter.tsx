import { Router } from 'express';
import { dayOf } from '../../domain/kalender/tid.js';
import { renderPage } from '../components/sida.js';
import type { AppDeps } from '../deps.js';
import { inloggad, requireLogin } from '../login/current-user.js';
import { delade } from '../pages/uppgifter/vantar.js';
import { urval, UppgifterPage, type Urval } from '../pages/uppgifter/sida.js';
import { readEgnaUppgifter } from '../queries/egna-uppgifter.js';
import { openInsatstasks, type Insatsuppgiftsrad } from '../queries/insatsuppgifter.js';
import { openTasks, type Uppgiftsrad } from '../queries/uppgifter.js';
import { sidaOf, textOf } from './listfraga.js';

const PER_SIDA = 50;

const IN: Readonly<Record<Urval, (rad: Uppgiftsrad) => boolean>> = {
  mina: ({ min }) => min,
  teamets: ({ roll }) => roll === 'teamrepresentant',
  alla: () => true,
};

/** What an insats itself waits for is owed by who leads it or by the styrgrupp, never by the team. */
const IN_INSATSEN: Readonly<Record<Urval, (rad: Insatsuppgiftsrad) => boolean>> = {
  mina: ({ min }) => min,
  teamets: () => false,
  alla: () => true,
};

const urvalOf = (value: unknown): Urval => {
  const text = textOf(value);
  return text !== undefined && Object.hasOwn(urval, text) ? (text as Urval) : 'mina';
};

/** `/uppgifter`: every open task of all the person's roles. Numbers and dates only, so no reading is traced. */
export function uppgifterRoutes({ prisma, klocka }: AppDeps): Router {
  const router = Router();
  router.get('/uppgifter', requireLogin, async (request, response) => {
    const nu = await klocka.now();
    const idag = dayOf(nu);
    const person = inloggad(request);
    const [alla, insatsuppgifter, egna] = await Promise.all([
      openTasks(prisma, person, idag),
      openInsatstasks(prisma, person),
      readEgnaUppgifter(prisma, person.id, nu),
    ]);
    const valt = urvalOf(request.query['visa']);
    const { nu: gorbara } = delade(alla);
    const { nu: valda, senare } = delade(alla.filter(IN[valt]));
    const antalSidor = Math.max(1, Math.ceil(valda.length / PER_SIDA));
    const sida = Math.min(sidaOf(request.query['sida']), antalSidor);
    const mina = [...gorbara.filter(IN.mina), ...insatsuppgifter.filter(IN_INSATSEN.mina)];
    const antal = (one: Urval) => gorbara.filter(IN[one]).length + insatsuppgifter.filter(IN_INSATSEN[one]).length;
    response.send(
      renderPage(
        <UppgifterPage
          ram={request.sidram()}
          idag={idag}
          valt={valt}
          antal={{ mina: antal('mina'), teamets: antal('teamets'), alla: antal('alla') }}
          forsenade={mina.filter(({ forfaller }) => forfaller < idag).length}
          insatsuppgifter={insatsuppgifter.filter(IN_INSATSEN[valt])}
          senare={senare}
          egna={egna}
          rader={valda.slice(PER_SIDA * (sida - 1), PER_SIDA * sida)}
          sida={sida}
          antalSidor={antalSidor}
        />,
      ),
    );
  });
  return router;
}
