import type { Browser, Page } from 'playwright-core';
import { launchBrowser, newContext } from '../support/browser.js';
import { until } from '../support/until.js';
import { loginPage } from '../support/web.js';
import { startVarld, type Varld } from './varld.js';

describe('What somebody has written and not sent', () => {
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

  const open = async (path: string) => {
    const context = await newContext(browser);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await loginPage(page, varld.web.baseUrl, 'koordinator', path);
    return { page, asked, close: () => context.close() };
  };
  const home = (page: Page) => page.getByRole('link', { name: 'Start', exact: true }).click();

  it('is not left without a question: whoever stays has it still', async () => {
    const { page, asked, close } = await open(`/arenden/${varld.nummer}/anteckningar`);
    const text = page.locator('textarea').first();
    await text.fill('Halva meningen');
    await home(page);
    await until('the question', () => asked.length > 0);
    expect(asked).toEqual(['beforeunload']);
    expect(await text.inputValue()).toBe('Halva meningen');
    await close();
  });

  it('asks nothing of who has written nothing, has emptied it again, or sends it', async () => {
    const { page, asked, close } = await open(`/arenden/${varld.nummer}/anteckningar`);
    await home(page);
    await page.waitForURL(`${varld.web.baseUrl}/`);
    await page.goBack();
    const text = page.locator('textarea').first();
    await text.fill('Något');
    await text.fill('');
    await home(page);
    await page.waitForURL(`${varld.web.baseUrl}/`);
    expect(asked).toEqual([]);
    await close();
  });
});
