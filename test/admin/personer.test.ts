import { IDAG } from '../anteckningar/varld.js';
import { htmlFaults } from '../support/browser.js';
import { formsOf } from '../support/html.js';
import type { Personkod } from '../support/grund.js';
import { startAdminvarld, type Adminvarld } from './varld.js';

let varld: Adminvarld;
beforeAll(async () => {
  varld = await startAdminvarld();
});
afterAll(() => varld?.stop());

const person = (sub: Personkod) => varld.grund.person[sub];
const sida = (sub: Personkod) => `/admin/personer/${person(sub)}`;
/** What was done last; the pages on the way are read. */
const traced = () =>
  varld.web.prisma.logg.findFirstOrThrow({ where: { handling: { not: 'las_folk' } }, orderBy: { id: 'desc' } });

const ADRESSER = ['/admin', '/admin/franvaro', '/admin/overlamning', '/admin/organisation'] as const;

it.each(['koordinator', 'sammankallande', 'remittent', 'ordforande'])('%s has none of its pages', async (sub) => {
  const client = await varld.as(sub);
  for (const adress of [...ADRESSER, sida('koordinator'), `/admin/overlamning/ny?fran=${person('koordinator')}`])
    expect((await client.get(adress)).status).toBe(403);
});

it('the role is not lent to who stands in for a förvaltare', async () => {
  const { prisma } = varld.web;
  const dag = new Date(IDAG);
  const borta = { anvandareId: varld.id.kommunens, ersattareId: person('koordinator'), fran: dag, till: dag };
  const { id } = await prisma.franvaro.create({ data: { ...borta, skapadAvId: varld.id.kommunens, skapad: dag } });
  expect((await (await varld.as('koordinator')).get('/admin')).status).toBe(403);
  await prisma.franvaro.delete({ where: { id } });
});

