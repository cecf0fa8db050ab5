import { rattTill } from '../../domain/atkomst.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { findArendeatkomst } from '../../api/queries/arenderelation.js';
import { sokbar } from '../../prisma/nycklar/nyckelring.js';
import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import { lockArende } from '../../activities/transaktion.js';
import { findOrCreateIndivid } from '../../prisma/individ.js';
import { fattaDirekt } from './beslut.js';
import { fillUntil, ifyllt } from './ifyllt.js';
import {
  createVarld,
  HELGA,
  HERMAN,
  IDAG,
  NU,
  PERSONNUMMER,
  remissinnehall,
  testPersonnummer,
  type Varld,
} from './varld.js';

let database: TestDatabase;
let web: TestWeb;
let varld: Varld;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(new Date(NU)) } });
  varld = await createVarld(web.prisma);
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

const helga = async () => {
  const client = web.client();
  await client.login(HELGA);
  return client;
};

describe('a remiss sent through the form', () => {
  it('gives every verksamhet of the page the same samtycke when that is what was chosen', async () => {
    const client = await helga();
    const { giltigtFran, form, lamnatAv, andamal, statistiksamtycke } = ifyllt.samtycke;
    const gemensamt = { giltigtFran, form, lamnatAv, andamal, statistiksamtycke };
    const lika = { ...gemensamt, sammaForAlla: 'ja', uppgiftsslag_fk: 'halsa' };
    const empty = await fillUntil(client, 'samtycke');
    const refused = await client.post(`${empty}/samtycke`, lika);
    expect(refused.html).toContain('Kryssa i minst ett slag av uppgifter som alla får ta del av.');
    const number = testPersonnummer('19760101', 1);
    const adress = await fillUntil(client, 'kontrollera', {
      person: { ...ifyllt.person, personnummer: number },
      samtycke: { ...lika, uppgiftsslagAlla: ['ekonomi', 'socialt'] },
    });
    await client.post(`${adress}/kontrollera`, {});
    const samtycken = await web.prisma.samtycke.findMany({
      where: { arende: { individ: { personnummerHmac: sokbar(number) } } },
    });
    expect(new Set(samtycken.map(({ verksamhetId }) => verksamhetId))).toEqual(
      new Set([varld.fk, varld.af, varld.iff]),
    );
    for (const { uppgiftsslag } of samtycken) expect(uppgiftsslag).toEqual(['ekonomi', 'socialt']);
  });

  it('becomes an ärende with everything that was typed, a task, a receipt and an order to the engine', async () => {
    const client = await helga();
    const adress = await fillUntil(client, 'kontrollera');
    const check = await client.get(`${adress}/kontrollera`);
    expect(check.html).toContain('Har varit sjukskriven länge.\n\nVill arbeta.');
    expect(check.html).toContain('Sjukpenning eller rehabiliteringspenning (del)');
    const kvitto = await client.post(`${adress}/kontrollera`, {});
    expect(kvitto).toMatchObject({ status: 200, address: `${adress}/kvitto`, rubrik: 'Remissen är skickad' });
    const [, nummer = ''] = /Ärendets nummer är (SAMBA-2026-\d{4})/.exec(kvitto.html) ?? [];
    expect(kvitto.html).toContain('2026-11-26');

    const arende = await web.prisma.arende.findUniqueOrThrow({
      where: { nummer },
      include: {
        remiss: true,
        individ: true,
        samtycken: { orderBy: { verksamhet: { kod: 'asc' } }, include: { verksamhet: true } },
        kodsvar: { orderBy: { kod: 'asc' } },
        uppgifter: true,
        handelser: true,
        utskick: { orderBy: { slag: 'asc' } },
        utkast: true,
      },
    });
    expect(arende).toMatchObject({
      fas: 'mottagen',
      version: 1,
      nastaUppgift: 'granskning',
      individ: { personnummer: PERSONNUMMER, namn: 'Test Testsson', fodelsear: 1985, kon: 'man' },
      remiss: {
        remittentId: varld.helga.id,
        verksamhetId: varld.fk,
        syfte: 'inskrivning',
        identifierad: true,
        kommun: '0881',
        telefon: '+46 70 174 06 05',
        epost: 'test.testsson@example.se',
        sprak: 'Teckenspråk',
        tolk: true,
        problembild: 'Har varit sjukskriven länge.\n\nVill arbeta.',
        utbildning: 'gymnasium',
        tidIOffentligForsorjning: '1_till_3_ar',
        involverade: 'Vårdcentralen',
        nollplacerad: true,
        skyndsam: true,
        skyndsamSkal: 'Sjukpenningen tar slut.',
        behorighetSkal: null,
        fraga: 'Vad kan vi göra tillsammans?',
      },
    });
    expect(arende.samtycken.map(({ verksamhet, uppgiftsslag, form }) => [verksamhet.kod, uppgiftsslag, form])).toEqual([
      ['af', ['sysselsattning'], 'skriftligt'],
      ['fk', ['ekonomi', 'halsa'], 'skriftligt'],
      ['nybro-iff', ['ekonomi', 'socialt'], 'skriftligt'],
    ]);
    expect(arende.kodsvar.map(({ vid, slag, kod, omfattning }) => [vid, slag, kod, omfattning])).toEqual([
      ['remiss', 'forsorjning', 'ekonomiskt_bistand', 'del'],
      ['remiss', 'sysselsattning', 'ingen', null],
      ['remiss', 'forsorjning', 'sjukpenning', 'del'],
    ]);
    expect(arende.uppgifter).toMatchObject([{ typ: 'granskning', roll: 'sammankallande', avslutad: null }]);
    expect(arende.handelser).toMatchObject([{ typ: 'remiss_inkommen', avId: varld.helga.id, version: 1 }]);
    expect(arende.utskick.map(({ slag, mottagareId }) => [slag, mottagareId])).toEqual([
      ['kvitto', varld.helga.id],
      ['uppgift', varld.sven],
    ]);
    const spar = await web.prisma.logg.findMany({ where: { arendeId: arende.id }, orderBy: { id: 'asc' } });
    expect(spar).toMatchObject([
      { handling: 'skicka_remiss', avId: varld.helga.id },
      { handling: 'las_remiss', avId: varld.helga.id, data: { visning: 'kvitto' } },
    ]);
    expect(arende.lage).toMatchObject({
      nummer,
      fas: 'mottagen',
      samtycken: expect.arrayContaining([varld.fk, varld.af, varld.iff]),
    });
    expect(JSON.stringify(arende.lage)).not.toMatch(/Testsson|sjukskriven/);
    expect(arende.utkast).toMatchObject({ innehall: {}, skickad: new Date(NU) });
    const uppdrag = await web.prisma.motoruppdrag.findMany({
      where: { refId: { in: [arende.id, ...arende.utskick.map(({ id }) => id)] } },
    });
    expect(uppdrag.map(({ slag }) => slag).toSorted()).toEqual(['arende', 'utskick', 'utskick']);
  });

  it('is one ärende when the button is pressed twice', async () => {
    const client = await helga();
    const adress = await fillUntil(client, 'kontrollera');
    const before = await web.prisma.arende.count();
    const [first, second] = await Promise.all([
      client.post(`${adress}/kontrollera`, {}),
      client.post(`${adress}/kontrollera`, {}),
    ]);
    const again = await client.get(`${adress}/kontrollera`);
    expect([first.address, second.address, again.address]).toEqual(Array(3).fill(`${adress}/kvitto`));
    expect(await web.prisma.arende.count()).toBe(before + 1);
  });

  it('tells of an own open ärende about the same person, and of nobody else’s', async () => {
    const personnummer = testPersonnummer('19800101', 1);
    const herman = { remittent: varld.herman, innehall: remissinnehall(varld, personnummer), nu: NU };
    const { nummer: hermans } = await skickaRemiss(web.prisma, herman);
    const client = await helga();
    const adress = await fillUntil(client, 'kontrollera', { person: { ...ifyllt.person, personnummer } });
    expect((await client.get(`${adress}/kontrollera`)).html).not.toContain('samma person');
    const { nummer } = await skickaRemiss(web.prisma, { ...herman, remittent: varld.helga });
    const { html } = await client.get(`${adress}/kontrollera`);
    expect(html).toContain('Du har redan en remiss om samma person');
    expect(html).toContain(`/remisser/${nummer}`);
    expect(html).not.toContain(hermans);
  });

  it('can be avidentifierad for konsultation, without samtycke or name, open to the whole team', async () => {
    const client = await helga();
    const adress = await fillUntil(client, 'person', {
      insats: { insats: 'vagknuten', syfte: 'konsultation', identitet: 'avidentifierad' },
    });
    const person = await client.post(`${adress}/person`, {
      fodelsear: '1990',
      kon: 'kvinna',
      kommun: '0882',
      uteslutning_beroende: 'nej',
      uteslutning_stora_stodbehov: 'nej',
    });
    expect(person).toMatchObject({ status: 200, address: `${adress}/bakgrund` });
    expect((await client.get(`${adress}/samtycke`)).address).toBe(`${adress}/bakgrund`);
    await client.post(`${adress}/bakgrund`, ifyllt.bakgrund);
    await client.post(`${adress}/fraga`, ifyllt.fraga);
    const kvitto = await client.post(`${adress}/kontrollera`, {});
    const [, nummer = ''] = /(VAG-2026-\d{4})/.exec(kvitto.html) ?? [];
    const arende = await web.prisma.arende.findUniqueOrThrow({
      where: { nummer },
      include: { individ: true, samtycken: true },
    });
    expect(arende.individ).toMatchObject({ personnummer: null, namn: null, fodelsear: 1990, kon: 'kvinna' });
    expect(arende.samtycken).toEqual([]);
    expect(arende.lage).toMatchObject({
      identifierad: false,
      samtycken: expect.arrayContaining([varld.fk, varld.af, varld.iff]),
    });
  });
});

