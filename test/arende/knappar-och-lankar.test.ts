import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { createDemoDatabase, DEMO_NU as NU } from '../support/demo-database.js';
import type { TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';
import { recordKeys } from '../support/record-keys.js';

let database: TestDatabase;
let prisma: PrismaClient;
let web: TestWeb;

beforeAll(async () => {
  database = await createDemoDatabase();
  prisma = createPrisma(database.url, recordKeys);
  const limits = { requestsPerMinute: 10_000, loginsPerMinute: 1000 };
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(NU) }, config: { limits } });
});
afterAll(async () => {
  await web?.stop();
  await prisma?.$disconnect();
  await database?.drop();
});

const as = async (sub: string): Promise<WebClient> => {
  const client = web.client();
  await client.login(sub);
  return client;
};

/** The ärende of the demo with an open task of a kind. */
async function nummerMed(typ: string): Promise<string> {
  const { arende } = await prisma.uppgift.findFirstOrThrow({
    where: { typ, avslutad: null },
    select: { arende: { select: { nummer: true } } },
  });
  return arende.nummer;
}

test('medel above the ceiling are the styrgrupp’s: sammankallande has no button and no form', async () => {
  const over = await nummerMed('medelbeslut_styrgrupp');
  const inom = await nummerMed('medelbeslut');
  const form = (nummer: string) => `/arenden/${nummer}/beslut/medelbeslut`;
  const [leder, styr] = [await as('olga-projektledarsson'), await as('gustav-ordforandesson')];
  expect((await leder.get(`/arenden/${over}`)).html).not.toContain(form(over));
  expect((await leder.get(form(over))).status).toBe(404);
  expect((await styr.get(form(over))).status).toBe(200);
  expect((await leder.get(`/arenden/${inom}`)).html).toContain(form(inom));
  expect((await leder.get(form(inom))).status).toBe(200);
  expect((await styr.get(form(inom))).status).toBe(404);
});

test('a number on the insats’s page is a link for who may open it, and every link of the page opens', async () => {
  const inkorg = await nummerMed('granskning');
  const { insats } = await prisma.arende.findUniqueOrThrow({
    where: { nummer: inkorg },
    select: { insats: { select: { id: true, kod: true } } },
  });
  const roller = await prisma.roll.findMany({
    where: { insatsId: insats.id, roll: { in: ['koordinator', 'sammankallande'] } },
    select: { anvandare: { select: { sub: true } } },
  });
  const seen = new Set<boolean>();
  for (const sub of new Set(roller.map(({ anvandare }) => anvandare.sub))) {
    const client = await as(sub);
    const { html } = await client.get(`/insatser/${insats.kod}`);
    expect(html).toContain(inkorg);
    seen.add(html.includes(`href="/arenden/${inkorg}"`));
    const links = [...html.matchAll(/href="(\/(?:arenden|moten)\/[^"]+)"/g)].map(([, href = '']) => href);
    for (const href of links) expect([sub, href, (await client.get(href)).status]).toEqual([sub, href, 200]);
  }
  expect(seen).toEqual(new Set([false, true]));
});

test('who leads the insats and sits in its team reads a case as sammankallande, and the trace says so', async () => {
  const { nummer, id } = await prisma.arende.findFirstOrThrow({
    where: { fas: 'konsultation', insats: { kod: 'samba_lis' } },
  });
  const client = await as('siv-samordnarsson');
  await client.get(`/arenden/${nummer}`);
  const { grund } = await prisma.logg.findFirstOrThrow({
    where: { arendeId: id, handling: 'las_arende' },
    orderBy: { id: 'desc' },
  });
  expect(grund).toBe('sammankallande');
});
