import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from '../../prisma/project-root.js';
import { launchBrowser, newContext } from '../support/browser.js';

// Takes the README's pictures of a demo that runs (npm start). No test: jest only reads the TypeScript.
//   node --experimental-vm-modules node_modules/jest/bin/jest.js --testMatch '**/test/readme/bilder.ts'
const demo = process.env['BASE_URL'] ?? 'http://localhost:3000';

interface Bild {
  readonly fil: string;
  readonly namn: string;
  /** How the person gets from the first page to the one that is shown. */
  readonly dit: (page: Page) => Promise<unknown>;
}

const goto = (path: string) => (page: Page) => page.goto(demo + path);

const bilder: readonly Bild[] = [
  { fil: 'handlaggare', namn: 'Fia Exempelsson', dit: goto('/remisser') },
  { fil: 'koordinator', namn: 'Kajsa Koordinatorsson', dit: openFirstTask },
  { fil: 'sammankallande', namn: 'Siv Samordnarsson', dit: goto('/uppgifter') },
  { fil: 'kansli', namn: 'Karin Kanslisson', dit: goto('/kansli') },
];

/** The case that her most urgent task is about. */
async function openFirstTask(page: Page): Promise<void> {
  await page.goto(`${demo}/uppgifter`);
  await page.locator('a[href^="/arenden/"]').first().click();
  const [, , nummer] = new URL(page.url()).pathname.split('/');
  await page.goto(`${demo}/arenden/${nummer}`);
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test.each(bilder)('the page of $namn', async ({ fil, namn, dit }) => {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(`${demo}/logga-in`);
  await page.getByRole('button', { name: namn, exact: true }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/idp/'));
  await dit(page);
  await page.screenshot({
    path: join(projectRoot, 'docs', 'bilder', `${fil}.png`),
    clip: { x: 0, y: 0, width: 1280, height: 1000 },
    fullPage: true,
  });
  await context.close();
});