describe('an avidentifierad remiss on the agenda', () => {
  it('is open to each of the team’s verksamheter for its yttrande, and to nobody outside the team', async () => {
    const { person, ...rest } = remissinnehall(varld);
    const unnamed = { identifierad: false as const, fodelsear: 1990, kon: person.kon, kommun: person.kommun };
    const innehall = { ...rest, syfte: 'konsultation' as const, person: unnamed, samtycken: [] };
    const { arendeId, nummer } = await skickaRemiss(web.prisma, { remittent: varld.helga, innehall, nu: NU });
    const lage = await fattaDirekt(web.prisma, arendeId, varld.sven, 'granskning', { utfall: 'accepterad' }, {}, NU);
    const asked = lage.uppgifter.filter(({ typ }) => typ === 'yttrande').map(({ verksamhet }) => verksamhet);
    expect(new Set(asked)).toEqual(new Set([varld.af, varld.fk, varld.iff]));
    const atkomst = await findArendeatkomst(web.prisma, nummer);
    const { teamId } = await web.prisma.arende.findUniqueOrThrow({ where: { id: arendeId } });
    const seated = (verksamhetId: string) => ({
      id: crypto.randomUUID(),
      roller: [],
      team: [{ teamId, verksamhetId }],
    });
    const right = (verksamhetId: string) =>
      atkomst && rattTill(seated(verksamhetId), 'yttrande', atkomst.relation, IDAG);
    expect([varld.af, varld.fk, varld.iff].map(right)).toEqual(Array(3).fill('teamrepresentant'));
    expect(right(varld.region)).toBeUndefined();
  });
});

