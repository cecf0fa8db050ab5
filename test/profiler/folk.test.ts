import { errorsBeside } from '../remisser/sidans-falt.js';
import { createGrund, type Grund, type Personkod } from '../support/grund.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';
import { sendForm } from './varld.js';

const NU = new Date('2026-11-24T09:00:00.000Z');
const FOLK = '/insatser/vagknuten/folk';
const ORGANISATION = '/admin/organisation';

let database: TestDatabase;
let web: TestWeb;
let grund: Grund;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(NU) } });
  grund = await createGrund(web.prisma, 'vagknuten');
  const { id } = await web.prisma.forbund.findFirstOrThrow();
  const parter = ['fk', 'af', 'region', 'kommun', 'skola'];
  await web.prisma.part.createMany({ data: parter.map((kod) => ({ kod, namn: `Part ${kod}`, forbundId: id })) });
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

const as = async (sub: string): Promise<WebClient> => {
  const client = web.client();
  await client.login(sub);
  return client;
};
const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const roll = (client: WebClient, person: Personkod, namn: string) =>
  client.post(`${FOLK}/roll`, { person: grund.person[person], roll: namn }, FOLK);
const utanRoll = (client: WebClient, person: Personkod, namn: string) =>
  client.post(`${FOLK}/roll/bort`, { person: grund.person[person], roll: namn }, FOLK);
const rollerOf = async (person: Personkod): Promise<string[]> =>
  (await web.prisma.roll.findMany({ where: { anvandareId: grund.person[person], insatsId: grund.insats.id } }))
    .map((one) => one.roll)
    .toSorted();
/** What was done last; the pages on the way are read. */
const tracedLast = () =>
  web.prisma.logg.findFirstOrThrow({ where: { handling: { not: 'las_folk' } }, orderBy: { id: 'desc' } });

/** An ärende as it stands in the table; nothing but whose it is matters here. */
const arende = (nummer: string, koordinatorId: string | null) =>
  web.prisma.arende.create({
    data: {
      nummer,
      insats: { connect: { id: grund.insats.id } },
      profilversion: 1,
      team: { connect: { id: grund.teamId } },
      individ: { create: { fodelsear: 1980, kon: 'kvinna' } },
      ...(koordinatorId === null ? {} : { koordinator: { connect: { id: koordinatorId } } }),
      version: 1,
      lage: {},
      fas: 'process',
      fasSedan: NU,
      skapad: NU,
    },
  });

test.each(['remittent', 'rep_fk', 'koordinator', 'ordforande'])(
  '%s may not change who works in the insats',
  async (sub) => {
    const client = await as(sub);
    expect((await client.get(FOLK)).status).toBe(403);
    expect((await client.get(ORGANISATION)).status).toBe(403);
  },
);

test('a role is given and taken, is traced, and holds from the next request on', async () => {
  const client = await as('sammankallande');
  const given = await roll(client, 'annan_remittent', 'koordinator');
  expect([given.status, given.address]).toEqual([200, FOLK]);
  expect(text(given.html)).toContain('Test annan_remittent Arbetsförmedlingen Vägledare');
  expect((await tracedLast()).data).toEqual({
    insats: 'vagknuten',
    roll: 'koordinator',
    anvandare: grund.person.annan_remittent,
  });
  const other = await as('annan_remittent');
  expect((await other.get('/insatser/vagknuten')).status).toBe(200);
  await roll(client, 'annan_remittent', 'koordinator');
  expect(await rollerOf('annan_remittent')).toEqual(['koordinator']);
  await utanRoll(client, 'annan_remittent', 'koordinator');
  expect((await tracedLast()).handling).toBe('ta_bort_roll');
  expect((await other.get('/insatser/vagknuten')).status).toBe(404);
  const again = await utanRoll(client, 'annan_remittent', 'koordinator');
  expect(text(again.html)).toContain('Personen är redan borttagen.');
  const empty = await client.post(`${FOLK}/roll`, { person: '' }, FOLK);
  expect([empty.status, errorsBeside(empty.html, 'person'), errorsBeside(empty.html, 'roll')]).toEqual([
    422,
    ['Välj en person.'],
    ['Välj en roll.'],
  ]);
});

test('the only sammankallande and the only one of the styrgrupp stay; both can go when another has come', async () => {
  const client = await as('kansli');
  for (const [person, namn, mening] of [
    ['sammankallande', 'sammankallande', 'är ensam om rollen projektledare. Ge någon annan rollen först.'],
    ['ordforande', 'styrgrupp', 'är ensam om rollen styrgrupp. Ge någon annan rollen först.'],
  ] as const) {
    const refused = await utanRoll(client, person, namn);
    expect(refused.status).toBe(409);
    expect(text(refused.html)).toContain(mening);
    expect(await rollerOf(person)).toEqual([namn]);
    await roll(client, 'rep_kommun', namn);
    await utanRoll(client, person, namn);
    expect(await rollerOf(person)).toEqual([]);
    await roll(client, person, namn);
  }
});

