import type { Browser } from 'playwright-core';
import { axeViolations, htmlFaults, launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { loginPage, startWeb, type TestWeb } from '../support/web.js';
import { createPeople, HANNA, KARIN } from './people.js';

let database: TestDatabase;
let web: TestWeb;
let browser: Browser;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url });
  await createPeople(web.prisma);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await web?.stop();
  await database?.drop();
});

describe('in a browser', () => {
  it.each([true, false])(
    'two people log in and out one after the other (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const context = await browser.newContext({ javaScriptEnabled, locale: 'sv-SE' });
      const page = await context.newPage();
      const blocked: string[] = [];
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) blocked.push(message.text());
      });
      for (const [sub, name] of [[HANNA, 'Hanna Handläggarsson'] as const, [KARIN, 'Karin Kanslisson'] as const]) {
        await page.goto(web.baseUrl);
        await page.locator(`button[value="${sub}"]`).first().click();
        await page.locator('.inloggad__namn', { hasText: name }).waitFor();
        await page.getByRole('button', { name: 'Logga ut' }).click();
        await page.getByRole('heading', { level: 1, name: 'Du är utloggad' }).waitFor();
      }
      expect(blocked).toEqual([]);
      await context.close();
    },
    60_000,
  );

  it.each([1280, 320])(
    'the pages of the login are accessible and fit in %i px',
    async (width) => {
      const context = await newContext(browser, width);
      const page = await context.newPage();
      const look = async (name: string) => {
        const folder = process.env['SCREENSHOTS'];
        if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
        expect(await axeViolations(page)).toEqual([]);
        expect(await htmlFaults(await page.content())).toEqual([]);
        expect(await sidewaysScroll(page)).toBe(0);
      };
      await page.goto(`${web.baseUrl}/logga-in`);
      await look('valj-person');
      await page.goto(`${web.baseUrl}/logga-in/retur`);
      await look('inloggningen-avbrots');
      await loginPage(page, web.baseUrl, HANNA);
      await look('start');
      await page.goto(`${web.baseUrl}/finns-inte`);
      await look('finns-inte');
      await web.pool.query('DELETE FROM session.session');
      await page.goto(`${web.baseUrl}/utloggad`);
      await look('utloggad');
      await context.close();
    },
    60_000,
  );

  it('a form of a session that has ended is kept through the login', async () => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await loginPage(page, web.baseUrl, HANNA);
    await web.pool.query('DELETE FROM session.session');
    // the log-out form is the one form every page has; sent elsewhere it is any form
    await page.evaluate(`document.querySelector('form[action="/logga-ut"]').action = '/remisser/ny'`);
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.getByRole('heading', { level: 1, name: 'Du har blivit utloggad' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Logga in och fortsätt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Skicka det du skrev' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/remisser/ny')),
      page.getByRole('button', { name: 'Skicka nu' }).click(),
    ]);
    expect(response.request().method()).toBe('POST');
    expect(response.status()).toBe(404);
    await context.close();
  });
});
