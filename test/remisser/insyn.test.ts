import { randomUUID } from 'node:crypto';
import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { fattaDirekt } from './beslut.js';
import { createVarld, NU, remissinnehall, SVEN, testPersonnummer, type Varld } from './varld.js';

/** Who sits in no team: she is the remittent and nothing else. */
const HILDA = 'hilda-handlaggare';

let database: TestDatabase;
let web: TestWeb;
let varld: Varld;
let hilda: { id: string; verksamhetId: string };
let made = 0;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(new Date(NU)) } });
  varld = await createVarld(web.prisma);
  const { id } = await web.prisma.anvandare.create({
    data: {
      sub: HILDA,
      namn: 'Hilda Handläggarsson',
      epost: 'hilda@example.se',
      verksamhetId: varld.region,
      roller: { create: { roll: 'handlaggare' } },
    },
  });
  hilda = { id, verksamhetId: varld.region };
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

const as = async (sub: string) => {
  const client = web.client();
  await client.login(sub);
  return client;
};

/** Hilda's remiss of a person whom Helga's remiss has made known as protected. */
async function secondRemiss(namn: string) {
  made += 1;
  const innehall = remissinnehall(varld, testPersonnummer('19800101', made));
  const { person, samtycken } = innehall;
  if (!person.identifierad) throw new Error('The remiss is of a named person');
  const known = { ...person, namn: 'Skyddad Skyddsson', skyddad: true };
  await skickaRemiss(web.prisma, { remittent: varld.helga, innehall: { ...innehall, person: known }, nu: NU });
  const hers = samtycken.slice(0, 1).map((one) => ({ ...one, verksamhet: varld.region }));
  const changed = {
    ...innehall,
    samtycken: [...samtycken, ...hers],
    person: { ...person, namn, kon: 'kvinna' as const },
  };
  return skickaRemiss(web.prisma, { remittent: hilda, innehall: changed, nu: NU });
}

describe('a remittent who knows a number', () => {
  it('is shown the name that she wrote herself, on every page, and not the one that is recorded', async () => {
    const { nummer } = await secondRemiss('Påhittad Påhittsson');
    const client = await as(HILDA);
    for (const path of [`/remisser/${nummer}`, `/arenden/${nummer}/beslut/aterkoppling`]) {
      const { html } = await client.get(path);
      expect(html).toContain('Påhittad Påhittsson');
      expect(html).not.toMatch(/Skydd(ad|sson)/);
    }
    expect((await client.get(`/remisser/${nummer}`)).html).toContain('Kvinna');
  });

  it('is told no other next step than of any remiss, on her page, in her list and of her day', async () => {
    await secondRemiss('Påhittad Påhittsson');
    const client = await as(HILDA);
    const [, own = ''] = /href="(\/remisser\/SAMBA[^"]+)"/.exec((await client.get('/remisser')).html) ?? [];
    for (const path of [own, '/remisser', '/dagen']) {
      const { html } = await client.get(path);
      expect(html).toMatch(/granska remissen/i);
      expect(html).not.toMatch(/Namnge|skyddad/i);
    }
  });

  it('reads the alias in place of the name that she wrote when she marked the person as protected herself', async () => {
    const innehall = remissinnehall(varld, testPersonnummer('19810101', (made += 1)));
    if (!innehall.person.identifierad) throw new Error('The remiss is of a named person');
    const person = { ...innehall.person, namn: 'Egen Markerad', skyddad: true };
    const { nummer } = await skickaRemiss(web.prisma, { remittent: hilda, innehall: { ...innehall, person }, nu: NU });
    const { html } = await (await as(HILDA)).get(`/remisser/${nummer}`);
    expect(html).toContain('Skyddad person');
    expect(html).not.toContain('Egen Markerad');
  });

  it('makes the case ask its leader to check the number when the name is another', async () => {
    const words = 'Namnet i remissen skiljer sig från det som är registrerat: kontrollera numret.';
    const other = await secondRemiss('Påhittad Påhittsson');
    const same = await secondRemiss(' skyddad  SKYDDSSON');
    const sven = await as(SVEN);
    const page = await sven.get(`/arenden/${other.nummer}`);
    expect(page.html).toContain(words);
    expect(page.html).not.toContain('Påhittad');
    expect((await sven.get(`/arenden/${same.nummer}`)).html).not.toContain(words);
  });
});

describe('a remittent who decides', () => {
  const late = async (nummer: string) =>
    (await as(HILDA)).post(
      `/arenden/${nummer}/beslut/aterkoppling`,
      { utfall: 'genomfort', version: '0', beslutId: randomUUID() },
      '/remisser',
    );

  it('is told no more of the case by a refusal than by the page of her remiss', async () => {
    const { nummer, arendeId } = await secondRemiss('Påhittad Påhittsson');
    await fattaDirekt(web.prisma, arendeId, varld.sven, 'granskning', { utfall: 'accepterad' }, {}, NU);
    const yttrande = { verksamhet: varld.fk };
    await fattaDirekt(web.prisma, arendeId, varld.helga.id, 'yttrande', yttrande, { text: 'Hemligt.' }, NU);
    const answer = await late(nummer);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('Remissen togs emot');
    expect(answer.html).not.toMatch(/yttrande|Helga|Konsultation|i fasen/);
    const empty = await (await as(HILDA)).get(`/arenden/${nummer}/beslut/personens_svar`);
    expect(empty.status).toBe(409);
    expect(empty.html).not.toMatch(/Konsultation|i fasen/);
  });

  it('cannot open a decision once samtycke for her verksamhet has ended', async () => {
    const { nummer, arendeId } = await secondRemiss('Påhittad Påhittsson');
    const where = { arendeId, verksamhetId: varld.region };
    await web.prisma.samtycke.updateMany({ where, data: { aterkallat: NU } });
    expect((await (await as(HILDA)).get(`/arenden/${nummer}/beslut/aterkoppling`)).status).toBe(404);
    expect((await late(nummer)).status).toBe(404);
  });
});
