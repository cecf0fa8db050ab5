import { createHmac } from 'node:crypto';
import type { Express } from 'express';
import { problem } from '../../api/http/errors.js';
import { setFlash } from '../../api/http/flash.js';
import { inloggad, requireLogin, requireRoll } from '../../api/login/current-user.js';
import { formsOf } from '../support/html.js';
import { createDatabase, withOwner, type TestDatabase } from '../support/postgres.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { createPeople, HANNA, KARIN } from './people.js';

let database: TestDatabase;
let web: TestWeb;

function faultyRoutes(app: Express): void {
  app.get('/jag', requireLogin, (request, response) => void response.json(inloggad(request)));
  app.get(
    '/bara-kansli',
    requireRoll('kansli', 'granskare'),
    (_request, response) => void response.send('<h1>Kansli</h1>'),
  );
  app.get('/meddelande', async (request, response) => {
    await setFlash(request, { slag: 'info', text: 'Klart' });
    response.send(`<h1>Klart</h1>${'x'.repeat(5000)}`);
  });
  app.get('/fel', () => {
    throw new Error('hemligt innehåll i felet');
  });
  app.get('/hann-fore', () => {
    throw problem(409, 'Karin bordlade ärendet nyss.', {
      utvag: { text: 'Till ärendet', href: '/arenden/SAMBA-2026-0001' },
    });
  });
}

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, routes: faultyRoutes });
  await createPeople(web.prisma);
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

describe('the headers', () => {
  it('let a page load nothing from elsewhere and run nothing inline', async () => {
    const { headers } = await web.client().get('/logga-in');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';style-src 'self';script-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
        `form-action 'self' ${web.baseUrl};frame-ancestors 'none';base-uri 'none'`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('etag')).toBeNull();
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('hold no inline style or script on any page of the login', async () => {
    const client = web.client();
    const pages = [await client.get('/logga-in'), await client.get('/utloggad'), await client.get('/finns-inte')];
    for (const { html } of pages) {
      expect(html).not.toMatch(/<style|style="|<script(?![^>]* src=)|\son[a-z]+="/);
      expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="sv">/);
    }
  });

  it('ask for https, and make the cookie keep to it, behind a TLS proxy', async () => {
    const oidc = { issuer: `${web.baseUrl}/idp`, clientId: 'remissflode', clientSecret: 'x' };
    const secure = await startWeb({
      databaseUrl: database.url,
      config: { baseUrl: 'https://remiss.example.se', oidc },
    });
    const seen = await fetch(new URL('/logga-in', secure.baseUrl), {
      redirect: 'manual',
      headers: { 'X-Forwarded-Proto': 'https' },
    });
    await secure.stop();
    expect(seen.headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(seen.headers.get('set-cookie')).toMatch(
      /^__Host-remissflode=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
  });
});

describe('the person on the request', () => {
  it('has roles with their insats, the verksamhet and the seats in teams', async () => {
    const client = web.client();
    await client.login(HANNA);
    const page = await client.get('/jag');
    expect(JSON.parse(page.html)).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      namn: 'Hanna Handläggarsson',
      epost: 'hanna@example.se',
      ersatter: [],
      titel: 'Personlig handläggare',
      verksamhet: { id: expect.any(String), kod: 'fk', namn: 'Försäkringskassan', part: 'fk' },
      roller: [{ roll: 'handlaggare' }, { roll: 'teamrepresentant', insatsId: expect.any(String), insatsKod: 'samba' }],
      team: [
        { teamId: expect.any(String), insatsId: expect.any(String), verksamhetId: expect.any(String), ersattare: true },
      ],
    });
  });

  it('opens what the role opens, and nothing else', async () => {
    const hanna = web.client();
    await hanna.login(HANNA);
    expect(await hanna.get('/bara-kansli')).toMatchObject({ status: 403, rubrik: 'Du har inte behörighet' });
    const karin = web.client();
    await karin.login(KARIN);
    expect((await karin.get('/bara-kansli')).rubrik).toBe('Kansli');
    expect((await web.client().get('/bara-kansli', { follow: false })).status).toBe(303);
  });

  it('loses a role at the next page', async () => {
    const client = web.client();
    await client.login(KARIN);
    const { anvandareId, id } = await web.prisma.roll.findFirstOrThrow({ where: { anvandare: { sub: KARIN } } });
    await web.prisma.roll.delete({ where: { id } });
    expect((await client.get('/bara-kansli')).status).toBe(403);
    await web.prisma.roll.create({ data: { anvandareId, roll: 'kansli' } });
    expect((await client.get('/bara-kansli')).status).toBe(200);
  });
});

