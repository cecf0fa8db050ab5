import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newContext } from '../support/browser.js';
import { loginPage } from '../support/web.js';
import { createFall, NU, removeFall } from '../listor/fixture.js';
import { rowsOf } from '../listor/text.js';
import { startUppgiftsvarld, type Uppgiftsvarld } from './varld.js';

let varld: Uppgiftsvarld;
let browser: Browser;

beforeAll(async () => {
  varld = await startUppgiftsvarld();
  browser = await launchBrowser();
});

beforeEach(async () => {
  varld.setNu(NU);
  await removeFall(varld.databaseUrl);
  await varld.web.prisma.anvandare.updateMany({ data: { uppgifterSedda: null } });
});

afterAll(async () => {
  await browser?.close();
  await varld?.stop();
});

const SENARE = new Date('2026-11-24T10:00:00.000Z');
/** A remiss that has just come in, to be reviewed. */
const kommer = (nummer: string, skapad = SENARE) =>
  createFall(varld.web.prisma, varld.fixtur, [
    { nummer, fas: 'mottagen', uppgifter: [['granskning', '2026-11-26']], skapad },
  ]);

const BAKGRUND = { 'x-bakgrund': 'ja', 'hx-request': 'true' };
const puls = async (sub: string, query = '') => {
  const answer = await (await varld.as(sub)).get(`/puls${query}`, { headers: BAKGRUND });
  const told = JSON.parse(answer.headers.get('hx-trigger') ?? '{}') as { puls?: Record<string, unknown> };
  return { ...answer, puls: told.puls };
};
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
const stampelIn = (html: string) => /id="stampel"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('what has come since somebody last opened her list', () => {
  it('stands in the title of every page until she opens it, and is marked there once', async () => {
    await kommer('SAMBA-2026-0001', NU);
    const list = await varld.page('sara', '/uppgifter');
    expect(titleOf(list.html)).toBe('Uppgifter – Remissflöde');
    varld.setNu(SENARE);
    await kommer('SAMBA-2026-0002');
    for (const path of ['/', '/arenden', '/mig', '/hjalp', '/uppgifter/egna', '/finns-inte'])
      expect([path, titleOf((await varld.page('sara', path)).html)]).toEqual([path, expect.stringMatching(/^\(1\) /)]);
    const opened = await varld.page('sara', '/uppgifter');
    expect(opened.html.match(/>Ny</g)).toHaveLength(1);
    expect(titleOf((await varld.page('sara', '/')).html)).toMatch(/^Att göra nu/);
    expect((await varld.page('sara', '/uppgifter')).html).not.toContain('>Ny<');
  });

  it('is also what somebody else gave her, and not what she took herself', async () => {
    await kommer('SAMBA-2026-0001', NU);
    for (const sub of ['sara', 'siv']) await varld.page(sub, '/uppgifter');
    varld.setNu(SENARE);
    const ids = await varld.idOf('SAMBA-2026-0001');
    const { siv = '' } = varld.fixtur.person;
    await (await varld.as('sara')).post('/uppgifter/ta', { id: ids, slag: 'ta', ater: '/uppgifter' }, '/uppgifter');
    expect((await puls('sara')).puls).toEqual({ mina: 1, olasta: 0 });
    await (
      await varld.as('sara')
    ).post('/uppgifter/fordela/beslut', { slag: 'ge', ids, till: siv, dag: '', not: '' }, '/uppgifter');
    expect([(await puls('siv')).puls, (await puls('sara')).puls]).toEqual([
      { mina: 1, olasta: 1 },
      { mina: 0, olasta: 0 },
    ]);
  });
});

describe('the pulse', () => {
  it('tells the numbers and nothing else while nothing has changed, and marks nothing as seen', async () => {
    await kommer('SAMBA-2026-0001');
    for (let times = 0; times < 2; times += 1) {
      const { status, html, puls: told } = await puls('sara');
      expect([status, html, told]).toEqual([204, '', { mina: 1, olasta: 1 }]);
    }
  });

  it('brings a list when it is another than the page has, and only what the person may see', async () => {
    await kommer('SAMBA-2026-0001');
    const stampel = stampelIn((await varld.page('sara', '/uppgifter')).html);
    expect((await puls('sara', `?lista=visa%3Dmina&stampel=${stampel}`)).status).toBe(204);
    await kommer('SAMBA-2026-0002');
    const news = await puls('sara', `?lista=visa%3Dmina&stampel=${stampel}`);
    expect([news.status, rowsOf(news.html)]).toEqual([200, ['SAMBA-2026-0001', 'SAMBA-2026-0002']]);
    expect((await puls('sara', `?lista=visa%3Dmina&stampel=${stampelIn(news.html)}`)).status).toBe(204);
    expect(rowsOf((await puls('hanna', '?lista=visa%3Dalla')).html)).toEqual([]);
  });

  it('is asked with the mark that keeps no session alive, and sends nobody who is logged out away from what she writes', async () => {
    for (const path of ['/uppgifter', '/mig'])
      expect((await varld.page('sara', path)).html).toMatch(
        /<div id="puls"[^>]* hx-get="\/puls[^>]* hx-headers="{&quot;X-Bakgrund&quot;:&quot;ja&quot;}"/,
      );
    const { status, headers } = await varld.web.client().get('/puls', { headers: BAKGRUND, follow: false });
    expect([status, headers.get('location'), headers.get('hx-redirect')]).toEqual([204, null, null]);
    expect(headers.get('hx-trigger')).toBe('{"puls":{"utloggad":true}}');
  });
});

