import type { Browser } from 'playwright-core';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { axeViolations, htmlFaults, launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';
import { createGrund } from '../support/grund.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { loginPage, startWeb, type TestWeb } from '../support/web.js';
import { recordKeys } from '../support/record-keys.js';

describe('The page of one’s own calendar', () => {
  let database: TestDatabase;
  let prisma: PrismaClient;
  let web: TestWeb;
  let browser: Browser;
  beforeAll(async () => {
    database = await createDatabase();
    prisma = createPrisma(database.url, recordKeys);
    await createGrund(prisma);
    web = await startWeb({ databaseUrl: database.url });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await web.stop();
    await prisma.$disconnect();
    await database.drop();
  });

  test.each([
    [320, 'rep_fk'],
    [1280, 'rep_af'],
  ] as const)('can be read and used by everybody at %i pixels', async (width, sub) => {
    const context = await newContext(browser, width);
    const page = await context.newPage();
    await loginPage(page, web.baseUrl, sub, '/mig/kalender');
    const look = async (name: string) => {
      expect(await htmlFaults(await page.content())).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      const folder = process.env['SKARMBILDER'];
      if (folder) await page.screenshot({ path: `${folder}/kalender-${name}-${width}.png`, fullPage: true });
    };
    await look('ingen');
    await page.getByRole('button', { name: 'Skapa adress' }).click();
    await page.getByRole('heading', { name: 'Kopiera adressen nu' }).waitFor();
    await look('visad');
    await page.goto(`${web.baseUrl}/mig/kalender`);
    await look('finns');
    await page.getByRole('button', { name: 'Ta bort adressen' }).click();
    await page.getByText('Adressen är borttagen').waitFor();
    await context.close();
  });
});
