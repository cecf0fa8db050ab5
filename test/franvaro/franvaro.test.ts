import { IDAG, startVarld, type Varld } from '../anteckningar/varld.js';
import { laggTillFranvaro } from '../../api/records/franvaro/lagg-till.js';
import { htmlFaults } from '../support/browser.js';
import { formsOf } from '../support/html.js';
import type { WebClient } from '../support/web-client.js';

const MIG = '/mig/franvaro';
let varld: Varld;
let koordinator: WebClient;
let ersattare: WebClient;

beforeAll(async () => {
  varld = await startVarld();
  koordinator = await varld.as('koordinator');
  ersattare = await varld.as('annan_koordinator');
});
afterAll(() => varld?.stop());
beforeEach(async () => {
  await varld.web.prisma.franvaro.deleteMany();
});

const person = (sub: keyof Varld['grund']['person']) => varld.grund.person[sub];
const send = (client: WebClient, address: string, fields: Record<string, string>) => client.post(address, fields, MIG);

/** Enters an absence as its form does. */
async function borta(client: WebClient, fran: string, till: string, vem = person('annan_koordinator')) {
  const form = formsOf((await client.get(MIG)).html).find(({ action }) => action === MIG);
  return client.send(MIG, [...(form?.hidden ?? []), ['fran', fran], ['till', till], ['ersattare', vem]]);
}

it('is entered on a page that offers the active colleagues of one’s own verksamhet and nobody else', async () => {
  const { html } = await koordinator.get(MIG);
  expect(html).toContain('Test annan_koordinator');
  expect(html).toContain('Test sammankallande');
  expect(html).not.toContain('Test rep_af');
  expect(await htmlFaults(html)).toEqual([]);
  const answer = await borta(koordinator, IDAG, '2026-11-27');
  expect(answer).toMatchObject({ status: 200, address: MIG });
  expect(answer.html).toContain('Frånvaron är inlagd.');
  expect(await htmlFaults(answer.html)).toEqual([]);
  const foreign = await borta(koordinator, '2026-12-01', '2026-12-02', person('rep_af'));
  expect(foreign.status).toBe(422);
  expect(foreign.html).toContain('Välj vem som ersätter.');
});

it('lets the ersättare read and write in the case for its days, traced as in the other’s place', async () => {
  const { prisma } = varld.web;
  const hem = `/arenden/${varld.nummer}`;
  expect((await ersattare.get(hem)).status).toBe(404);
  await borta(koordinator, IDAG, '2026-11-27');
  expect((await ersattare.get(hem)).status).toBe(200);
  const read = await prisma.logg.findFirst({
    where: { avId: person('annan_koordinator'), handling: 'las_arende' },
    orderBy: { id: 'desc' },
  });
  expect(read).toMatchObject({ grund: 'koordinator', data: { istallet_for: person('koordinator') } });
  const note = { text: 'Ringde.', datum: IDAG, satt: 'telefon', lasare: 'insatsen' };
  expect((await ersattare.post(`${hem}/anteckningar`, note, `${hem}/anteckningar`)).status).toBe(200);
  const written = await prisma.logg.findFirst({ where: { handling: 'anteckna' }, orderBy: { id: 'desc' } });
  expect(written).toMatchObject({ grund: 'koordinator', data: { istallet_for: person('koordinator') } });
  const logg = await (await varld.as('sammankallande')).get(`${hem}/logg`);
  expect(logg.html).toContain('Koordinator i stället för Test koordinator');

  // taken back, it is over in the same moment
  const form = formsOf((await koordinator.get(MIG)).html).find(({ action }) => action?.endsWith('/slut'));
  const back = await koordinator.send(form?.action?.replace(/slut$/, 'tillbaka') ?? '', form?.hidden ?? []);
  expect(back.html).toContain('Frånvaron är borttagen.');
  expect((await ersattare.get(hem)).status).toBe(404);
});

it('shows its tasks and remisser to the ersättare, with whose they are', async () => {
  await borta(await varld.as('sammankallande'), IDAG, IDAG);
  const hem = await ersattare.get(`/arenden/${varld.nummer}`);
  expect(hem.html).toContain('du i stället för Test sammankallande');
  expect(hem.html).toContain(`href="/arenden/${varld.nummer}/beslut/granskning"`);
  expect((await ersattare.get('/uppgifter')).html).toContain('Granska remissen');
  expect((await ersattare.get('/moten')).status).toBe(200);
  await borta(await varld.as('remittent'), IDAG, IDAG, person('rep_fk'));
  const rep = await varld.as('rep_fk');
  const { status, html } = await rep.get(`/remisser/${varld.nummer}`);
  expect(status).toBe(200);
  expect(html).toContain(varld.nummer);
  expect((await rep.get(MIG)).html).toContain('I dag ersätter du Test remittent');
});

it('is told wrong beside its field, keeps what was typed, and never shares a day with another', async () => {
  await borta(koordinator, '2026-12-01', '2026-12-10');
  const answer = await borta(koordinator, '2026-12-10', '2026-12-12');
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('Personen är redan borta');
  expect(answer.html).toContain('value="2026-12-12"');
  const past = await borta(koordinator, '2026-11-23', '2026-11-24');
  expect(past.html).toContain('Frånvaron kan börja tidigast i dag.');
  expect(await varld.web.prisma.franvaro.count()).toBe(1);
});

it('is entered once when two send overlapping ones in the same moment', async () => {
  const { prisma } = varld.web;
  const one = (fran: string, till: string) =>
    laggTillFranvaro(prisma, {
      id: crypto.randomUUID(),
      av: person('koordinator'),
      anvandareId: person('koordinator'),
      ersattareId: person('sammankallande'),
      fran,
      till,
      nar: new Date(),
      idag: IDAG,
    });
  const utfall = await Promise.all([one('2026-12-01', '2026-12-05'), one('2026-12-05', '2026-12-09')]);
  expect(utfall.filter((refused) => refused?.kod === 'krockar')).toHaveLength(1);
  expect(await prisma.franvaro.count()).toBe(1);
});

it('gets another last day, and whoever is left a task is told another way without being away', async () => {
  const { prisma } = varld.web;
  await borta(koordinator, IDAG, '2026-11-30');
  const [row] = await prisma.franvaro.findMany();
  const slut = `${MIG}/${row?.id}/slut`;
  const refused = await send(koordinator, slut, { [`slut-${row?.id}`]: '2026-11-20' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Sista dagen kan tidigast vara i dag.');
  const changed = await send(koordinator, slut, { [`slut-${row?.id}`]: '2026-11-26' });
  expect(changed.html).toContain('Sista dagen är ändrad.');
  expect(await prisma.franvaro.findFirst()).toMatchObject({ till: new Date('2026-11-26') });
  await send(koordinator, `${MIG}/ersattare`, { stadig: person('sammankallande') });
  const own = await prisma.anvandare.findUnique({ where: { id: person('koordinator') } });
  expect(own?.ersattareId).toBe(person('sammankallande'));
  // nobody touches another's absence through her own address
  const other = await send(ersattare, slut, { [`slut-${row?.id}`]: '2026-11-25' });
  expect(other.status).toBe(404);
  expect(await prisma.franvaro.findFirst()).toMatchObject({ till: new Date('2026-11-26') });
});
