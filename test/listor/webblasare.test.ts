import type { Browser, Page } from 'playwright-core';
import type { Fas } from '../../domain/faser.js';
import { axeViolations, htmlFaults, launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { loginPage, startWeb, type TestWeb } from '../support/web.js';
import { createFall, createFixtur, NU } from './fixture.js';

let database: TestDatabase;
let web: TestWeb;
let browser: Browser;

const FASER: readonly Fas[] = [
  'mottagen',
  'konsultation',
  'kartlaggning',
  'process',
  'bada',
  'verkstallighet',
  'avslut',
];
const LONG = 'Annamariasofiaelisabetkristina Testpersonssonmedettväldigtlångtefternamnutanbindestreck';

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(NU) } });
  const fixtur = await createFixtur(web.prisma);
  await web.prisma.verksamhet.update({
    where: { id: fixtur.verksamhet.psyk },
    data: { namn: 'Vuxenpsykiatriskaöppenvårdsmottagningensrehabiliteringsteam i norra länsdelen' },
  });
  await web.prisma.anvandare.update({ where: { sub: 'kajsa' }, data: { namn: LONG } });
  const falls = Array.from({ length: 300 }, (_, index) => ({
    nummer: `SAMBA-2026-${String(index + 1).padStart(4, '0')}`,
    fas: FASER[index % FASER.length] ?? 'process',
    koordinator: 'kajsa',
    namn: LONG,
    skyddad: index % 40 === 3,
    samtycken: [['psyk']] as const,
    paDagordning: true,
    uppgifter: [
      index % 2 ? (['yttrande', '2026-11-18', 'psyk'] as const) : (['planuppfoljning', '2026-11-30'] as const),
    ],
  }));
  await createFall(web.prisma, fixtur, falls);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await web?.stop();
  await database?.drop();
});

const ADDRESSES: readonly (readonly [sub: string, path: string])[] = [
  ['kajsa', '/'],
  ['tea', '/'],
  ['sten', '/'],
  ['karin', '/'],
  ['tea', '/uppgifter'],
  ['kajsa', '/uppgifter?visa=alla&sida=2'],
  ['olle', '/uppgifter'],
  ['sara', '/uppgifter?visa=alla&forsenade=ja&roll=teamrepresentant&har=ingen'],
  ['kajsa', '/uppgifter/egna'],
  ['kajsa', '/dagen'],
  ['tea', '/dagen'],
  ['olle', '/dagen'],
  ['kajsa', '/arenden'],
  ['sara', '/arenden?nummer=SAMBA-2026-9999'],
  ['sara', '/arenden?fas=stangd'],
  ['karin', '/kansli'],
  ['karin', '/kansli/arenden/SAMBA-2026-0002'],
  ['sara', '/hjalp'],
  ['sara', '/tillganglighet'],
  ['tea', '/mig'],
];

async function faults(page: Page): Promise<Record<string, unknown>> {
  return { axe: await axeViolations(page), sideways: await sidewaysScroll(page) };
}

describe('with 300 cases and long names', () => {
  it.each(ADDRESSES)(
    '%s reads %s without faults, wide and narrow',
    async (sub, path) => {
      const context = await newContext(browser, 1280);
      const page = await context.newPage();
      await loginPage(page, web.baseUrl, sub, path);
      expect(await faults(page)).toEqual({ axe: [], sideways: 0 });
      expect(await htmlFaults(await page.content())).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await faults(page)).toEqual({ axe: [], sideways: 0 });
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('main .button--primary').count()).toBeLessThanOrEqual(1);
      await context.close();
    },
    60_000,
  );

  it('reads help and accessibility without login, with nobody’s address', async () => {
    const visitor = web.client();
    expect((await visitor.get('/hjalp')).rubrik).toBe('Hjälp');
    const statement = await visitor.get('/tillganglighet');
    expect(statement.rubrik).toBe('Tillgänglighet');
    expect(statement.html).not.toContain('@');
  });
});