it('shows a förvaltare the people of her part and none of another’s, in the list and by address', async () => {
  for (const [client, egna, andras] of [
    [varld.kommunens, 'koordinator', 'remittent'],
    [varld.fks, 'remittent', 'koordinator'],
  ] as const) {
    const { html } = await client.get('/admin');
    expect(html).toContain(`>Test ${egna}<`);
    expect(html).not.toContain(`Test ${andras}<`);
    expect((await client.get(sida(egna))).status).toBe(200);
    expect((await client.get(sida(andras))).status).toBe(404);
    expect((await client.get(`/admin/overlamning/ny?fran=${person(andras)}`)).status).toBe(404);
    expect((await client.get('/admin/personer/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  }
});

it('changes nothing of another part’s people, whatever is sent', async () => {
  const { prisma } = varld.web;
  const before = await prisma.anvandare.findUniqueOrThrow({ where: { id: person('remittent') } });
  const fields = { namn: 'Annan', epost: 'annan@exempel.se', roll: 'forvaltare', stadig: '', fran: IDAG, till: IDAG };
  for (const handling of [
    'uppgifter',
    'roll',
    'roll/bort',
    'konto/stang',
    'konto/oppna',
    'franvaro',
    'franvaro/ersattare',
  ])
    expect((await varld.kommunens.post(`${sida('remittent')}/${handling}`, fields, '/admin')).status).toBe(404);
  expect(await prisma.anvandare.findUniqueOrThrow({ where: { id: person('remittent') } })).toEqual(before);
  const roller = await prisma.roll.findMany({ where: { anvandareId: person('remittent') } });
  expect(roller.map(({ roll }) => roll)).toEqual(['handlaggare']);
});

it('is searched by name without the name standing in an address; what is typed is no pattern', async () => {
  const found = await varld.kommunens.post('/admin', { sok: 'ANNAN_koord', visa: 'aktiva' }, '/admin');
  expect(found.address).toBe('/admin');
  expect(found.html).toContain('Test annan_koordinator');
  expect(found.html).not.toContain('Test sammankallande<');
  expect((await varld.kommunens.post('/admin', { sok: '%', visa: 'aktiva' }, '/admin')).html).toContain(
    'Ingen person med det urvalet',
  );
});

it('gives and takes the roles that belong to no insats, and leaves the part a förvaltare', async () => {
  const { prisma } = varld.web;
  const give = (roll: string) => varld.kommunens.post(`${sida('rep_kommun')}/roll`, { roll }, sida('rep_kommun'));
  expect((await give('')).html).toContain('Välj en roll.');
  expect((await give('sammankallande')).status).toBe(422);
  expect((await give('forvaltare')).html).toContain('Rollen är tillagd.');
  await give('forvaltare');
  const given = await prisma.roll.findMany({ where: { anvandareId: person('rep_kommun'), roll: 'forvaltare' } });
  expect(given).toMatchObject([{ part: 'kommun', insatsId: null }]);
  expect(await traced()).toMatchObject({ handling: 'lagg_till_roll', avId: varld.id.kommunens, grund: 'forvaltare' });

  const own = `/admin/personer/${varld.id.kommunens}`;
  const ny = await varld.as('rep_kommun');
  const take = (address: string) => ny.post(`${address}/roll/bort`, { roll: 'forvaltare' }, '/admin');
  expect((await take(own)).html).toContain('Rollen är borttagen.');
  const sista = await take(sida('rep_kommun'));
  expect(sista.status).toBe(409);
  expect(sista.html).toContain('Personen är ensam förvaltare för Kommunen. Gör någon annan till förvaltare först.');
  await prisma.roll.create({ data: { anvandareId: varld.id.kommunens, roll: 'forvaltare', part: 'kommun' } });
  expect((await take(sida('rep_kommun'))).status).toBe(200);
});

it('leaves one förvaltare when two take the role from each other in the same moment', async () => {
  const { prisma } = varld.web;
  await prisma.roll.create({ data: { anvandareId: person('rep_kommun'), roll: 'forvaltare', part: 'kommun' } });
  const andra = await varld.as('rep_kommun');
  const answers = await Promise.all([
    varld.kommunens.post(`${sida('rep_kommun')}/roll/bort`, { roll: 'forvaltare' }, '/admin'),
    andra.post(`/admin/personer/${varld.id.kommunens}/roll/bort`, { roll: 'forvaltare' }, '/admin'),
  ]);
  expect(answers.filter(({ status }) => status === 200)).not.toHaveLength(2);
  const left = await prisma.roll.count({ where: { roll: 'forvaltare', part: 'kommun' } });
  expect(left).toBe(1);
  await prisma.roll.deleteMany({ where: { roll: 'forvaltare', part: 'kommun' } });
  await prisma.roll.create({ data: { anvandareId: varld.id.kommunens, roll: 'forvaltare', part: 'kommun' } });
});

it('shuts somebody out at once, and lets her in again; never oneself', async () => {
  const client = await varld.as('annan_koordinator');
  expect((await client.get('/mig')).status).toBe(200);
  const closed = await varld.kommunens.post(`${sida('annan_koordinator')}/konto/stang`, {}, sida('annan_koordinator'));
  expect(closed.html).toContain('Personen är avstängd och utloggad.');
  expect((await client.get('/mig')).status).toBe(403);
  expect((await varld.kommunens.get('/admin')).html).not.toContain('Test annan_koordinator');
  expect((await varld.kommunens.get('/admin?visa=slutat')).html).toContain('Test annan_koordinator');
  await varld.kommunens.post(`${sida('annan_koordinator')}/konto/oppna`, {}, sida('annan_koordinator'));
  expect((await (await varld.as('annan_koordinator')).get('/mig')).status).toBe(200);
  const own = `/admin/personer/${varld.id.kommunens}`;
  expect((await varld.kommunens.post(`${own}/konto/stang`, {}, own)).html).toContain(
    'Du kan inte stänga av dig själv.',
  );
});

it('moves nobody to another verksamhet with what samtycke opened to the old one', async () => {
  const { prisma, grund } = { prisma: varld.web.prisma, grund: varld.grund };
  const { id: ny } = await prisma.verksamhet.create({
    data: {
      kod: 'ame',
      namn: 'Arbetsmarknadsenheten',
      part: 'kommun',
      forbund: { connect: { kod: 'test' } },
    },
  });
  const change = (sub: Personkod, verksamhet: string) =>
    varld.kommunens.post(
      `${sida(sub)}/uppgifter`,
      { namn: `Test ${sub}`, epost: `${sub}@exempel.se`, titel: 'Samordnare', verksamhet },
      sida(sub),
    );
  const kvar = await change('koordinator', ny);
  expect(kvar.status).toBe(422);
  expect(kvar.html).toContain('1 öppet ärende och 0 platser i team');
  expect((await change('koordinator', grund.verksamhet.fk)).html).toContain('Välj personens verksamhet.');
  expect((await change('annan_koordinator', ny)).html).toContain('Uppgifterna är sparade.');
  expect(await traced()).toMatchObject({ handling: 'andra_anvandare', data: { falt: ['titel', 'verksamhetId'] } });
  await change('annan_koordinator', grund.verksamhet.kommun);
});

it('keeps who leads a person when something else is saved, also one who is shut out or works elsewhere', async () => {
  const { prisma } = varld.web;
  const adress = `${sida('koordinator')}/uppgifter`;
  const chefId = async () =>
    (await prisma.anvandare.findUniqueOrThrow({ where: { id: person('koordinator') } })).chefId;
  const led = (by: Personkod | null) =>
    prisma.anvandare.update({ where: { id: person('koordinator') }, data: { chefId: by && person(by) } });
  const aktiv = (sub: Personkod, value: boolean) =>
    prisma.anvandare.update({ where: { id: person(sub) }, data: { aktiv: value } });
  /** What a browser sends when nothing but the title has been changed. */
  const save = async (titel: string, chef?: string) => {
    const { html } = await varld.kommunens.get(sida('koordinator'));
    const form = html.slice(html.indexOf(`action="${adress}"`));
    const vald = /<select[^>]*name="chef"[\s\S]*?<\/select>/.exec(form)?.[0] ?? '';
    const [, value = '', ord] = /<option[^>]*value="([^"]*)"[^>]*selected[^>]*>([^<]*)/.exec(vald) ?? [];
    const fields = {
      namn: 'Test koordinator',
      epost: 'koordinator@exempel.se',
      verksamhet: varld.grund.verksamhet.kommun,
    };
    const answer = await varld.kommunens.post(adress, { ...fields, titel, chef: chef ?? value }, sida('koordinator'));
    expect(answer.html).toContain('Uppgifterna är sparade.');
    return { ord, html };
  };

  await led('rep_kommun');
  await aktiv('rep_kommun', false);
  const borta = await save('Koordinator i insatsen');
  expect(borta.ord).toBe('Test rep_kommun, Kommunens socialtjänst (avstängd)');
  expect(await chefId()).toBe(person('rep_kommun'));
  await aktiv('rep_kommun', true);
  expect((await save('Koordinator')).html).not.toContain('(avstängd)');

  await led('rep_fk');
  expect((await save('Koordinator i kommunen')).ord).toBe('Test rep_fk, Försäkringskassan');
  expect(await chefId()).toBe(person('rep_fk'));

  await save('Koordinator', '');
  expect(await chefId()).toBeNull();
});

it('enters somebody’s absence, and never makes the förvaltare herself the ersättare', async () => {
  const { html } = await varld.kommunens.get(sida('koordinator'));
  expect(html).toContain('value="' + person('annan_koordinator'));
  expect(html.slice(html.indexOf('id="ersattare"'))).not.toContain(`value="${varld.id.kommunens}"`);
  const adress = `${sida('koordinator')}/franvaro`;
  const form = formsOf(html).find(({ action }) => action === adress);
  const borta = (ersattare: string) =>
    varld.kommunens.send(adress, [...(form?.hidden ?? []), ['fran', IDAG], ['till', IDAG], ['ersattare', ersattare]]);
  expect((await borta(varld.id.kommunens)).status).toBe(422);
  expect((await borta(person('annan_koordinator'))).html).toContain('Frånvaron är inlagd.');
  const list = await varld.kommunens.get('/admin/franvaro');
  expect(list.html).toContain('Test koordinator');
  expect(await htmlFaults(list.html)).toEqual([]);
  expect((await varld.fks.get('/admin/franvaro')).html).not.toContain('Test koordinator');
  expect((await varld.kommunens.get('/admin')).html).toContain('Borta');
  await varld.web.prisma.franvaro.deleteMany();
});

it('adds people and verksamheter to her own part alone', async () => {
  const page = await varld.fks.get('/admin/organisation');
  expect(page.html).toContain('Försäkringskassan');
  expect(page.html).not.toContain('Kommunens socialtjänst');
  const ny = { namn: 'Ny Nysson', epost: 'ny@exempel.se', titel: '', sub: 'ny', handlaggare: 'ja' };
  const add = (verksamhet: string) =>
    varld.fks.post('/admin/organisation/person', { ...ny, verksamhet }, '/admin/organisation');
  expect((await add(varld.grund.verksamhet.kommun)).status).toBe(422);
  expect((await add(varld.grund.verksamhet.fk)).html).toContain('Ny Nysson är tillagd');
  const enhet = { verksamhetsnamn: 'Enhet', verksamhetskod: 'enhet', kommun: '', part: 'test/kommun' };
  expect((await varld.fks.post('/admin/organisation/verksamhet', enhet, '/admin/organisation')).status).toBe(422);
});

it('has pages whose markup has no faults', async () => {
  for (const adress of [...ADRESSER, '/admin?visa=slutat', sida('koordinator')])
    expect([adress, await htmlFaults((await varld.kommunens.get(adress)).html)]).toEqual([adress, []]);
  expect((await varld.kommunens.get('/')).html).toContain('href="/admin"');
});