test('a koordinator with open ärenden stays until they have another koordinator', async () => {
  const client = await as('sammankallande');
  const { id } = await arende('VAG-2026-9001', grund.person.koordinator);
  const refused = await utanRoll(client, 'koordinator', 'koordinator');
  expect(refused.status).toBe(409);
  expect(text(refused.html)).toContain('har 1 öppet ärende. Byt koordinator i det först.');
  await web.prisma.arende.update({ where: { id }, data: { koordinatorId: grund.person.annan_koordinator } });
  await utanRoll(client, 'koordinator', 'koordinator');
  expect(await rollerOf('koordinator')).toEqual([]);
  await roll(client, 'koordinator', 'koordinator');
});

test('a seat in the team opens the insats; the only one of a verksamhet stays while it has tasks', async () => {
  const client = await as('sammankallande');
  const seat = (fields: Record<string, string>) => client.post(`${FOLK}/team`, fields, FOLK);
  const wrong = await seat({ medlem: '', plats: 'stol' });
  expect([wrong.status, errorsBeside(wrong.html, 'medlem')]).toEqual([422, ['Välj en person.']]);

  const given = await seat({ medlem: grund.person.annan_remittent, plats: 'ersattare' });
  expect(text(given.html)).toContain('Test annan_remittent Arbetsförmedlingen Ersättare');
  expect(await rollerOf('annan_remittent')).toEqual(['teamrepresentant']);
  const leave = (person: Personkod) =>
    client.post(`${FOLK}/team/bort`, { team: grund.teamId, medlem: grund.person[person] }, FOLK);
  await leave('annan_remittent');
  expect(await rollerOf('annan_remittent')).toEqual([]);

  const { id } = await arende('VAG-2026-9002', null);
  const owed = { arendeId: id, typ: 'yttrande', roll: 'teamrepresentant', oppnad: NU, forfaller: NU };
  await web.prisma.uppgift.create({ data: { id: `${id}/1`, verksamhetId: grund.verksamhet.fk, ...owed } });
  const refused = await leave('rep_fk');
  expect(refused.status).toBe(409);
  expect(text(refused.html)).toContain(
    'är ensam från Försäkringskassan i teamet, och verksamheten har 1 öppen uppgift. Lägg till en annan därifrån först.',
  );
  await seat({ medlem: grund.person.remittent, plats: 'ordinarie' });
  expect((await leave('rep_fk')).status).toBe(200);
  expect(await rollerOf('rep_fk')).toEqual([]);
});

test('kansli adds a verksamhet and a person, who logs in and sits only where her part takes part', async () => {
  const client = await as('kansli');
  const empty = await sendForm(client, `${ORGANISATION}/person`, { epost: 'ingen' }, ORGANISATION);
  expect(empty.status).toBe(422);
  expect(errorsBeside(empty.html, 'epost')).toEqual(['Skriv en e-postadress, till exempel namn@exempel.se.']);
  expect(errorsBeside(empty.html, 'verksamhet')).toEqual(['Välj personens verksamhet.']);
  const skola = { part: 'test/skola', verksamhetsnamn: 'Provskolan', verksamhetskod: 'provskolan', kommun: 'Borgholm' };
  const unknown = await sendForm(client, `${ORGANISATION}/verksamhet`, { ...skola, kommun: 'Atlantis' }, ORGANISATION);
  expect([unknown.status, errorsBeside(unknown.html, 'kommun').length]).toEqual([422, 1]);
  const made = await sendForm(client, `${ORGANISATION}/verksamhet`, skola, ORGANISATION);
  expect(text(made.html)).toContain('Provskolan Part skola Borgholm Ingen än');
  const taken = await sendForm(client, `${ORGANISATION}/verksamhet`, skola, ORGANISATION);
  expect(errorsBeside(taken.html, 'verksamhetskod')).toHaveLength(1);

  const { id } = await web.prisma.verksamhet.findUniqueOrThrow({ where: { kod: 'provskolan' } });
  const person = {
    namn: 'Test Skolsson',
    epost: 'test.skolsson@exempel.se',
    titel: 'Kurator',
    verksamhet: id,
    sub: 'test-skolsson',
    handlaggare: 'ja',
  };
  const added = await sendForm(client, `${ORGANISATION}/person`, person, ORGANISATION);
  expect(text(added.html)).toContain('Test Skolsson, Kurator');
  expect((await sendForm(client, `${ORGANISATION}/person`, person, ORGANISATION)).status).toBe(422);
  expect((await tracedLast()).handling).toBe('lagg_till_anvandare');
  expect((await (await as('test-skolsson')).get('/remisser')).status).toBe(200);

  const user = await web.prisma.anvandare.findUniqueOrThrow({ where: { sub: 'test-skolsson' } });
  const outside = await client.post(`${FOLK}/team`, { medlem: user.id, plats: 'ordinarie' }, FOLK);
  expect([outside.status, errorsBeside(outside.html, 'verksamhet')]).toEqual([
    422,
    ['Provskolan hör inte till insatsens parter. Välj en annan verksamhet, eller lägg till parten i profilen.'],
  ]);
});
