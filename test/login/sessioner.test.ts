import { LONGEST_MILLISECONDS } from '../../api/login/sessions.js';
import { setFlash } from '../../api/http/flash.js';
import { avslutaSessioner } from '../../api/records/sessioner.js';
import { formsOf } from '../support/html.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { until } from '../support/until.js';
import type { WebClient } from '../support/web-client.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { createPeople, HANNA, KARIN } from './people.js';
import { makeOlder, minutesLeft } from './sessionsrad.js';

const MINUTE = 60_000;
const SESSION = 'remissflode';

let database: TestDatabase;
let web: TestWeb;
let letGo: (() => void) | undefined;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({
    databaseUrl: database.url,
    routes: (app) => {
      app.get('/lamna', async (request, response) => {
        await setFlash(request, { slag: 'info', text: 'Nils Hemligsson är tillagd.' });
        response.send('lämnat');
      });
      app.get('/droj', async (request, response) => {
        await new Promise<void>((go) => (letGo = go));
        request.session.senast = Date.now();
        response.send('<h1>Klart</h1>');
      });
    },
  });
  await createPeople(web.prisma);
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

beforeEach(() => web.pool.query('DELETE FROM session.session'));

async function loggedIn(sub = HANNA): Promise<WebClient> {
  const client = web.client();
  await client.login(sub);
  return client;
}

const isIn = async (client: WebClient): Promise<boolean> =>
  (await client.get('/mig', { follow: false })).status === 200;

const IN_BACKGROUND = { headers: { 'HX-Request': 'true', 'X-Bakgrund': 'ja' } };

describe('the life of a session', () => {
  it('begins anew with each page that the person asks for', async () => {
    const client = await loggedIn();
    await makeOlder(web.pool, 'senast', 20 * MINUTE);
    await client.get('/mig');
    const [left = 0] = await minutesLeft(web.pool);
    expect(left).toBeGreaterThan(29);
  });

  it('is not made longer by what a page that is left open asks for by itself', async () => {
    const client = await loggedIn();
    await makeOlder(web.pool, 'senast', 20 * MINUTE);
    // also when that request writes something in the session
    expect((await client.get('/lamna', IN_BACKGROUND)).status).toBe(200);
    expect(await isIn(client)).toBe(true);
    await makeOlder(web.pool, 'senast', 20 * MINUTE);
    await client.get('/lamna', IN_BACKGROUND);
    const [left = 0] = await minutesLeft(web.pool);
    expect(left).toBeLessThanOrEqual(10.1);

    await makeOlder(web.pool, 'senast', 20 * MINUTE);
    await client.get('/lamna', IN_BACKGROUND);
    expect(await isIn(client)).toBe(false);
  });

  it('ends twelve hours after the login, however much it is used', async () => {
    const client = await loggedIn();
    await makeOlder(web.pool, 'borjade', LONGEST_MILLISECONDS - 5 * MINUTE);
    await makeOlder(web.pool, 'senast', 2 * MINUTE);
    expect(await isIn(client)).toBe(true);
    const [left = 0] = await minutesLeft(web.pool);
    expect(left).toBeLessThanOrEqual(5.1);

    await makeOlder(web.pool, 'borjade', 6 * MINUTE);
    await makeOlder(web.pool, 'senast', 2 * MINUTE);
    await client.get('/mig', { follow: false });
    expect(await isIn(client)).toBe(false);
  });
});

describe('what is kept of a session', () => {
  it('is ids and moments; the rest is sealed, a message with a name and the ID token too', async () => {
    const client = await loggedIn();
    await client.get('/lamna');
    const { rows } = await web.pool.query<{ sess: Record<string, unknown> }>(
      `SELECT sess FROM session.session WHERE sess ->> 'anvandareId' IS NOT NULL`,
    );
    const [{ sess } = { sess: {} }] = rows;
    expect(Object.keys(sess).toSorted()).toEqual([
      'anvandareId',
      'bevisad',
      'borjade',
      'cookie',
      'enhet',
      'forseglat',
      'senast',
    ]);
    const { forseglat, ...open } = sess;
    // three letters of a token's beginning may stand in sealed bytes by chance
    expect(JSON.stringify(open)).not.toMatch(/Hemligsson|Hanna|eyJ|csrf/i);
    const bytes = Buffer.from(String(forseglat), 'base64').toString('latin1');
    expect(bytes).not.toMatch(/Hemligsson|Hanna|eyJhbGci|csrf/);
    expect((await client.get('/mig')).html).toContain('Nils Hemligsson är tillagd.');
  });

  it('is worth nothing to an installation with another secret', async () => {
    const client = await loggedIn();
    await web.pool.query(`UPDATE session.session SET sess = jsonb_set(sess::jsonb, '{forseglat}', '"AAAA"')::json`);
    expect(await isIn(client)).toBe(false);
  });
});

