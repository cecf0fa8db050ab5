import { htmlFaults } from '../support/browser.js';
import { formsOf } from '../support/html.js';
import type { WebClient } from '../support/web-client.js';
import { IDAG, startVarld, type Varld } from './varld.js';

let varld: Varld;
let hem: string;
let koordinator: WebClient;

beforeAll(async () => {
  varld = await startVarld();
  hem = `/arenden/${varld.nummer}/anteckningar`;
  koordinator = await varld.as('koordinator');
});
afterAll(() => varld?.stop());

const NOTE = { text: 'Ringde deltagaren.\nVill börja i mars.', datum: IDAG, satt: 'telefon', lasare: 'insatsen' };
const rows = () => varld.web.prisma.anteckning.findMany({ orderBy: { skapad: 'asc' } });

beforeEach(async () => {
  await varld.web.prisma.anteckning.deleteMany();
});

it('a note is written on the page where the notes stand, newest day first, and leaves a trace of ids and codes alone', async () => {
  expect((await koordinator.get(hem)).html).toContain('Inga anteckningar än');
  const page = await koordinator.post(hem, { ...NOTE, text: 'Den äldre', datum: '2026-11-01', satt: '' });
  expect(page).toMatchObject({ status: 200, address: hem });
  expect(page.html).toContain('Anteckningen är sparad.');
  const { html } = await koordinator.post(hem, NOTE);
  expect(html.indexOf('Vill börja i mars.')).toBeGreaterThan(0);
  expect(html.indexOf('Vill börja i mars.')).toBeLessThan(html.indexOf('Den äldre'));
  for (const address of [hem, `${hem}/utskrift`, `/arenden/${varld.nummer}`])
    expect(await htmlFaults((await koordinator.get(address)).html)).toEqual([]);
  const [trace] = await varld.web.prisma.logg.findMany({ where: { handling: 'anteckna' } });
  expect(trace).toMatchObject({ avId: varld.grund.person.koordinator, grund: 'koordinator' });
  expect(JSON.stringify(trace?.data)).not.toContain('äldre');
  const read = { handling: 'las_arende', data: { path: ['visning'], equals: 'anteckningar' } };
  expect(await varld.web.prisma.logg.count({ where: read })).toBeGreaterThan(0);
});

