import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import express from 'express';
import helmet from 'helmet';
import type { Browser, Page } from 'playwright-core';
import { renderPage } from '../../api/components/sida.js';
import { assetUrl, staticFiles } from '../../api/static.js';
import { axeViolations, htmlFaults, launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';
import { Gallery } from './gallery.js';

const HOSTILE = `"><script>window.hacked=1</script><img src=x onerror=window.hacked=1>'</textarea>`;

const csp = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  formAction: ["'self'"],
};

let server: Server;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const app = express();
  app.use(helmet({ contentSecurityPolicy: { useDefaults: false, directives: csp } }), staticFiles());
  app.get('/', (request, response) => {
    const hostile = request.query.hostile ? HOSTILE : '';
    const count = Number(request.query.count ?? 6);
    response.send(renderPage(<Gallery count={count} hostile={hostile} />));
  });
  server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The test server has no port.');
  address = `http://127.0.0.1:${bound.port}/`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
});

/** Opens the gallery and gives the page, with what the browser complained about. */
async function open(width: number, path = '', options = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await newContext(browser, width);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  if (Object.keys(options).length > 0) await page.emulateMedia(options);
  await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
  return { page, complaints };
}

describe('the gallery of every component', () => {
  test('is faultless HTML', async () => {
    expect(await htmlFaults(renderPage(<Gallery />))).toEqual([]);
  });

  test.each([320, 800, 1280])('has no accessibility violations and no sideways scroll at %d px', async (width) => {
    const { page, complaints } = await open(width);
    expect(await axeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('has no sideways scroll with text at 200 percent', async () => {
    const { page } = await open(1280);
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    expect(await sidewaysScroll(page)).toBe(0);
    await page.context().close();
  });

  test('holds neither inline style nor inline script', () => {
    const html = renderPage(<Gallery hostile={HOSTILE} />);
    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
  });

  test('shows hostile text as text and runs none of it', async () => {
    const { page, complaints } = await open(1280, '?hostile=1');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.inputValue('#fraga')).toBe(`\nRad två${HOSTILE}`);
    expect(await page.inputValue('#personnummer')).toBe(`1990${HOSTILE}`);
    expect(await page.title()).toContain(HOSTILE);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('puts focus on the error summary, whose links lead to the fields', async () => {
    const { page } = await open(1280);
    expect(await page.evaluate('document.activeElement.className')).toContain('felsammanfattning');
    await page.getByRole('link', { name: 'Välj man, kvinna eller uppgift saknas.' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('kon');
    await page.context().close();
  });

  test('names a field by its label and describes it by hint and error', async () => {
    const { page } = await open(1280);
    const field = page.getByRole('textbox', { name: 'Personnummer', exact: true });
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.getAttribute('aria-describedby')).toBe('personnummer-hint personnummer-fel');
    await page.context().close();
  });

  test('gives every button, field and row of choice at least 24 pixels to hit', async () => {
    const { page } = await open(320);
    const small = await page.evaluate<string[]>(`[...document.querySelectorAll(
      'button, .button, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, .val__rad label, nav a')]
      .filter((one) => { const box = one.getBoundingClientRect(); return box.width > 1 && box.height < 24; })
      .map((one) => one.outerHTML.slice(0, 90))`);
    expect(small).toEqual([]);
    await page.context().close();
  });

  test('serves every style sheet that lies in the public folder', async () => {
    const served = await (await fetch(new URL(assetUrl('stil.css'), address))).text();
    const sheets = readdirSync('api/public').filter((file) => file.endsWith('.css'));
    const missing = sheets.filter((file) => !served.includes(readFileSync(`api/public/${file}`, 'utf8')));
    expect(missing).toEqual([]);
  });

  test('serves its files for a year under addresses that follow their content', async () => {
    const html = renderPage(<Gallery />);
    const url = /href="(\/static\/stil-[0-9a-f]{12}\.css)"/.exec(html)?.[1] ?? '';
    const response = await fetch(new URL(url, address));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(new URL('/static/stil-000000000000.css', address))).status).toBe(404);
  });
});
