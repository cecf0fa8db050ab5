import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { htmlFaults } from '../support/browser.js';
import { formsOf } from '../support/html.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { createPeople, HANNA, KARIN, OLLE } from './people.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';

let database: TestDatabase;
let web: TestWeb;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url });
  await createPeople(web.prisma);
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

const SESSION = 'remissflode';

describe('logging in', () => {
  it('takes each person through the provider to the page they asked for', async () => {
    const hanna = web.client();
    const start = await hanna.login(HANNA);
    expect(start).toMatchObject({ status: 200, address: '/', rubrik: 'Att göra nu' });
    expect(start.html).toContain('Hanna Handläggarsson');
    expect(start.html).toContain('Handläggare · Teamrepresentant · Försäkringskassan');
    expect(start.html).toContain('Mina remisser');
    expect(start.html).not.toContain('href="/kansli"');

    const karin = web.client();
    const asked = await karin.login(KARIN, '/finns-inte?sida=2');
    expect(asked).toMatchObject({ status: 404, address: '/finns-inte?sida=2' });
    expect(asked.html).toContain('href="/kansli"');
  });

  it('sends somebody who is not logged in by way of the login to the page they opened', async () => {
    const client = web.client();
    const first = await client.get('/?vy=alla', { follow: false });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/logga-in?till=%2F%3Fvy%3Dalla');
    const list = await client.get('/?vy=alla');
    const [form] = formsOf(list.html);
    const page = await client.send(form?.action ?? '', [['sub', HANNA]]);
    expect(page).toMatchObject({ status: 200, address: '/?vy=alla' });
  });

  it('lets part of a page tell the whole page to go to the login', async () => {
    const answer = await web.client().get('/', { follow: false, headers: { 'HX-Request': 'true' } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('hx-redirect')).toBe('/logga-in');
  });

  it('lists the people by role, with what they are, and escapes their names', async () => {
    const { html, rubrik } = await web.client().get('/logga-in');
    expect(rubrik).toBe('Välj vem du loggar in som');
    const groups = [...html.matchAll(/<caption[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(groups).toEqual(['Handläggare', 'Teamrepresentant', 'Kansli', 'Utan roll']);
    expect(html).toContain('Personlig handläggare');
    expect(html).toContain('Olle &lt;b>Rollös&lt;/b>');
  });

  it('gives the session a new number, so that one known before is worth nothing', async () => {
    const client = web.client();
    await client.get('/logga-in');
    const before = client.cookie(SESSION);
    const list = await client.get('/logga-in');
    await client.send(formsOf(list.html)[0]?.action ?? '', [['sub', HANNA]]);
    const after = client.cookie(SESSION);
    expect(before).toBeDefined();
    expect(after).not.toBe(before);

    const thief = web.client();
    thief.setCookie(SESSION, before ?? '');
    expect((await thief.get('/', { follow: false })).status).toBe(303);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/%0d%0a//evil',
    '\t//evil',
    '/logga-ut',
    'x',
  ])('does not lead to %s afterwards', async (till) => {
    const page = await web.client().login(HANNA, till);
    expect(page.status === 200 ? page.address : new URL(page.address, web.baseUrl).origin).toMatch(
      /^(\/|http:\/\/127.0.0.1:\d+)$/,
    );
  });

  it('refuses somebody whom the provider knows and the records do not', async () => {
    const client = web.client();
    const list = await client.get('/logga-in');
    const action = formsOf(list.html)[0]?.action ?? '';
    const chosen = await client.send(action, [['sub', OLLE]], { follow: false });
    await web.prisma.anvandare.update({ where: { sub: OLLE }, data: { sub: 'nagon-annan' } });
    const location = new URL(chosen.headers.get('location') ?? '');
    const page = await client.get(location.pathname);
    await web.prisma.anvandare.update({ where: { sub: 'nagon-annan' }, data: { sub: OLLE } });
    expect(page).toMatchObject({ status: 403, rubrik: 'Du har inget konto i Remissflöde' });
    expect((await client.get('/', { follow: false })).status).toBe(303);
    const out = await client.send('/logga-ut', formsOf(page.html)[0]?.hidden ?? []);
    expect(out.rubrik).toBe('Du är utloggad');
    expect((await client.get('/logga-in')).rubrik).toBe('Välj vem du loggar in som');
  });

  it('tells somebody who comes back without having left that the login was broken off', async () => {
    const client = web.client();
    for (const address of ['/logga-in/retur', '/logga-in/retur?state=x&code=y', '/logga-in/retur?error=access_denied'])
      expect(await client.get(address)).toMatchObject({ status: 400, rubrik: 'Inloggningen avbröts' });
  });

  it('does not take another visitor in with a code that was made for this one', async () => {
    const client = web.client();
    const list = await client.get('/logga-in');
    const chosen = await client.send(formsOf(list.html)[0]?.action ?? '', [['sub', HANNA]], { follow: false });
    const back = await client.get(new URL(chosen.headers.get('location') ?? '').pathname, { follow: false });
    const { pathname, search } = new URL(back.headers.get('location') ?? '');
    const other = web.client();
    await other.get('/logga-in');
    expect(await other.get(pathname + search)).toMatchObject({ status: 400, rubrik: 'Inloggningen avbröts' });
  });
});

describe('being logged in', () => {
  it('ends at the next page when the account is closed, and begins anew when it is opened', async () => {
    const client = web.client();
    await client.login(KARIN);
    await web.prisma.anvandare.update({ where: { sub: KARIN }, data: { aktiv: false } });
    expect((await client.get('/', { follow: false })).status).toBe(303);
    expect(await client.get('/')).toMatchObject({ status: 403, rubrik: 'Du har inget konto i Remissflöde' });
    await web.prisma.anvandare.update({ where: { sub: KARIN }, data: { aktiv: true } });
    expect((await client.get('/')).html).toContain('Karin Kanslisson');
  });

  it('ends when the session is removed on the server', async () => {
    const client = web.client();
    await client.login(HANNA);
    await web.pool.query('DELETE FROM session.session');
    expect((await client.get('/', { follow: false })).status).toBe(303);
  });

  it('keeps no more in the browser than a number that scripts cannot read', async () => {
    const client = web.client();
    await client.login(HANNA);
    const answer = await client.get('/', { follow: false });
    expect(answer.headers.get('set-cookie')).toMatch(
      /^remissflode=s%3A[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    const { rows } = await web.pool.query<{ minutes: string }>(
      `SELECT extract(epoch FROM expire - now()::timestamp) / 60 AS minutes FROM session.session
       WHERE sess->>'anvandareId' IS NOT NULL ORDER BY expire DESC LIMIT 1`,
    );
    expect(Number(rows[0]?.minutes)).toBeGreaterThan(28);
    expect(Number(rows[0]?.minutes)).toBeLessThanOrEqual(30.1);
  });
});

describe('logging out', () => {
  it('ends the session here and at the provider', async () => {
    const client = web.client();
    await client.login(HANNA);
    const cookie = client.cookie(SESSION) ?? '';
    const page = await client.post('/logga-ut', {}, '/');
    expect(page).toMatchObject({ status: 200, address: '/utloggad', rubrik: 'Du är utloggad' });

    const thief = web.client();
    thief.setCookie(SESSION, cookie);
    expect((await thief.get('/', { follow: false })).status).toBe(303);
    // the provider would otherwise send her straight back in
    expect((await client.get('/logga-in')).rubrik).toBe('Välj vem du loggar in som');
  });

  it('works when the session has ended already', async () => {
    const client = web.client();
    await client.login(HANNA);
    await web.pool.query('DELETE FROM session.session');
    expect((await client.send('/logga-ut', [])).rubrik).toBe('Du är utloggad');
  });
});

describe('the development provider', () => {
  it('refuses to be used in production', async () => {
    const sentence = /Utvecklingsinloggningen får inte användas i produktion: ange OIDC_ISSUER/;
    await expect(startWeb({ databaseUrl: database.url, config: { production: true } })).rejects.toThrow(sentence);
  });

  it('is not there when another provider is named, and login says so when that one is away', async () => {
    const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y' };
    const production = await startWeb({ databaseUrl: database.url, config: { production: true, oidc } });
    try {
      expect((await production.client().get('/idp/auth')).status).toBe(404);
      const client = production.client();
      const login = await client.post('/logga-in', {});
      expect(login).toMatchObject({ status: 503, rubrik: 'Tjänsten svarar inte just nu' });
      expect(login.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:9");
    } finally {
      await production.stop();
    }
  });

  it('begins no login of another provider before somebody has pressed the button', async () => {
    const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y' };
    const production = await startWeb({ databaseUrl: database.url, config: { production: true, oidc } });
    try {
      const client = production.client();
      const asked = await client.get('/mig');
      expect(asked).toMatchObject({ status: 200, rubrik: 'Logga in', address: '/logga-in?till=%2Fmig' });
      expect(await htmlFaults(asked.html)).toEqual([]);
      expect(formsOf(asked.html).map(({ action }) => action)).toEqual(['/logga-in?till=%2Fmig']);
    } finally {
      await production.stop();
    }
  });

  it('lets the button be pressed on a page that has stood open until its session ended, and goes on to where it led', async () => {
    const elsewhere = 'http://127.0.0.1:10';
    const metadata = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(told)),
    );
    await once(metadata.listen(0, '127.0.0.1'), 'listening');
    const { port } = metadata.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${port}`;
    const told = {
      issuer,
      authorization_endpoint: `${elsewhere}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
    };
    const oidc = { issuer, clientId: 'x', clientSecret: 'y' };
    const production = await startWeb({ databaseUrl: database.url, config: { production: true, oidc } });
    try {
      const client = production.client();
      const asked = await client.get('/logga-in?till=%2Fmig');
      // the browser lets the button end at the provider, wherever that one's page of login is
      expect(asked.headers.get('content-security-policy')).toContain(`form-action 'self' ${issuer} ${elsewhere};`);
      const form = formsOf(asked.html)[0];
      client.forget();
      const pressed = await client.send(form?.action ?? '', form?.hidden ?? [], { follow: false });
      expect([pressed.status, pressed.headers.get('location')]).toEqual([
        303,
        expect.stringMatching(/^http:\/\/127\.0\.0\.1:10\/auth\?/),
      ]);
    } finally {
      await production.stop();
      metadata.close();
    }
  });

  it('lets only people of the records be chosen, in a login that is under way', async () => {
    const client = web.client();
    const list = await client.get('/logga-in');
    const action = formsOf(list.html)[0]?.action ?? '';
    expect(await client.send(action, [['sub', 'finns-inte']])).toMatchObject({ status: 400 });
    expect(await web.client().send('/idp/val/pahittad', [['sub', HANNA]])).toMatchObject({ status: 400 });
    expect(await web.client().get('/idp/auth?client_id=annan')).toMatchObject({ status: 400 });
  });

  it('knows its own tokens and gives people back their login after a restart', async () => {
    const client = web.client();
    await client.login(HANNA);
    const address = new URL(web.baseUrl);
    await web.stop();
    web = await startWeb({ databaseUrl: database.url, port: Number(address.port) });
    expect((await client.get('/')).html).toContain('Hanna Handläggarsson');
    expect((await client.post('/logga-ut', {}, '/')).rubrik).toBe('Du är utloggad');
  });
});
