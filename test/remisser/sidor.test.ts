import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Browser } from 'playwright-core';
import { formatDatum } from '../../api/components/format.js';
import { listRemisser, listUtkast } from '../../api/queries/remisser.js';
import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import { PrismaClient } from '../../prisma/generated/client.js';
import { axeViolations, htmlFaults, launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';
import { createDatabase, whileTraceIsShut, type TestDatabase } from '../support/postgres.js';
import { loginPage, startWeb, type TestWeb } from '../support/web.js';
import { fattaDirekt } from './beslut.js';
import { fillUntil, ifyllt } from './ifyllt.js';
import { createVarld, HELGA, HERMAN, IDAG, NU, remissinnehall, SVEN, testPersonnummer, type Varld } from './varld.js';

let database: TestDatabase;
let web: TestWeb;
let varld: Varld;
let browser: Browser;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(new Date(NU)) } });
  varld = await createVarld(web.prisma);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await web?.stop();
  await database?.drop();
});

const helga = async () => {
  const client = web.client();
  await client.login(HELGA);
  return client;
};

let made = 0;
const send = (changed: object = {}, nu = NU) => {
  made += 1;
  const innehall = { ...remissinnehall(varld, testPersonnummer('19700101', made)), ...changed };
  return skickaRemiss(web.prisma, { remittent: varld.helga, innehall, nu });
};

