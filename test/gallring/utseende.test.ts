import type { Browser, Page } from 'playwright-core';
import { Sidkontroll } from '../browser/sidkontroll.js';
import { launchBrowser, newContext } from '../support/browser.js';
import { createDemoDatabase, DEMO_NU } from '../support/demo-database.js';
import type { TestDatabase } from '../support/postgres.js';
import { loginPage, startWeb, type TestWeb } from '../support/web.js';

const kontroll = new Sidkontroll();
let database: TestDatabase;
let web: TestWeb;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  database = await createDemoDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(DEMO_NU) } });
  browser = await launchBrowser();
  page = await (await newContext(browser)).newPage();
  kontroll.follow(page);
});
afterAll(async () => {
  await browser?.close();
  await web?.stop();
  await database?.drop();
});

it('is proposed by ticking rows and decided by another, in pages without faults', async () => {
  await loginPage(page, web.baseUrl, 'agda-arkivsson', '/gallring');
  await kontroll.look(page);
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Föreslå gallring av det valda' }).click();
  await page.getByRole('heading', { name: 'Förslag om gallring' }).waitFor();
  await kontroll.look(page);
  await page.goto(`${web.baseUrl}/gallring/undantag`);
  await kontroll.look(page);
  await loginPage(page, web.baseUrl, 'fredrika-forvaltarsson', '/gallring');
  await kontroll.look(page);
  await page
    .getByRole('table', { name: /Förslag/ })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('button', { name: 'Besluta om gallring' }).click();
  await page.getByText('Gallringen är beslutad.').waitFor();
  await kontroll.look(page, 'beslutad');
  expect(kontroll.kinds.size).toBe(4);
});
