import { createDatabase, type TestDatabase } from '../support/postgres.js';
import type { WebClient } from '../support/web-client.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { createFall, createFixtur, NU, type Fixtur } from './fixture.js';
import { statementsDuring } from './statements.js';

let database: TestDatabase;
let web: TestWeb;
let fixtur: Fixtur;
const clients = new Map<string, WebClient>();

const FRAMMANDE = 'SAMBA-2026-0001';
const SLUTEN = 'SLUTEN-2026-0001';
const OKANT = 'SAMBA-2026-9999';
const INTE_ENS_ETT_NUMMER = "SAMBA-2026-0001'--";

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(NU) } });
  fixtur = await createFixtur(web.prisma);
  await createFall(web.prisma, fixtur, [
    { nummer: FRAMMANDE, fas: 'konsultation', samtycken: [['fk']], paDagordning: true },
    { nummer: SLUTEN, insats: 'sluten', fas: 'konsultation' },
  ]);
  for (const sub of ['tea', 'erik', 'manda', 'olle', 'sten', 'karin']) {
    const client = web.client();
    await client.login(sub, '/mig');
    clients.set(sub, client);
  }
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

/** What the visitor can tell the answer by, without what is new each time and the address that was asked for. */
function asSeen({ status, html, headers }: Awaited<ReturnType<WebClient['get']>>, asked: string) {
  const same = html
    .replaceAll(encodeURIComponent(asked), '…')
    .replaceAll(asked, '…')
    .replaceAll(/<code>[\da-f-]{36}<\/code>/g, '')
    .replaceAll(/value="[^"]*"/g, '');
  const told = [...headers.keys()].filter((name) => !['date', 'content-length'].includes(name));
  return { status, html: same, told, location: headers.get('location') };
}

async function ask(sub: string, address: string, nummer: string) {
  const client = clients.get(sub);
  if (!client) throw new Error(`${sub} is not logged in`);
  let answer: Awaited<ReturnType<WebClient['get']>> | undefined;
  const path = address.replace('NUMMER', encodeURIComponent(nummer));
  const statements = await statementsDuring(async () => {
    answer = await client.get(path, { follow: false });
  });
  if (!answer) throw new Error('no answer');
  // the first page of a minute also writes the session
  const work = statements.filter((one) => !one.includes('session.'));
  return { ...asSeen(answer, nummer), work };
}

/** Without a samtycke, a seat at the table, a lifted question or a role that leads it, nobody may know of the case. */
const STRANGERS = ['tea', 'erik', 'manda', 'olle', 'sten'];

const ADDRESSES = [
  '/arenden/NUMMER',
  '/arenden/NUMMER/tidslinje',
  '/arenden/NUMMER/samtycken',
  '/arenden/NUMMER/moten',
  '/arenden/NUMMER/logg',
  '/arenden/NUMMER/dokument',
  '/arenden/NUMMER/anteckningar',
  '/arenden/NUMMER/beslut/paus',
  '/arenden/NUMMER/beslut/felregistrering',
  '/remisser/NUMMER',
];

describe('an ärende that somebody may not know of', () => {
  it.each(ADDRESSES)(
    'is at %s what a number that was never given is, in the same words and after the same questions',
    async (address) => {
      for (const sub of STRANGERS) {
        await ask(sub, address, OKANT);
        const [unknown, foreign] = [await ask(sub, address, OKANT), await ask(sub, address, FRAMMANDE)];
        expect([sub, unknown.status]).toEqual([sub, 404]);
        expect(foreign).toEqual(unknown);
      }
    },
  );

  it('is for kansli what a number that was never given is, where kansli sees counts only', async () => {
    const address = '/kansli/arenden/NUMMER';
    await ask('karin', address, OKANT);
    const [unknown, foreign] = [await ask('karin', address, OKANT), await ask('karin', address, SLUTEN)];
    expect(unknown.status).toBe(404);
    expect(foreign).toEqual(unknown);
    expect((await ask('karin', address, FRAMMANDE)).status).toBe(200);
  });

  it('is known to those who may', async () => {
    const sara = web.client();
    await sara.login('sara', '/mig');
    expect((await sara.get(`/kansli/arenden/${FRAMMANDE}`)).status).toBe(403);
    expect((await sara.get('/arenden')).html).toContain(FRAMMANDE);
  });

  it('does not show in what a form that is sent is answered', async () => {
    for (const sub of STRANGERS) {
      const client = clients.get(sub);
      const send = async (nummer: string) => {
        const answer = await client?.post(`/arenden/${nummer}/beslut/felregistrering`, { skal: 'x' }, '/mig');
        return answer && asSeen(answer, nummer);
      };
      const unknown = await send(OKANT);
      expect([sub, unknown?.status]).toEqual([sub, 404]);
      expect(await send(FRAMMANDE)).toEqual(unknown);
    }
  });

  it('is not found by what is no number at all', async () => {
    for (const address of ADDRESSES) expect((await ask('olle', address, INTE_ENS_ETT_NUMMER)).status).toBe(404);
  });
});
