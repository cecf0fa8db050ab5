import type { Browser, Page } from 'playwright-core';
import { IDAG, startVarld, type Varld } from '../anteckningar/varld.js';
import { asDate } from '../../prisma/client.js';
import { launchBrowser, newContext } from '../support/browser.js';
import { loginPage } from '../support/web.js';

const BAKGRUND = { 'x-bakgrund': 'ja', 'hx-request': 'true' };

/* Each test takes a right away and gives it back. */
describe('A page that is open while its reader loses the right to what it shows', () => {
  let varld: Varld;
  let browser: Browser;
  beforeAll(async () => {
    varld = await startVarld();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await varld?.stop();
  });

  const samtycke = async (verksamhet: keyof Varld['grund']['verksamhet'], change: object) =>
    varld.web.prisma.samtycke.updateMany({
      where: { arendeId: varld.arendeId, verksamhetId: varld.grund.verksamhet[verksamhet] },
      data: change,
    });
  const withdraw = (verksamhet: 'af' | 'fk') => samtycke(verksamhet, { aterkallat: new Date() });
  const giveBack = (verksamhet: 'af' | 'fk') => samtycke(verksamhet, { aterkallat: null, giltigtTill: null });

  const open = async (sub: string, path: string) => {
    const context = await newContext(browser);
    const page = await context.newPage();
    await loginPage(page, varld.web.baseUrl, sub, path);
    return { page, close: () => context.close() };
  };
  const look = (page: Page) => page.evaluate("window.dispatchEvent(new Event('focus'))");

  it('loses it too, within seconds: what stood there is gone and why is told, also of a form that was begun', async () => {
    for (const path of [`/arenden/${varld.nummer}`, `/arenden/${varld.nummer}/beslut/yttrande`]) {
      const { page, close } = await open('rep_af', path);
      await page.getByText('Prov Personsson').first().waitFor();
      await look(page);
      expect(await page.getByText('Prov Personsson').count()).toBeGreaterThan(0);
      await withdraw('af');
      await look(page);
      await page.locator('#puls-borta').waitFor();
      const html = await page.content();
      expect(html).not.toContain('Prov Personsson');
      expect(html).not.toContain('Lång frånvaro');
      expect(await page.title()).not.toContain(varld.nummer);
      await giveBack('af');
      await close();
    }
  });

  it('loses it when she is logged out, in another window or by time, but not what she has begun to write', async () => {
    const lasta = await open('rep_af', `/arenden/${varld.nummer}`);
    const skriven = await open('koordinator', `/arenden/${varld.nummer}/anteckningar`);
    const text = skriven.page.getByLabel('Anteckning', { exact: true });
    await text.fill('En halv anteckning');
    for (const { page } of [lasta, skriven]) {
      await page.getByText('Prov Personsson').first().waitFor();
      await page.context().clearCookies();
      await look(page);
      await page.locator('#puls-utloggad').waitFor();
      expect(await page.content()).not.toContain('Prov Personsson');
      expect(await page.title()).not.toContain(varld.nummer);
    }
    expect(await text.inputValue()).toBe('En halv anteckning');
    await lasta.close();
    await skriven.close();
  });

  const asked = async (sub: string, path: string): Promise<unknown> => {
    const client = await varld.as(sub);
    const page = await client.get(path);
    const [, fraga = ''] = /hx-get="(\/puls[^"]*)"/.exec(page.html) ?? [];
    const answer = await client.get(fraga.replaceAll('&amp;', '&'), { headers: BAKGRUND });
    return (JSON.parse(answer.headers.get('hx-trigger') ?? '{}') as { puls: { borta?: boolean } }).puls.borta;
  };
  const pulseOf = async (sub: string, path: string) => {
    const client = await varld.as(sub);
    const { html, status } = await client.get(path);
    expect(status).toBe(200);
    const [, fraga = ''] = /hx-get="(\/puls[^"]*)"/.exec(html) ?? [];
    return async () => {
      const answer = await client.get(fraga.replaceAll('&amp;', '&'), { headers: BAKGRUND });
      return (
        (JSON.parse(answer.headers.get('hx-trigger') ?? '{}') as { puls: { borta?: boolean } }).puls.borta ?? false
      );
    };
  };

  it('loses the meeting’s page with it, and the remittent how her remiss goes, but not what she sent', async () => {
    const { moteId } = await varld.web.prisma.motespunkt.findFirstOrThrow({ where: { arendeId: varld.arendeId } });
    const mote = await pulseOf('rep_af', `/moten/${moteId}`);
    const remiss = await pulseOf('remittent', `/remisser/${varld.nummer}`);
    expect([await mote(), await remiss()]).toEqual([false, false]);
    await withdraw('af');
    await withdraw('fk');
    expect([await mote(), await remiss()]).toEqual([true, true]);
    expect(await asked('remittent', `/remisser/${varld.nummer}`)).toBeUndefined();
    await giveBack('af');
    await giveBack('fk');
    expect([await mote(), await remiss()]).toEqual([false, false]);
  });

  it('loses it on the day after samtycke’s last one, and when others are named for a protected person', async () => {
    const gammalt = await pulseOf('rep_af', `/arenden/${varld.nummer}`);
    await samtycke('af', { giltigtFran: asDate('2026-01-01'), giltigtTill: asDate('2026-11-23') });
    expect(await gammalt()).toBe(true);
    await samtycke('af', { giltigtFran: asDate(IDAG), giltigtTill: null });
    expect(await gammalt()).toBe(false);
    const { individId } = await varld.web.prisma.arende.findUniqueOrThrow({ where: { id: varld.arendeId } });
    await varld.web.prisma.individ.update({ where: { id: individId }, data: { skyddad: true }, select: { id: true } });
    expect(await gammalt()).toBe(true);
  });
});
