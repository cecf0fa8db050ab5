import type { Browser } from 'playwright-core';
import { writeBrev } from '../../activities/utskick/brev.js';
import { brevHtml } from '../../activities/utskick/brev-html.js';
import type { Brevunderlag } from '../../activities/utskick/underlag.js';
import { axeViolations, htmlFaults, launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';

const LANK = 'https://remissflode.samordningsforbundet.example.se/arenden/PROV-2026-0042/beslut/insatstidsoversyn';
const underlag: Brevunderlag = {
  nummer: 'PROV-2026-0042',
  idag: '2026-11-30',
  sida: '/',
  granskasSenast: '2026-12-03',
  uppgift: { typ: 'utebliven_aterkoppling', roll: 'sammankallande', forfaller: '2026-11-27', egen: false },
};
const slag = ['kvitto', 'uppgift', 'paminnelse', 'rekommendation'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

describe.each(slag)('the HTML part of %s', (ett) => {
  const html = brevHtml(writeBrev(ett, underlag), LANK);

  test('is a clean document', async () => {
    // mail readers drop style sheets, so here styles do stand on the elements
    const faults = (await htmlFaults(html)).filter((fault) => !fault.includes('no-inline-style'));
    expect(faults).toEqual([]);
  });

  test.each([
    [320, 'light'],
    [700, 'light'],
    [700, 'dark'],
  ] as const)('can be read by everybody at %i pixels on a %s ground', async (width, colorScheme) => {
    const context = await newContext(browser, width);
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme });
    await page.setContent(html);
    expect(await axeViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const folder = process.env['SKARMBILDER'];
    if (folder) await page.screenshot({ path: `${folder}/mejl-${ett}-${width}-${colorScheme}.png` });
    await context.close();
  });
});

test('a mail of an unknown kind is not written', () => {
  expect(() => writeBrev('toString', underlag)).toThrow('unknown kind');
});