describe('an error', () => {
  it('is a page in Swedish without internal text, with a number that stands in the log', async () => {
    const page = await web.client().get('/fel?personnummer=hemligt-i-adressen');
    expect(page).toMatchObject({ status: 500, rubrik: 'Något gick fel hos oss' });
    expect(page.html).not.toContain('hemligt');
    const id = /<code>([\da-f-]{36})<\/code>/.exec(page.html)?.[1] ?? 'saknas';
    expect(page.headers.get('x-request-id')).toBe(id);
    const lines = web.log.filter((line) => line.includes(id));
    expect(lines.some((line) => line.includes('hemligt innehåll i felet'))).toBe(true);
    expect(lines.some((line) => line.includes('"path":"/fel"'))).toBe(true);
  });

  it('says what happened and leads on', async () => {
    const page = await web.client().get('/hann-fore');
    expect(page).toMatchObject({ status: 409, rubrik: 'Någon annan hann före' });
    expect(page.html).toContain('Karin bordlade ärendet nyss.');
    expect(page.html).toContain('href="/arenden/SAMBA-2026-0001"');
  });

  it('is told in each kind: not found, unreadable address, too big, too many fields', async () => {
    const client = web.client();
    expect(await client.get('/finns-inte')).toMatchObject({ status: 404, rubrik: 'Sidan finns inte' });
    expect(await client.get('/static/%E0%A4%A')).toMatchObject({ status: 400, rubrik: 'Begäran gick inte att läsa' });
    expect(await client.send('/x', [['text', 'x'.repeat(600_000)]])).toMatchObject({ status: 413 });
    const many = Array.from({ length: 2100 }, (_, n): [string, string] => [`f${n}`, '']);
    expect(await client.send('/x', many)).toMatchObject({ status: 413 });
    const headers = { 'Content-Encoding': 'okand' };
    expect(await client.send('/x', [['text', 'x']], { headers })).toMatchObject({ status: 415 });
    expect(/f2099|xxxx/.test(web.log.join(''))).toBe(false);
  });

  it('is JSON where that is asked for', async () => {
    const response = await fetch(new URL('/finns-inte', web.baseUrl), { headers: { accept: 'application/json' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ fel: 'Sidan finns inte', id: expect.any(String) });
  });

  it('says that the service is away while the database is, and keeps a form that was sent meanwhile', async () => {
    const gone = await startWeb({ databaseUrl: 'postgresql://ingen@127.0.0.1:1/ingen' });
    try {
      const client = gone.client();
      expect(await client.get('/logga-in')).toMatchObject({ status: 503, rubrik: 'Tjänsten svarar inte just nu' });
      // a signed cookie, so that the session is asked for
      const session = `s:abc.${createHmac('sha256', gone.config.sessionSecret).update('abc').digest('base64').replace(/=+$/, '')}`;
      client.setCookie('remissflode', encodeURIComponent(session));
      const page = await client.get('/');
      expect(page).toMatchObject({ status: 503, rubrik: 'Tjänsten svarar inte just nu' });
      expect(page.headers.get('retry-after')).toBe('60');
      const posted = await client.send('/remisser/ny', [
        ['_csrf', 'token.av.sidan'],
        ['text', 'Rad "ett"'],
      ]);
      expect(posted.status).toBe(503);
      expect(formsOf(posted.html)).toEqual([
        {
          action: '/remisser/ny',
          hidden: [
            ['text', 'Rad "ett"'],
            ['_csrf', 'token.av.sidan'],
          ],
        },
      ]);
      expect((await client.get('/halsa/redo')).status).toBe(503);
      expect((await client.get('/halsa/levande')).status).toBe(200);
    } finally {
      await gone.stop();
    }
    expect((await web.client().get('/halsa/redo')).status).toBe(200);
  });

  it('in writing the session comes too late to cut off the answer', async () => {
    const client = web.client();
    await client.login(HANNA);
    const alterTable = (change: string) =>
      withOwner(database.url, (owner) => owner.query(`ALTER TABLE session.session ${change}`));
    await alterTable('ADD CONSTRAINT stopp CHECK (sess IS NULL) NOT VALID');
    try {
      // the first page of a new minute writes the session; a flash message always does
      const page = await client.get('/meddelande');
      expect(page).toMatchObject({ status: 200, rubrik: 'Klart' });
    } finally {
      await alterTable('DROP CONSTRAINT stopp');
    }
    await until('the failure to be logged', () => web.log.join('').includes('the session was not written'));
  });
});
