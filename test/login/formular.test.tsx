import type { Express } from 'express';
import { Formular } from '../../api/components/form/formular.js';
import { renderPage, Sida } from '../../api/components/sida.js';
import { formFields } from '../../api/http/csrf.js';
import { setFlash } from '../../api/http/flash.js';
import { requireLogin } from '../../api/login/current-user.js';
import { formsOf } from '../support/html.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import type { WebClient } from '../support/web-client.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { createPeople, HANNA, KARIN } from './people.js';

let database: TestDatabase;
let web: TestWeb;
let received: ReturnType<typeof formFields>[] = [];

/** A page with a form, as the application's own are written. */
function noteRoutes(app: Express): void {
  app.get('/anteckning', requireLogin, (request, response) => {
    const ram = request.sidram();
    response.send(
      renderPage(
        <Sida {...ram} titel="Anteckning">
          <h1>Anteckning</h1>
          <Formular action="/anteckning" csrf={ram.csrf} beslutId="beslut-1">
            <button type="submit">Spara</button>
          </Formular>
        </Sida>,
      ),
    );
  });
  app.post('/anteckning', requireLogin, async (request, response) => {
    received.push(formFields(request));
    await setFlash(request, { slag: 'success', text: 'Anteckningen är sparad.' });
    response.redirect(303, '/anteckning');
  });
}

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, routes: noteRoutes });
  await createPeople(web.prisma);
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

beforeEach(() => {
  received = [];
});

const TYPED = { text: 'Rad ett\r\n"Rad två" <script>alert(1)</script> & åäö', delar: ['a', 'b'], tom: '' };
const asPairs: [string, string][] = [
  ['text', TYPED.text],
  ['delar', 'a'],
  ['delar', 'b'],
  ['tom', ''],
];

/** Opens the form and fills it in, but does not send it yet. */
async function fillIn(client: WebClient, sub: string): Promise<[string, string][]> {
  await client.login(sub);
  const page = await client.get('/anteckning');
  const form = formsOf(page.html).find(({ action }) => action === '/anteckning');
  return [...(form?.hidden ?? []), ...asPairs];
}

const pressTheOnlyButton = (client: WebClient, html: string) => {
  const form = formsOf(html).find(({ action }) => action !== '/logga-ut');
  return client.send(form?.action ?? '/saknas', form?.hidden ?? []);
};

const choose = (client: WebClient, html: string, sub: string) =>
  client.send(formsOf(html)[0]?.action ?? '/saknas', [['sub', sub]]);

it('takes a form with the token of its page, and shows once what happened', async () => {
  const client = web.client();
  await client.login(HANNA);
  const page = await client.post('/anteckning', TYPED);
  expect(page).toMatchObject({ status: 200, address: '/anteckning' });
  expect(page.html).toContain('Anteckningen är sparad.');
  expect(received).toEqual([{ ...TYPED, beslutId: 'beslut-1' }]);
  expect((await client.get('/anteckning')).html).not.toContain('Anteckningen är sparad.');
});

it('keeps what was typed when the token is missing, and sends it at one more press', async () => {
  const client = web.client();
  await client.login(HANNA);
  const page = await client.send('/anteckning', asPairs);
  expect(page).toMatchObject({ status: 409, rubrik: 'Skicka det du skrev' });
  expect(page.html).not.toContain('<script>alert');
  expect(received).toEqual([]);
  expect(await pressTheOnlyButton(client, page.html)).toMatchObject({ status: 200, address: '/anteckning' });
  expect(received).toEqual([TYPED]);
});

it('keeps what was typed when the session ended in the middle, through a new login of the same person', async () => {
  const client = web.client();
  const filled = await fillIn(client, HANNA);
  await web.pool.query('DELETE FROM session.session');

  const loggedOut = await client.send('/anteckning', filled);
  expect(loggedOut).toMatchObject({ status: 401, rubrik: 'Du har blivit utloggad' });
  expect(loggedOut.html).not.toContain('<script>alert');
  // her session at the provider lives on, so that she comes back at once
  const again = await pressTheOnlyButton(client, loggedOut.html);
  expect(again).toMatchObject({ status: 200, address: '/logga-in/skicka-igen', rubrik: 'Skicka det du skrev' });
  expect((await client.get('/logga-in/skicka-igen')).html).toContain('Rad ett');
  expect(received).toEqual([]);

  expect(await pressTheOnlyButton(client, again.html)).toMatchObject({ status: 200, address: '/anteckning' });
  expect(received).toEqual([{ ...TYPED, beslutId: 'beslut-1' }]);
  expect((await client.get('/logga-in/skicka-igen')).address).toBe('/');
});

it('does not show or send what somebody else typed before', async () => {
  const client = web.client();
  const filled = await fillIn(client, HANNA);
  client.forget();
  const loggedOut = await client.send('/anteckning', filled);
  const form = formsOf(loggedOut.html)[0];
  const list = await client.send(form?.action ?? '', form?.hidden ?? []);
  const page = await choose(client, list.html, KARIN);
  expect(page).toMatchObject({ status: 409, address: '/logga-in/skicka-igen' });
  expect(page.html).toContain('skrevs av någon som var inloggad före dig');
  expect(page.html).not.toContain('Rad ett');
  expect((await client.get('/logga-in/skicka-igen')).address).toBe('/');

  // nor when the other has logged in before the form is sent
  const direct = await client.send('/anteckning', filled);
  expect(direct.status).toBe(409);
  expect(direct.html).not.toContain('Rad ett');
  expect(received).toEqual([]);
});

it('keeps a form that was opened before logging in anew in another tab', async () => {
  const client = web.client();
  const filled = await fillIn(client, HANNA);
  await client.login(HANNA);
  const page = await client.send('/anteckning', filled);
  expect(page).toMatchObject({ status: 409, rubrik: 'Skicka det du skrev' });
  await pressTheOnlyButton(client, page.html);
  expect(received).toEqual([{ ...TYPED, beslutId: 'beslut-1' }]);
});

it('keeps a form when the login happens in another tab while its page waits', async () => {
  const client = web.client();
  const filled = await fillIn(client, HANNA);
  client.forget();
  const waiting = await client.send('/anteckning', filled);
  await client.login(HANNA);
  const page = await pressTheOnlyButton(client, waiting.html);
  expect(page).toMatchObject({ status: 409, rubrik: 'Skicka det du skrev' });
  await pressTheOnlyButton(client, page.html);
  expect(received).toEqual([{ ...TYPED, beslutId: 'beslut-1' }]);
});

const FOREIGN: Record<string, string>[] = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
];

it.each(FOREIGN)('keeps nothing of a form that another site sends (%o)', async (headers) => {
  const client = web.client();
  const filled = await fillIn(client, HANNA);
  const page = await client.send('/anteckning', filled, { headers });
  expect(page).toMatchObject({ status: 403, rubrik: 'Du har inte behörighet' });
  expect(page.html).not.toContain('Rad ett');
  expect(received).toEqual([]);
});

it('takes no token of another session', async () => {
  const hanna = web.client();
  const filled = await fillIn(hanna, HANNA);
  const karin = web.client();
  await karin.login(KARIN);
  expect((await karin.send('/anteckning', filled)).status).toBe(409);
  expect(received).toEqual([]);
});
