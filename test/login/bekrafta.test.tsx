import type { Express } from 'express';
import { Formular } from '../../api/components/form/formular.js';
import { renderPage, Sida } from '../../api/components/sida.js';
import { formFields } from '../../api/http/csrf.js';
import { requireLogin } from '../../api/login/current-user.js';
import { FRESH_SECONDS, requireFreshLogin } from '../../api/login/fresh-login.js';
import { formsOf } from '../support/html.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import type { WebClient } from '../support/web-client.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { createPeople, HANNA, KARIN } from './people.js';
import { makeOlder } from './sessionsrad.js';

let database: TestDatabase;
let web: TestWeb;
let received: ReturnType<typeof formFields>[] = [];

function powerRoutes(app: Express): void {
  app.get('/makt', requireLogin, (request, response) => {
    const ram = request.sidram();
    response.send(
      renderPage(
        <Sida {...ram} titel="Makt">
          <h1>Makt</h1>
          <Formular action="/makt" csrf={ram.csrf}>
            <button type="submit">Spara</button>
          </Formular>
        </Sida>,
      ),
    );
  });
  app.post('/makt', requireLogin, requireFreshLogin, (request, response) => {
    received.push(formFields(request));
    response.redirect(303, '/makt');
  });
  app.get('/nod', requireLogin, requireFreshLogin, (_request, response) => void response.send('<h1>Nöd</h1>'));
}

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, routes: powerRoutes });
  await createPeople(web.prisma);
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

beforeEach(() => {
  received = [];
});

const TYPED = { skal: 'Rad ett\r\n"Rad två" åäö', delar: ['a', 'b'] };

const tenMinutesLater = () => makeOlder(web.pool, 'bevisad', FRESH_SECONDS * 1000);

const choose = (client: WebClient, html: string, sub: string) =>
  client.send(formsOf(html)[0]?.action ?? '/saknas', [['sub', sub]]);

const pressTheOnlyButton = (client: WebClient, html: string) => {
  const form = formsOf(html).find(({ action }) => action !== '/logga-ut');
  return client.send(form?.action ?? '/saknas', form?.hidden ?? []);
};

async function loggedIn(sub = HANNA): Promise<WebClient> {
  const client = web.client();
  await client.login(sub);
  return client;
}

it('lets a sensitive action through for ten minutes after the login', async () => {
  const client = await loggedIn();
  await makeOlder(web.pool, 'bevisad', (FRESH_SECONDS - 60) * 1000);
  expect(await client.post('/makt', TYPED)).toMatchObject({ status: 200, address: '/makt' });
  expect(received).toEqual([TYPED]);
});

it('then asks for a new proof at the provider, although it knows her, and keeps what was typed on the way', async () => {
  const client = await loggedIn();
  await tenMinutesLater();
  const asked = await client.post('/makt', TYPED);
  expect(asked).toMatchObject({ status: 401, rubrik: 'Bekräfta att det är du' });
  expect(received).toEqual([]);

  const list = await pressTheOnlyButton(client, asked.html);
  expect(list.rubrik).toBe('Välj vem du loggar in som');
  const again = await choose(client, list.html, HANNA);
  expect(again).toMatchObject({ status: 200, rubrik: 'Skicka det du skrev' });
  expect(await pressTheOnlyButton(client, again.html)).toMatchObject({ status: 200, address: '/makt' });
  expect(received).toEqual([TYPED]);

  // the new proof holds for the next action too
  await client.post('/makt', TYPED);
  expect(received).toEqual([TYPED, TYPED]);
});

it('asks before a page, and leads back to it', async () => {
  const client = await loggedIn();
  expect((await client.get('/nod')).rubrik).toBe('Nöd');
  await tenMinutesLater();
  const asked = await client.get('/nod?a=1');
  expect(asked).toMatchObject({ status: 200, rubrik: 'Bekräfta att det är du' });
  const [, href = ''] = /href="(\/logga-in\?igen[^"]+)"/.exec(asked.html) ?? [];
  const list = await client.get(href.replaceAll('&amp;', '&'));
  expect(await choose(client, list.html, HANNA)).toMatchObject({ address: '/nod?a=1', rubrik: 'Nöd' });
});

it('does nothing in the name of another who proves who she is', async () => {
  const client = await loggedIn();
  await tenMinutesLater();
  const asked = await client.post('/makt', TYPED);
  // at the provider she was nobody yet
  const session = client.cookie('remissflode') ?? '';
  client.forget();
  client.setCookie('remissflode', session);
  const list = await pressTheOnlyButton(client, asked.html);
  const page = await choose(client, list.html, KARIN);
  expect(page).toMatchObject({ status: 409 });
  expect(page.html).not.toContain('Rad ett');
  expect(received).toEqual([]);
});

it('asks nobody who is not logged in for more than a login', async () => {
  const client = web.client();
  expect((await client.get('/nod', { follow: false })).headers.get('location')).toBe('/logga-in?till=%2Fnod');
});

it.each([
  '/insatser/samba/folk/roll',
  '/insatser/samba/folk/team/bort',
  '/insatser/samba/profil/granska',
  '/insatser/samba/profil/flytta',
  '/admin/organisation/person',
  '/mig/inloggningar/avsluta-alla',
])('stands before %s', async (address) => {
  const client = await loggedIn(KARIN);
  await tenMinutesLater();
  expect(await client.post(address, {}, '/mig')).toMatchObject({ status: 401, rubrik: 'Bekräfta att det är du' });
});