describe('a list that is open in a browser', () => {
  /** The window is looked at again; the page asks at once instead of within twenty seconds. */
  const look = (page: Page) => page.evaluate("window.dispatchEvent(new Event('focus'))");
  const open = async (sub: string, path: string) => {
    const context = await newContext(browser);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await loginPage(page, varld.web.baseUrl, sub, path);
    return { page, errors, close: () => context.close() };
  };
  /** Whether all of something is within the window, however far down the page goes. */
  const inWindow = (page: Page, selector: string) =>
    page.evaluate<boolean>(`(() => {
      scrollTo(0, 0);
      const { top, bottom, height } = document.querySelector('${selector}').getBoundingClientRect();
      return height > 0 && top >= 0 && bottom <= innerHeight;
    })()`);
  const row = (page: Page, nummer: string) => page.getByRole('rowheader', { name: nummer });

  it('gets a new task while its reader writes a task of her own, and loses nothing that she wrote', async () => {
    await kommer('SAMBA-2026-0001', NU);
    const { page, errors, close } = await open('siv', '/uppgifter');
    await page.getByText('Lägg till egen uppgift').click();
    await page.getByLabel('Vad ska du göra?').fill('Ring på tis');
    await page.getByLabel('Vad ska du göra?').press('End');

    varld.setNu(SENARE);
    await kommer('SAMBA-2026-0002');
    await look(page);
    await row(page, 'SAMBA-2026-0002').waitFor();
    await page.keyboard.type('dag');
    expect(await page.getByLabel('Vad ska du göra?').inputValue()).toBe('Ring på tisdag');
    expect(await page.title()).toBe('(1) Uppgifter – Remissflöde');
    expect(await page.locator('#meny-antal').textContent()).toContain('2');
    expect(await page.locator('#listhuvud').textContent()).toContain('2 uppgifter väntar på dig');
    expect(await page.locator('output#puls-sagt').textContent()).toBe('1 ny uppgift väntar på dig.');
    expect(errors).toEqual([]);
    await close();
  });

  it('is left alone under who has begun to choose, who is told; and follows when she has let go', async () => {
    await kommer('SAMBA-2026-0001', NU);
    await kommer('SAMBA-2026-0002', NU);
    const { page, errors, close } = await open('siv', '/uppgifter');
    await page.setViewportSize({ width: 1280, height: 400 });
    const box = page.getByLabel('Välj Granska remissen i SAMBA-2026-0002');
    await box.check();

    const sara = await varld.as('sara');
    const id = await varld.idOf('SAMBA-2026-0001');
    await sara.post('/uppgifter/ta', { id, slag: 'ta', ater: '/uppgifter' }, '/uppgifter');
    await look(page);
    await page.getByText('Det du har valt är kvar. Visa det nya').waitFor();
    expect(await box.isChecked()).toBe(true);
    expect(await inWindow(page, '#puls-nytt')).toBe(true);
    expect(await row(page, 'SAMBA-2026-0001').count()).toBe(1);

    await box.uncheck();
    await look(page);
    await row(page, 'SAMBA-2026-0001').waitFor({ state: 'detached' });
    expect(await page.getByText('Visa det nya').isVisible()).toBe(false);
    expect(await page.evaluate<string>('document.activeElement.id')).toBe(await box.getAttribute('id'));
    expect(errors).toEqual([]);
    await close();
  });

  it('tells on any other page too, and on the next click where there are no scripts', async () => {
    const { page, close } = await open('siv', '/mig');
    expect(await page.locator('#meny-antal').isVisible()).toBe(false);
    await kommer('SAMBA-2026-0001');
    await look(page);
    await page.locator('#meny-antal').waitFor();
    expect(await page.title()).toMatch(/^\(1\) /);
    await close();

    const context = await newContext(browser, 1280, false);
    const plain = await context.newPage();
    await loginPage(plain, varld.web.baseUrl, 'siv', '/uppgifter?visa=alla');
    await kommer('SAMBA-2026-0002');
    await plain.getByRole('link', { name: /^Mina/ }).click();
    await row(plain, 'SAMBA-2026-0002').waitFor();
    await context.close();
  });
});