describe('the number', () => {
  it('is its own for each of forty remisser sent at once, without gaps', async () => {
    const remisser = Array.from({ length: 40 }, (_, index) => {
      const personnummer = testPersonnummer(`19${60 + (index % 20)}0${1 + Math.trunc(index / 20)}15`, index);
      const innehall = { ...remissinnehall(varld, personnummer), insats: 'vagknuten' };
      return skickaRemiss(web.prisma, { remittent: varld.helga, innehall, nu: '2031-03-01T09:00:00.000Z' });
    });
    const numbers = (await Promise.all(remisser)).map(({ nummer }) => nummer).toSorted();
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => `VAG-2031-${String(index + 1).padStart(4, '0')}`));
  });

  it('takes its year from the Swedish calendar', async () => {
    const input = { remittent: varld.helga, innehall: remissinnehall(varld), nu: '2028-12-31T23:30:00.000Z' };
    expect((await skickaRemiss(web.prisma, input)).nummer).toBe('SAMBA-2029-0001');
  });

  it('is not used up by a remiss that could not be written', async () => {
    const nu = '2033-05-02T09:00:00.000Z';
    const good = remissinnehall(varld);
    const bad = { ...good, samtycken: good.samtycken.map((one) => ({ ...one, verksamhet: crypto.randomUUID() })) };
    await expect(skickaRemiss(web.prisma, { remittent: varld.helga, innehall: bad, nu })).rejects.toThrow(
      /Foreign key/,
    );
    expect((await skickaRemiss(web.prisma, { remittent: varld.helga, innehall: good, nu })).nummer).toBe(
      'SAMBA-2033-0001',
    );
  });
});

