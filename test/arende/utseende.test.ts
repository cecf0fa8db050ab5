import type { Browser } from 'playwright-core';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { axeViolations, htmlFaults, launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';
import { createDemoDatabase, DEMO_NU as NU } from '../support/demo-database.js';
import type { TestDatabase } from '../support/postgres.js';
import { loginPage, startWeb, type TestWeb } from '../support/web.js';
import { recordKeys } from '../support/record-keys.js';

const NARROW = 320;

/** Cases of the demo that between them show everything a case page can hold; a long form, and one sent empty. */
const PAGES: readonly (readonly [fas: string, path: string, send: boolean])[] = [
  ['stangd', '', false],
  ['bada', '', false],
  ['rad', '', false],
  ['konsultation', '/moten', false],
  ['process', '/tidslinje', false],
  ['mottagen', '/samtycken', false],
  ['kartlaggning', '/beslut/kartlaggning', true],
  ['avslut', '/beslut/avslutsuppgifter', true],
  ['mottagen', '/beslut/avslut', false],
];

describe('The pages of a case in a real browser', () => {
  let database: TestDatabase;
  let prisma: PrismaClient;
  let web: TestWeb;
  let browser: Browser;

  beforeAll(async () => {
    database = await createDemoDatabase();
    prisma = createPrisma(database.url, recordKeys);
    web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(NU) } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await web.stop();
    await prisma.$disconnect();
    await database.drop();
  });

  it.each(PAGES)(
    'are whole, accessible and fit a narrow window: %s%s',
    async (fas, path, send) => {
      const { nummer } = await prisma.arende.findFirstOrThrow({
        where: { fas, insats: { kod: 'samba_lis' } },
        orderBy: { nummer: 'asc' },
      });
      const context = await newContext(browser, NARROW);
      const page = await context.newPage();
      await loginPage(page, web.baseUrl, 'siv-samordnarsson', `/arenden/${nummer}${path}`);
      if (send) await page.locator('main form button.button--primary').click();
      if (send) await page.locator('.felsammanfattning').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await htmlFaults(await page.content())).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