describe('one’s own sessions', () => {
  it('are listed with browser and moments, the one in use marked, and can be ended one by one', async () => {
    const other = web.client();
    await other.login(HANNA);
    const client = await loggedIn();
    const page = await client.get('/mig');
    expect(page.html).toContain('Här är du inloggad');
    expect(page.html).toContain('(den du använder nu)');
    expect(page.html).not.toContain(encodeURIComponent(other.cookie(SESSION) ?? ''));
    const [end, ...more] = formsOf(page.html).filter(({ action }) => action === '/mig/inloggningar/avsluta');
    expect(more).toEqual([]);
    const after = await client.send(end?.action ?? '', end?.hidden ?? []);
    expect(after).toMatchObject({ status: 200, address: '/mig' });
    expect(after.html).toContain('Inloggningen är avslutad.');
    expect([await isIn(client), await isIn(other)]).toEqual([true, false]);
  });

  it('can all be ended at once, and nobody else’s with them', async () => {
    const [first, second, karin] = [await loggedIn(), await loggedIn(), await loggedIn(KARIN)];
    const page = await first.post('/mig/inloggningar/avsluta-alla', {}, '/mig');
    expect(page).toMatchObject({ address: '/utloggad', rubrik: 'Du är utloggad' });
    expect([await isIn(first), await isIn(second), await isIn(karin)]).toEqual([false, false, true]);
    const rad = await web.prisma.logg.findFirstOrThrow({
      where: { handling: 'avsluta_sessioner' },
      orderBy: { id: 'desc' },
    });
    expect(rad.data).toMatchObject({ antal: 2 });
  });

  it('cannot be ended by somebody else who knows what names them', async () => {
    const [hanna, karin] = [await loggedIn(), await loggedIn(KARIN)];
    await loggedIn();
    const [end] = formsOf((await hanna.get('/mig')).html).filter(
      ({ action }) => action === '/mig/inloggningar/avsluta',
    );
    const [, ref = ''] = end?.hidden.find(([name]) => name === 'ref') ?? [];
    await karin.post('/mig/inloggningar/avsluta', { ref }, '/mig');
    expect(await minutesLeft(web.pool)).toHaveLength(3);
  });
});

describe('a person’s sessions', () => {
  it('end when somebody who may ends them', async () => {
    const [hanna, karin] = [await loggedIn(), await loggedIn(KARIN)];
    const { id } = await web.prisma.anvandare.findUniqueOrThrow({ where: { sub: HANNA } });
    const av = await web.prisma.anvandare.findUniqueOrThrow({ where: { sub: KARIN } });
    const antal = await web.prisma.$transaction((tx) =>
      avslutaSessioner(tx, { anvandareId: id, av: av.id, nar: new Date() }),
    );
    expect(antal).toBe(1);
    expect([await isIn(hanna), await isIn(karin)]).toEqual([false, true]);
  });

  it('end in the database when her account is closed, however that is done, and do not come back with it', async () => {
    const [hanna, karin] = [await loggedIn(), await loggedIn(KARIN)];
    await web.pool.query('UPDATE anvandare SET aktiv = false WHERE sub = $1', [HANNA]);
    expect(await minutesLeft(web.pool)).toHaveLength(1);
    await web.pool.query('UPDATE anvandare SET aktiv = true WHERE sub = $1', [HANNA]);
    expect([await isIn(hanna), await isIn(karin)]).toEqual([false, true]);
  });

  it('stay ended when a request was being answered meanwhile', async () => {
    const client = await loggedIn();
    const late = client.get('/droj');
    await until('the request to be under way', () => letGo !== undefined);
    await web.pool.query('DELETE FROM session.session');
    letGo?.();
    expect((await late).status).toBe(200);
    expect(await minutesLeft(web.pool)).toEqual([]);
    expect(await isIn(client)).toBe(false);
  });
});
