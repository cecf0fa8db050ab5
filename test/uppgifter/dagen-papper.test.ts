import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';
import { loginPage } from '../support/web.js';
import { createFall } from '../listor/fixture.js';
import { startUppgiftsvarld, type Uppgiftsvarld } from './varld.js';

/** An A4 page within margins of 15 mm, in CSS pixels. */
const A4 = 680;

let varld: Uppgiftsvarld;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  varld = await startUppgiftsvarld();
  await createFall(varld.web.prisma, varld.fixtur, [
    { nummer: 'SAMBA-2026-0001', fas: 'mottagen', uppgifter: [['granskning', '2026-11-10']] },
  ]);
  browser = await launchBrowser();
  context = await newContext(browser, A4);
  page = await context.newPage();
  await loginPage(page, varld.web.baseUrl, 'sara', '/dagen');
  await page.emulateMedia({ media: 'print' });
});
afterAll(async () => {
  await context?.close();
  await browser?.close();
  await varld?.stop();
});

const visible = (selector: string) => page.locator(selector).filter({ visible: true }).count();

describe('the page of the day on paper', () => {
  it('has the day alone: no menu, header, footer or button', async () => {
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.getByText('Granska remissen').isVisible()).toBe(true);
    expect(await visible('nav, .sidtopp, footer, button, input')).toBe(0);
  });

  it('has a box to tick beside each task and not above its words, within the page', async () => {
    const [ruta, ord] = await Promise.all([
      page.locator('.dagen__ruta').boundingBox(),
      page.getByText('Granska remissen').boundingBox(),
    ]);
    expect((ruta?.x ?? 0) + (ruta?.width ?? 0)).toBeLessThan(ord?.x ?? 0);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  it('marks what is late without a colour, and has no link that looks like one', async () => {
    const style = (selector: string, name: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
    expect(await style('.tabell__rad--fel > :first-child', 'border-left-color')).toBe('rgb(0, 0, 0)');
    expect(await style('.dagen td a', 'text-decoration-line')).toBe('none');
  });
});
