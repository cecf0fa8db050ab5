import type { Browser, Page } from 'playwright-core';
import { readProfilfil } from '../../prisma/seed/profiler.js';
import { Sidkontroll } from '../browser/sidkontroll.js';
import { htmlFaults, launchBrowser, newContext } from '../support/browser.js';
import { createGrund } from '../support/grund.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { loginPage, startWeb, type TestWeb } from '../support/web.js';

/** The pages of profiles, people and organisation as a browser shows them, wide and narrow. */
describe('The pages of an insats and its förbund', () => {
  const NU = new Date('2026-11-24T09:00:00.000Z');
  const kontroll = new Sidkontroll();
  let database: TestDatabase;
  let web: TestWeb;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    database = await createDatabase();
    web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(NU) } });
    await createGrund(web.prisma, 'samba_lis');
    const { id } = await web.prisma.forbund.findFirstOrThrow();
    const parter = ['fk', 'af', 'region', 'kommun'];
    await web.prisma.part.createMany({ data: parter.map((kod) => ({ kod, namn: `Part ${kod}`, forbundId: id })) });
    browser = await launchBrowser();
    page = await (await newContext(browser)).newPage();
    kontroll.follow(page);
    await loginPage(page, web.baseUrl, 'kansli', '/kansli/profiler');
  });
  afterAll(async () => {
    await browser?.close();
    await web?.stop();
    await database?.drop();
  });

  /** Looks at a page; gives what its markup has of faults. */
  const look = async (path: string): Promise<string[]> => {
    await page.goto(`${web.baseUrl}${path}`);
    await kontroll.look(page);
    return htmlFaults(await page.content());
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();

  it.each([
    '/kansli/profiler',
    '/kansli/profiler/ny',
    '/admin/organisation',
    '/insatser/samba_lis/folk',
    '/insatser/samba_lis/profil',
    ...['grund', 'behorighet', 'team', 'paminnelser'].map((del) => `/insatser/samba_lis/profil/andra/${del}`),
  ])('%s has no faults and fits a phone', async (path) => expect(await look(path)).toEqual([]), 60_000);

  it('shows what is wrong, and what would change, as well', async () => {
    for (const [path, knapp] of [
      ['/admin/organisation', 'Lägg till personen'],
      ['/insatser/samba_lis/folk', 'Lägg till i teamet'],
      ['/kansli/profiler/ny', 'Lägg till insatsen'],
    ] as const) {
      await page.goto(`${web.baseUrl}${path}`);
      await press(knapp);
      await page.locator('.felsammanfattning__lista').waitFor();
      await kontroll.look(page, 'fel');
    }
    await page.goto(`${web.baseUrl}/kansli/profiler`);
    const fil = readProfilfil('samba_lis');
    const buffer = Buffer.from(JSON.stringify({ ...fil, profil: { ...fil.profil, kontaktforsok: 5 } }));
    await page.locator('input[type=file]').setInputFiles({ name: 'samba.json', mimeType: 'application/json', buffer });
    await press('Läs in profilen');
    await page.waitForURL(/\/granska$/);
    await kontroll.look(page, 'en ändring');
    expect([...kontroll.kinds].filter((kind) => /(fel|ändring)$/.test(kind))).toHaveLength(4);
  });
});
