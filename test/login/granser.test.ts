import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import pg from 'pg';
import { countedAddress } from '../../api/http/counted-address.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { until } from '../support/until.js';
import type { WebClient } from '../support/web-client.js';
import { startWeb, type TestWeb, type TestWebOptions } from '../support/web.js';
import { createPeople, HANNA, KARIN } from './people.js';

let database: TestDatabase;
let running: TestWeb[] = [];

beforeEach(async () => {
  database = await createDatabase();
});

afterEach(async () => {
  await Promise.all(running.map((web) => web.stop()));
  running = [];
  await database.drop();
});

async function start(options: Partial<TestWebOptions> = {}): Promise<TestWeb> {
  const web = await startWeb({ databaseUrl: database.url, ...options });
  running.push(web);
  if ((await web.prisma.forbund.count()) === 0) await createPeople(web.prisma);
  return web;
}

async function loggedIn(web: TestWeb, sub: string): Promise<WebClient> {
  const client = web.client();
  await client.login(sub);
  return client;
}

/** The same session in another copy of the web. */
function inOtherCopy(client: WebClient, web: TestWeb): WebClient {
  const same = web.client();
  same.setCookie('remissflode', client.cookie('remissflode') ?? '');
  return same;
}

const counted = async (web: TestWeb, prefix: string): Promise<number> => {
  const { rows } = await web.pool.query<{ points: number }>(
    `SELECT coalesce(sum(points), 0)::int AS points FROM session.begransning WHERE key LIKE $1`,
    [`${prefix}:%`],
  );
  return rows[0]?.points ?? 0;
};

const TOO_MANY = 'Det kommer för många förfrågningar';

describe('a flood', () => {
  it('of logins is stopped before one of pages, and told for how long', async () => {
    const web = await start({ config: { limits: { requestsPerMinute: 6, loginsPerMinute: 2 } } });
    const visit = async (path: string) => (await web.client().get(path, { follow: false })).status;
    expect([await visit('/logga-in'), await visit('/logga-in'), await visit('/logga-in')]).toEqual([303, 303, 429]);
    expect([await visit('/x'), await visit('/x'), await visit('/x'), await visit('/x')]).toEqual([404, 404, 404, 429]);
    const told = await web.client().get('/x');
    expect(told.rubrik).toBe(TOO_MANY);
    expect(told.html).toContain('Vänta en minut och försök igen.');
    expect(Number(told.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });

  it('of one person stops nobody else behind the same address', async () => {
    const web = await start({ config: { limits: { requestsPerMinute: 30 } } });
    const [hanna, karin] = [await loggedIn(web, HANNA), await loggedIn(web, KARIN)];
    const answers = await Promise.all(Array.from({ length: 40 }, () => hanna.get('/hjalp')));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(5);
    expect((await karin.get('/hjalp')).status).toBe(200);
  });

  it('of reports from a machine is stopped, by all copies of the web together', async () => {
    const config = { leveransstatusToken: 'x'.repeat(32), limits: { machinePerMinute: 3 } };
    const [one, other] = [await start({ config }), await start({ config })];
    const report = async (web: TestWeb) => (await web.client().send('/leveransstatus', [])).status;
    expect([await report(one), await report(other), await report(one), await report(other)]).toEqual([
      404, 404, 404, 429,
    ]);
  });

  it('of files is stopped before they are read', async () => {
    const web = await start({ config: { limits: { uploadsPerTenMinutes: 2 } } });
    const hanna = await loggedIn(web, HANNA);
    const send = async () =>
      (await hanna.upload('/arenden/SAMBA-2026-0001/dokument', [], [{ name: 'a.txt', content: 'x' }])).status;
    expect([await send(), await send(), await send()]).toEqual([409, 409, 429]);
    // looking at where files are sent costs nothing
    expect((await hanna.get('/arenden/SAMBA-2026-0001/dokument')).status).toBe(404);
  });
});

describe('logins that come to nothing', () => {
  it('stop further ones from the same address, in every copy of the web, and nobody who is logged in', async () => {
    const config = { limits: { failedLoginsPerQuarter: 3 } };
    const [one, other] = [await start({ config }), await start({ config })];
    const hanna = await loggedIn(one, HANNA);
    for (const web of [one, other, one]) expect((await web.client().get('/logga-in/retur?state=x')).status).toBe(400);
    await until('the failures to be counted', async () => (await counted(one, 'misslyckad')) === 3);
    const refused = await other.client().get('/logga-in');
    expect(refused).toMatchObject({ status: 429, rubrik: TOO_MANY });
    expect(refused.html).toContain('Vänta 15 minuter och försök igen.');
    expect((await hanna.get('/mig')).status).toBe(200);
  });
});

describe('asking again and again for what does not exist or is not hers', () => {
  it('stops a person altogether, so that a hit tells nothing, and nobody else', async () => {
    const web = await start({ config: { limits: { missesPerTenMinutes: 3 } } });
    const [hanna, karin] = [await loggedIn(web, HANNA), await loggedIn(web, KARIN)];
    for (const nummer of ['0001', '0002', '0003', '0004'])
      expect((await hanna.get(`/arenden/SAMBA-2026-${nummer}`)).status).toBe(404);
    await until('the misses to be counted', async () => (await counted(web, 'traff')) === 4);
    expect(await hanna.get('/arenden/SAMBA-2026-0005')).toMatchObject({ status: 429, rubrik: TOO_MANY });
    expect((await hanna.get('/mig')).status).toBe(429);
    expect((await karin.get('/mig')).status).toBe(200);
    expect(web.log.join('')).toMatch(/"handelse":"begransad","vad":"traff","anvandareId":"[\da-f-]{36}"/);
  });

  it('is counted by all copies of the web together', async () => {
    const config = { limits: { missesPerTenMinutes: 3 } };
    const [one, other] = [await start({ config }), await start({ config })];
    const hanna = await loggedIn(one, HANNA);
    const elsewhere = inOtherCopy(hanna, other);
    for (const client of [hanna, elsewhere, hanna, elsewhere]) await client.get('/arenden/SAMBA-2026-0001');
    await until('the misses to be counted', async () => (await counted(one, 'traff')) === 4);
    expect((await elsewhere.get('/mig')).status).toBe(429);
    // this copy hears of it at her next miss here
    await hanna.get('/arenden/SAMBA-2026-0001');
    await until('the miss to be counted', async () => (await counted(one, 'traff')) === 5);
    expect((await hanna.get('/mig')).status).toBe(429);
  });

  it('costs nothing as long as everything asked for is there', async () => {
    const web = await start({ config: { limits: { missesPerTenMinutes: 3 } } });
    const hanna = await loggedIn(web, HANNA);
    for (const path of ['/', '/mig', '/hjalp', '/remisser', '/mig']) await hanna.get(path);
    expect(await counted(web, 'traff')).toBe(0);
  });
});

describe('counting', () => {
  it('goes on in each copy by itself while the table is away', async () => {
    const web = await start({ config: { limits: { loginsPerMinute: 2 } } });
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('ALTER TABLE session.begransning RENAME TO undanstalld');
    await owner.end();
    const visit = async () => (await web.client().get('/logga-in', { follow: false })).status;
    expect([await visit(), await visit(), await visit()]).toEqual([303, 303, 429]);
  });

  it.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:db8:1:2::9', '2001:db8:1:2::'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::'],
    ['2001:db8::9', '2001:db8:0:0::'],
    ['::1', '0:0:0:0::'],
    ['fe80::1%eth0', 'fe80:0:0:0::'],
    [undefined, 'unknown'],
  ])('%s is counted as %s', (ip, as) => {
    expect(countedAddress(ip)).toBe(as);
  });
});