it('what is wrong is said beside the field, and what was typed stays', async () => {
  const answer = await koordinator.post(hem, { ...NOTE, datum: '2026-11-25', lasare: 'alla' });
  expect(answer.status).toBe(422);
  expect([...answer.html.matchAll(/ id="([^"]+)-fel"/g)].map(([, name]) => name)).toEqual(['datum', 'lasare']);
  expect(answer.html).toContain('Vill börja i mars.');
  expect((await koordinator.post(hem, { ...NOTE, text: ' ' })).html).toContain('Skriv anteckningen.');
  expect((await koordinator.post(hem, { ...NOTE, text: 'å'.repeat(4001) })).status).toBe(422);
  expect(await rows()).toHaveLength(0);
});

it('a form sent twice is one note; another text under the same id is another note and is not lost', async () => {
  const form = formsOf((await koordinator.get(hem)).html).find(({ action }) => action === hem);
  const sent = (text: string): [string, string][] => [...(form?.hidden ?? []), ...Object.entries({ ...NOTE, text })];
  await Promise.all([koordinator.send(hem, sent('Ett')), koordinator.send(hem, sent('Ett'))]);
  expect(await rows()).toHaveLength(1);
  await koordinator.send(hem, sent('Två'));
  expect((await rows()).map(({ text }) => text)).toEqual(['Ett', 'Två']);
});

it('a corrected note keeps what it said, and of two who correct it the second is told', async () => {
  await koordinator.post(hem, NOTE);
  const [first] = await rows();
  const ratta = `${hem}?ratta=${first?.id}`;
  const form = formsOf((await koordinator.get(ratta)).html).find(({ action }) => action === hem);
  expect(form?.hidden).toContainEqual(['rattar', first?.id]);
  const sammankallande = await varld.as('sammankallande');
  const other = formsOf((await sammankallande.get(ratta)).html).find(({ action }) => action === hem);
  const with_ = (hidden: [string, string][] | undefined, text: string): [string, string][] => [
    ...(hidden ?? []),
    ...Object.entries({ ...NOTE, text }),
  ];
  const { html } = await koordinator.send(hem, with_(form?.hidden, 'Vill börja i april.'));
  expect(html).toContain('Rättelsen är sparad.');
  expect(html).toContain('Rättad: visa vad som stod');
  expect(html).toContain('Vill börja i mars.');
  const late = await sammankallande.send(hem, with_(other?.hidden, 'Vill börja i maj.'));
  expect(late.status).toBe(409);
  expect(late.html).toContain('Vill börja i maj.');
  expect(late.html).toContain('Någon annan har rättat anteckningen.');
  expect(await rows()).toHaveLength(2);
});

it('the team reads what is meant for it, and nothing of a note that was taken back; it writes nothing', async () => {
  await koordinator.post(hem, { ...NOTE, text: 'Bara för insatsen' });
  await koordinator.post(hem, { ...NOTE, text: 'Skulle inte ha delats', lasare: 'teamet' });
  await koordinator.post(hem, { ...NOTE, text: 'För teamet också', lasare: 'teamet' });
  const shared = (await rows()).find(({ text }) => text === 'Skulle inte ha delats');
  const from = `${hem}?ratta=${shared?.id}`;
  await koordinator.post(hem, { ...NOTE, text: 'Taget tillbaka', rattar: shared?.id ?? '' }, from);
  const rep = await varld.as('rep_af');
  const [page, print] = [await rep.get(hem), await rep.get(`${hem}/utskrift`)];
  for (const { html } of [page, print]) {
    expect(html).toContain('För teamet också');
    for (const hidden of ['Bara för insatsen', 'Skulle inte ha delats', 'Taget tillbaka'])
      expect(html).not.toContain(hidden);
  }
  expect(page.html).not.toContain('Ny anteckning');
  const token = formsOf(page.html)[0]?.hidden.find(([name]) => name === '_csrf') ?? ['_csrf', ''];
  const beslutId: [string, string] = ['beslutId', crypto.randomUUID()];
  expect((await rep.send(hem, [token, beslutId, ...Object.entries(NOTE)])).status).toBe(404);
  expect(await rows()).toHaveLength(4);
});

it.each(['annan_koordinator', 'remittent', 'annan_remittent', 'kansli', 'ordforande'])(
  'is not shown to %s',
  async (sub) => {
    await koordinator.post(hem, NOTE);
    const answer = await (await varld.as(sub)).get(hem);
    expect(answer.html).not.toContain('Vill börja i mars.');
  },
);

it('where notes are kept in the own verksamhetssystem there is no form; the older ones can still be read', async () => {
  const { prisma } = varld.web;
  await koordinator.post(hem, NOTE);
  const form = formsOf((await koordinator.get(hem)).html).find(({ action }) => action === hem);
  const profil = await prisma.insatsprofil.findFirstOrThrow();
  const innehall = { ...(profil.innehall as object), forsIEgetSystem: ['anteckning'] };
  const key = { insatsId: profil.insatsId, version: profil.version };
  await prisma.insatsprofil.update({ where: { insatsId_version: key }, data: { innehall } });
  try {
    const { html } = await koordinator.get(hem);
    expect(html).toContain('Anteckningar förs i eget verksamhetssystem.');
    expect(html).not.toContain('Ny anteckning');
    expect(html).toContain('Vill börja i mars.');
    const fields: [string, string][] = [...(form?.hidden ?? []), ...Object.entries(NOTE)];
    expect((await koordinator.send(hem, fields)).status).toBe(409);
  } finally {
    await prisma.insatsprofil.update({
      where: { insatsId_version: key },
      data: { innehall: profil.innehall as object },
    });
  }
});
