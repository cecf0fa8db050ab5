import type { Browser } from 'playwright-core';
import { writeBrev } from '../../activities/utskick/brev.js';
import { brevHtml } from '../../activities/utskick/brev-html.js';
import { ersattningsord } from '../../activities/utskick/ersattningsbrev.js';
import { kallelseord } from '../../activities/utskick/kallelsebrev.js';
import { sammanstallningsbrev } from '../../activities/utskick/sammanstallningsbrev.js';
import type { Brevunderlag } from '../../activities/utskick/underlag.js';
import { axeViolations, htmlFaults, launchBrowser, newContext, sidewaysScroll } from '../support/browser.js';

const BAS = 'https://remissflode.samordningsforbundet.example.se';
const ADRESSER = {
  bas: BAS,
  lank: `${BAS}/arenden/PROV-2026-0042/beslut/insatstidsoversyn`,
  installningar: `${BAS}/mig/aviseringar`,
};
const underlag: Brevunderlag = {
  nummer: 'PROV-2026-0042',
  idag: '2026-11-30',
  sida: '/',
  granskasSenast: '2026-12-03',
  uppgift: {
    typ: 'utebliven_aterkoppling',
    roll: 'sammankallande',
    forfaller: '2026-11-27',
    egen: false,
    ersattare: false,
  },
};
const slag = ['kvitto', 'uppgift', 'paminnelse', 'rekommendation', 'kannedom'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A morning of everything: late, today's, this week's, later, and news. */
const morgon = sammanstallningsbrev(
  ['2026-11-27', '2026-11-30', '2026-12-02', '2026-12-18', undefined].map((forfaller, nr) => ({
    id: String(nr),
    sida: `/arenden/PROV-2026-004${nr}`,
    text: `PROV-2026-004${nr}: Ta ställning: ingen återkoppling, senast fre 27 nov 2026`,
    ...(forfaller === undefined ? {} : { forfaller }),
  })),
  '2026-11-30',
);
const mote = {
  borjar: new Date('2026-12-08T08:00:00Z'),
  slutar: new Date('2026-12-08T11:20:00Z'),
  installd: false,
  installt: false,
  inkallad: false,
  isTold: false,
  oppnar: true,
  arenden: 3,
};
const brev = [
  ['hinder', writeBrev('besked', { ...underlag, hinder: true })] as const,
  ...slag.map((ett) => [ett, writeBrev(ett, underlag)] as const),
  ['sammanstallning', morgon] as const,
  ['ersattning', ersattningsord('2026-12-07', '2026-12-18')] as const,
  ['kallelse', kallelseord('SAMBA', mote)] as const,
  ['installt-mote', kallelseord('SAMBA', { ...mote, installd: true, installt: true, isTold: true })] as const,
];

describe.each(brev)('the HTML part of %s', (ett, skrivet) => {
  const html = brevHtml(skrivet, ADRESSER);

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