describe('a sent remiss', () => {
  it('tells what it waits for and until when, and the reading is logged', async () => {
    const { nummer, arendeId } = await send();
    const page = await (await helga()).get(`/remisser/${nummer}`);
    expect(page).toMatchObject({ status: 200, rubrik: nummer });
    expect(page.html).toContain('Granska remissen');
    expect(page.html).toContain('2026-11-26');
    expect(page.html.split('Det du skickade')[0]).toContain('Test Testsson');
    const log = await web.prisma.logg.findMany({ where: { arendeId, handling: 'las_remiss' } });
    expect(log).toMatchObject([{ avId: varld.helga.id, grund: 'remittent', nar: new Date(NU) }]);
  });

  it('is not there for another handläggare, and leaves no trace of a reading', async () => {
    const { nummer, arendeId } = await send();
    const herman = web.client();
    await herman.login(HERMAN);
    expect((await herman.get(`/remisser/${nummer}`)).status).toBe(404);
    expect((await herman.get('/remisser/SAMBA-2026-9999')).status).toBe(404);
    expect((await herman.get('/remisser')).html).not.toContain(nummer);
    expect(await web.prisma.logg.count({ where: { arendeId, handling: 'las_remiss' } })).toBe(0);
  });

  it('shows nothing when the reading cannot be logged', async () => {
    const { nummer } = await send();
    const client = await helga();
    await whileTraceIsShut(database.url, async () => {
      const page = await client.get(`/remisser/${nummer}`);
      expect(page.status).toBe(500);
      expect(page.html).not.toContain('Testsson');
    });
  });

  it('shows the råd with its actions, and the button to report back', async () => {
    const verksamheter = [varld.fk, varld.iff, varld.af];
    const [given] = remissinnehall(varld).samtycken;
    const samtycken = verksamheter.map((verksamhet) => ({ ...given, verksamhet, giltigtFran: '2026-10-01' }));
    const sent = await send({ samtycken }, '2026-10-05T08:00:00.000Z');
    await fattaDirekt(
      web.prisma,
      sent.arendeId,
      varld.sven,
      'granskning',
      { utfall: 'accepterad' },
      {},
      '2026-10-06T08:00:00.000Z',
    );
    const { lage } = await web.prisma.arende.findUniqueOrThrow({ where: { id: sent.arendeId } });
    const { mote } = lage as unknown as { mote: { borjar: string } };
    const varde = { utfall: 'rad' as const, narvarande: verksamheter };
    const atgard = {
      id: randomUUID(),
      atgard: 'Boka tid hos <b>vården</b>',
      verksamhet: varld.af,
      ansvarig: 'Arne Ansvarigsson',
      senast: '2026-12-10',
    };
    await fattaDirekt(
      web.prisma,
      sent.arendeId,
      varld.sven,
      'rekommendation',
      varde,
      { motivering: 'Prova detta\nförst.', atgarder: [atgard] },
      // registered a week after the meeting
      new Date(Date.parse(mote.borjar) + 7 * 86_400_000).toISOString(),
    );
    const client = await helga();
    const { html } = await client.get(`/remisser/${sent.nummer}`);
    expect(html).toContain('Teamets rekommendation: råd');
    const dag = (instant: number) => formatDatum(new Date(instant));
    expect(html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toContain(
      `Teamets möte ${dag(Date.parse(mote.borjar))} Registrerad ${dag(Date.parse(mote.borjar) + 7 * 86_400_000)}`,
    );
    expect(html).toContain('Prova detta\nförst.');
    expect(html).toContain('Boka tid hos &lt;b>vården&lt;/b>');
    expect(html).toContain('Arne Ansvarigsson');
    expect(html).toContain(`href="/arenden/${sent.nummer}/beslut/aterkoppling"`);
    // what she owes herself comes first, though an action of the råd falls due before it
    const atgardFirst = { nastaUppgift: 'atgard', nastaRoll: 'medhandlaggare', nastaForfaller: new Date('2026-11-25') };
    const { nastaUppgift, nastaRoll, nastaForfaller } = await web.prisma.arende.findUniqueOrThrow({
      where: { id: sent.arendeId },
    });
    await web.prisma.arende.update({ where: { id: sent.arendeId }, data: atgardFirst });
    const list = await client.get('/remisser');
    expect(list.html).toContain('Du: återkoppla på rådet');
    expect((await client.get(`/remisser/${sent.nummer}`)).html).toContain(
      '<p class="nasta-steg__uppgift">Återkoppla på rådet</p>',
    );
    const restored = { nastaUppgift, nastaRoll, nastaForfaller };
    await web.prisma.arende.update({ where: { id: sent.arendeId }, data: restored });
    const sven = web.client();
    await sven.login(SVEN);
    const step = (await sven.get(`/arenden/${sent.nummer}`)).html.split('Vad vill du göra?')[0];
    expect(step).toContain('Återkoppla på rådet åt remittenten');
    expect(step).not.toContain('button--primary');
  });

  it('tells why it was not taken on, and stands among the closed ones', async () => {
    const { arendeId, nummer } = await send();
    await fattaDirekt(
      web.prisma,
      arendeId,
      varld.sven,
      'granskning',
      { utfall: 'inte_aktuell' },
      { skal: 'Hör till en annan insats.' },
      NU,
    );
    const client = await helga();
    const { html } = await client.get(`/remisser/${nummer}`);
    expect(html).toContain('Hör till en annan insats.');
    expect(html).toContain('Stängd: inte aktuell');
    expect(html).not.toContain('Nästa steg');
    const list = await client.get('/remisser');
    expect(list.html.indexOf(nummer)).toBeGreaterThan(list.html.indexOf('Stängda'));
  });

  it('tells nothing more once samtycke for the sender’s verksamhet has ended', async () => {
    const { arendeId, nummer } = await send();
    await web.prisma.samtycke.updateMany({ where: { arendeId, verksamhetId: varld.fk }, data: { aterkallat: NU } });
    const client = await helga();
    const { html } = await client.get(`/remisser/${nummer}`);
    expect(html).toContain('Samtycket för din verksamhet gäller inte längre');
    expect(html).toContain('Vad kan vi göra tillsammans?');
    expect(html).not.toContain('Granska remissen');
    expect(html).not.toContain('Remissen kom in');
    const list = await client.get('/remisser');
    expect(list.html).toContain('Samtycket gäller inte längre');
  });
});

describe('the pages', () => {
  it('are sound: HTML, accessibility, no sideways scroll at 320 pixels, with long words and with errors', async () => {
    const client = await helga();
    const adress = await fillUntil(client, 'kontrollera', {
      person: { ...ifyllt.person, namn: 'Testsson'.repeat(20), kommun: '0880' },
      fraga: { fraga: 'Ord'.repeat(300) },
    });
    const { nummer } = await send({ problembild: 'Ord'.repeat(300) });
    const empty = await fillUntil(client, 'insats');
    await client.post(`${empty}/insats`, {});
    const paths = [
      '/remisser',
      `/remisser/${nummer}`,
      `${empty}/insats?ratta=ja`,
      `${adress}/ta-bort`,
      ...['insats', 'person', 'samtycke', 'bakgrund', 'fraga', 'kontrollera'].map((sida) => `${adress}/${sida}`),
    ];
    const context = await newContext(browser, 320);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await loginPage(page, web.baseUrl, HELGA, '/remisser');
    const faults: Record<string, unknown> = {};
    for (const path of paths) {
      await page.goto(web.baseUrl + path);
      const found = [...(await axeViolations(page)), ...(await htmlFaults((await client.get(path)).html))];
      const scroll = await sidewaysScroll(page);
      if (found.length > 0 || scroll > 0) faults[path] = { found, scroll };
    }
    expect(faults).toEqual({});
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('ask the database the same number of questions however many remisser there are', async () => {
    const counting = new PrismaClient({
      adapter: new PrismaPg({ connectionString: database.url }),
      log: [{ emit: 'event', level: 'query' }],
    });
    let asked = 0;
    counting.$on('query', () => (asked += 1));
    const statements = async () => {
      const before = asked;
      await Promise.all([
        listRemisser(counting, { id: varld.helga.id, roller: [], team: [] }, IDAG),
        listUtkast(counting, varld.helga.id),
      ]);
      return asked - before;
    };
    const few = await statements();
    for (let index = 0; index < 12; index += 1) await send();
    expect(await statements()).toBe(few);
    expect(few).toBeLessThanOrEqual(8);
    await counting.$disconnect();
  });
});
