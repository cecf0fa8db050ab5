import { htmlFaults } from '../support/browser.js';
import { formsOf } from '../support/html.js';
import type { WebClient } from '../support/web-client.js';
import { startVarld, type Varld } from './varld.js';

let varld: Varld;
let koordinator: WebClient;
const NEW = '/uppgifter/egna';

beforeAll(async () => {
  varld = await startVarld();
  koordinator = await varld.as('koordinator');
});
afterAll(() => varld?.stop());
beforeEach(async () => {
  await varld.web.prisma.egenUppgift.deleteMany();
});

const press = async (client: WebClient, from: string, what: 'klar' | 'oppna') => {
  const form = formsOf((await client.get(from)).html).find(({ action }) => action?.endsWith(`/${what}`));
  return client.send(form?.action ?? '/saknas', form?.hidden ?? []);
};

it('a task to oneself is written from the case, stands there and in the list, and nobody else sees it', async () => {
  const hem = `/arenden/${varld.nummer}`;
  const form = `${NEW}?arende=${varld.nummer}`;
  expect((await koordinator.get(hem)).html).toContain(`href="${form}"`);
  const fields = { text: 'Beställ tolk', senast: '2026-11-27', arende: varld.nummer };
  const answer = await koordinator.post(NEW, fields, form);
  expect(answer).toMatchObject({ status: 200, address: hem });
  expect(answer.html).toContain('Beställ tolk');
  expect((await koordinator.get('/uppgifter')).html).toContain('Beställ tolk');
  const sammankallande = await varld.as('sammankallande');
  for (const address of [hem, '/uppgifter'])
    expect((await sammankallande.get(address)).html).not.toContain('Beställ tolk');
  const [row] = await varld.web.prisma.egenUppgift.findMany();
  const token = formsOf((await sammankallande.get('/uppgifter')).html)[0]?.hidden ?? [];
  expect((await sammankallande.send(`${NEW}/${row?.id}/klar`, token)).status).toBe(404);
});

it('is marked done and opened again; done, it leaves the list', async () => {
  await koordinator.post(NEW, { text: 'Ring vårdcentralen', senast: '2026-11-24', arende: '' });
  const done = await press(koordinator, '/uppgifter', 'klar');
  expect(done.html).toContain('Uppgiften är klar.');
  expect(done.html).toContain('Klara den senaste veckan: 1');
  expect(await htmlFaults(done.html)).toEqual([]);
  expect((await press(koordinator, '/uppgifter', 'oppna')).html).toContain('Uppgiften är öppen igen.');
  expect(await varld.web.prisma.egenUppgift.findMany()).toMatchObject([{ klar: null }]);
});

it('an overdue one says so in words', async () => {
  const agareId = varld.grund.person.koordinator;
  const senast = new Date('2026-11-20T00:00:00.000Z');
  await varld.web.prisma.egenUppgift.create({
    data: { id: crypto.randomUUID(), agareId, text: 'Sen', senast, skapad: senast },
  });
  expect((await koordinator.get('/uppgifter')).html).toMatch(/Sen<[\s\S]*?försena/);
});

it('says what is wrong with each answer, and does not tell whether a number exists to who may not open it', async () => {
  const wrong = await koordinator.post(NEW, { text: '', senast: '2026-11-23', arende: 'VAG-2026-9999' });
  expect(wrong.status).toBe(422);
  expect([...wrong.html.matchAll(/ id="([^"]+)-fel"/g)].map(([, name]) => name)).toEqual(['text', 'senast', 'arende']);
  const stranger = await varld.as('annan_remittent');
  const told = async (arende: string) =>
    /id="arende-fel"[\s\S]*?<\/span>\s*<\/span>/.exec(
      (await stranger.post(NEW, { text: 'X', senast: '2026-11-30', arende })).html,
    )?.[0];
  expect(await told(varld.nummer)).toBe(await told('VAG-2026-9999'));
  expect(await varld.web.prisma.egenUppgift.count()).toBe(0);
});

it('sent twice it is one task', async () => {
  const form = formsOf((await koordinator.get(NEW)).html).find(({ action }) => action === NEW);
  const fields: [string, string][] = [
    ...(form?.hidden ?? []),
    ['text', 'En'],
    ['senast', '2026-12-01'],
    ['arende', ''],
  ];
  await Promise.all([koordinator.send(NEW, fields), koordinator.send(NEW, fields)]);
  expect(await varld.web.prisma.egenUppgift.count()).toBe(1);
});