describe('what a visitor says of herself', () => {
  const visit = (web: TestWeb, from: string) =>
    fetch(new URL('/logga-in', web.baseUrl), { redirect: 'manual', headers: { 'X-Forwarded-For': from } });

  it('is not believed where no proxy stands in front: her address is the one that she comes from', async () => {
    const web = await start({ config: { limits: { loginsPerMinute: 2 } } });
    const answers = [await visit(web, '10.0.0.1'), await visit(web, '10.0.0.2'), await visit(web, '10.0.0.3')];
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 429]);
  });

  it('is believed of the proxy alone, which writes the address that it saw last', async () => {
    const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y' };
    const web = await start({ config: { baseUrl: 'https://remiss.example.se', oidc, limits: { loginsPerMinute: 1 } } });
    const answers = [
      await visit(web, '10.0.0.1'),
      await visit(web, '10.0.0.2'),
      await visit(web, '192.0.2.7, 10.0.0.1'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  });

  it('by a method that nothing here is asked by is not answered', async () => {
    const web = await start();
    const socket = connect(Number(new URL(web.baseUrl).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.end('TRACE /logga-in HTTP/1.1\r\nHost: x\r\nX-Hemligt: hemligt\r\nConnection: close\r\n\r\n');
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    await once(socket, 'close');
    expect(said).toMatch(/^HTTP\/1.1 40[1345] /);
    expect(said).not.toContain('hemligt');
  });
});

describe('a visitor who sends slowly', () => {
  const patience = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50 };

  async function begin(web: TestWeb, text: string): Promise<{ socket: Socket; answer: Promise<string> }> {
    const socket = connect(Number(new URL(web.baseUrl).port), '127.0.0.1');
    await once(socket, 'connect');
    let said = '';
    socket.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    socket.write(text);
    return { socket, answer: once(socket, 'close').then(() => said) };
  }

  it('never finishing the headers is let go', async () => {
    const web = await start({ patience });
    const { answer } = await begin(web, 'GET / HTTP/1.1\r\nHost: x\r\nX-A: ');
    expect(await answer).toMatch(/^HTTP\/1.1 408 /);
  });

  it('never finishing the form is let go', async () => {
    const web = await start({ patience });
    const head = 'POST /logga-ut HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
    const { answer } = await begin(web, `${head}Content-Length: 100\r\n\r\na=`);
    expect(await answer).toMatch(/^HTTP\/1.1 408 /);
  });

  it('with headers without end is refused', async () => {
    const web = await start();
    const { answer } = await begin(web, `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(await answer).toMatch(/^HTTP\/1.1 431 /);
  });
});