describe('the individ', () => {
  it('is the same row for the same number, and is not renamed by a later remiss', async () => {
    const personnummer = testPersonnummer('19790909', 0);
    const first = remissinnehall(varld, personnummer);
    if (!first.person.identifierad) throw new Error('named');
    const later = { ...first, person: { ...first.person, namn: 'Fel Namnsson', skyddad: true } };
    await skickaRemiss(web.prisma, { remittent: varld.helga, innehall: first, nu: NU });
    await skickaRemiss(web.prisma, { remittent: varld.herman, innehall: later, nu: NU });
    const rows = await web.prisma.individ.findMany({
      where: { personnummerHmac: sokbar(personnummer) },
      include: { arenden: true },
    });
    expect(rows).toMatchObject([{ namn: 'Test Testsson', skyddad: true }]);
    expect(rows[0]?.arenden).toHaveLength(2);
  });

  it('lets a remiss be sent while another ärende of the same person is decided on, and an ärende be made of that one', async () => {
    const innehall = remissinnehall(varld, testPersonnummer('19790910', 0));
    const first = await skickaRemiss(web.prisma, { remittent: varld.helga, innehall, nu: NU });
    const second = await web.prisma.$transaction(async (decision) => {
      await lockArende(decision, first.arendeId);
      return skickaRemiss(web.prisma, { remittent: varld.herman, innehall, nu: NU });
    });
    expect(second.arendeId).not.toBe(first.arendeId);
    await web.prisma.$transaction(async (sending) => {
      const { id: individId } = await findOrCreateIndivid(sending, innehall.person);
      const {
        id: _,
        nummer: __,
        utkastId: ___,
        ...made
      } = await web.prisma.arende.findUniqueOrThrow({
        where: { id: first.arendeId },
      });
      const annat = { ...made, lage: {}, nummer: 'SAMBA-2026-9999', individId };
      await web.prisma.arende.create({ data: annat, select: { id: true } });
    });
    expect(await web.prisma.arende.count({ where: { nummer: 'SAMBA-2026-9999' } })).toBe(1);
  });
});

describe('samtycke', () => {
  it('opens an ärende only to those for whom it is valid on the day of sending', async () => {
    const innehall = remissinnehall(varld);
    const [first, second] = innehall.samtycken;
    if (!first || !second) throw new Error('two');
    const samtycken = [
      first,
      { ...second, giltigtTill: '2026-11-22' },
      { ...second, verksamhet: varld.af, giltigtFran: '2026-11-24' },
    ];
    const { arendeId } = await skickaRemiss(web.prisma, {
      remittent: varld.helga,
      innehall: { ...innehall, samtycken },
      nu: NU,
    });
    const { lage } = await web.prisma.arende.findUniqueOrThrow({ where: { id: arendeId } });
    expect(lage).toMatchObject({ samtycken: [varld.fk] });
  });
});

describe('drafts', () => {
  it('belong to their author: somebody else finds nothing, and changes nothing', async () => {
    const client = await helga();
    const adress = await fillUntil(client, 'samtycke');
    const herman = web.client();
    await herman.login(HERMAN);
    for (const page of ['insats', 'person', 'samtycke', 'bakgrund', 'fraga', 'kontrollera', 'kvitto', 'ta-bort'])
      expect({ page, ...(await herman.get(`${adress}/${page}`)) }).toMatchObject({ page, status: 404 });
    for (const page of ['insats', 'person', 'kontrollera', 'ta-bort'])
      expect({ page, ...(await herman.post(`${adress}/${page}`, { insats: 'vagknuten' }, '/')) }).toMatchObject({
        page,
        status: 404,
      });
    expect((await client.get(`${adress}/person`)).html).toContain('value="Test Testsson"');
  });

  it('are kept half finished, listed, gone on with and removed', async () => {
    const client = await helga();
    const adress = await fillUntil(client, 'person');
    const list = await client.post(`${adress}/person`, { namn: 'Halvfärdig', personnummer: '19', spara: 'senare' });
    expect(list).toMatchObject({ status: 200, address: '/remisser' });
    expect(list.html).toContain('Utkastet är sparat');
    expect(list.html).toContain(`${adress}/insats`);
    expect(list.html).not.toContain('Halvfärdig');
    expect((await client.get(`${adress}/person`)).html).toContain('value="Halvfärdig"');
    await client.post(`${adress}/ta-bort`, {});
    expect((await client.get(`${adress}/person`)).status).toBe(404);
    expect((await client.get('/remisser')).html).not.toContain(adress);
  });

  it('are not for people without the role', async () => {
    await web.prisma.roll.deleteMany({ where: { anvandareId: varld.herman.id } });
    const herman = web.client();
    await herman.login(HERMAN);
    expect((await herman.get('/remisser/ny')).status).toBe(403);
    expect((await herman.get('/remisser')).status).toBe(403);
    await web.prisma.roll.create({ data: { anvandareId: varld.herman.id, roll: 'handlaggare' } });
  });
});
