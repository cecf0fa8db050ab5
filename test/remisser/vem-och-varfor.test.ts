import { readArendelankar } from '../../api/queries/arendelankar.js';
import { readAnvandare } from '../../api/login/current-user.js';
import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { fillUntil, ifyllt, type Fragesida } from './ifyllt.js';
import type { PostFields } from '../support/web-client.js';
import { createVarld, HELGA, IDAG, NU, remissinnehall, SVEN, testPersonnummer, type Varld } from './varld.js';

let database: TestDatabase;
let web: TestWeb;
let varld: Varld;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({
    databaseUrl: database.url,
    klocka: { now: () => Promise.resolve(new Date(NU)) },
    config: { limits: { requestsPerMinute: 10_000, loginsPerMinute: 1000 } },
  });
  varld = await createVarld(web.prisma);
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

type Andrat = Partial<Record<Fragesida, PostFields>>;

/** Sends a remiss through the form. @returns the ärende with what was sent */
async function skicka(sub: string, andrat: Andrat, kontrollera: PostFields = {}) {
  const client = web.client();
  await client.login(sub);
  const adress = await fillUntil(client, 'kontrollera', andrat);
  const { html, status } = await client.post(`${adress}/kontrollera`, kontrollera);
  const nummer = /Ärendets nummer är ([A-Z]+-2026-\d{4})/.exec(html)?.[1];
  if (nummer === undefined) return { status, html, client, adress };
  const arende = await web.prisma.arende.findUniqueOrThrow({
    where: { nummer },
    include: { remiss: true, individ: true, samtycken: true, aktualiserande: true, lankar: true },
  });
  return { status, html, client, adress, arende };
}

const nr = (ar: string, n: number) => testPersonnummer(ar, n);

describe('who raised the person', () => {
  it('is one or more of the verksamheter, and one outside them by its name', async () => {
    const { arende } = await skicka(HELGA, {
      insats: { ...ifyllt.insats, aktualiserande: [varld.af, varld.region], aktualiserandeAnnan: 'Folkhögskolan' },
      person: { ...ifyllt.person, personnummer: nr('19700101', 0) },
    });
    expect(arende?.aktualiserande.map(({ verksamhetId, namn }) => verksamhetId ?? namn).toSorted()).toEqual(
      [varld.af, varld.region, 'Folkhögskolan'].toSorted(),
    );
  });

  it('is named when sammankallande enters a remiss from outside the parter, and she is its remittent then', async () => {
    const client = web.client();
    await client.login(SVEN);
    const start = await fillUntil(client, 'insats');
    const { status, html } = await client.post(`${start}/insats`, ifyllt.insats);
    expect([status, html.includes('Skriv vem som har bett om remissen.')]).toEqual([422, true]);
    const { 'uppgiftsslag_nybro-iff': egen, ...samtycke } = ifyllt.samtycke;
    const { arende } = await skicka(SVEN, {
      insats: { ...ifyllt.insats, kalla: 'Kuratorn på folkhögskolan' },
      person: { ...ifyllt.person, personnummer: nr('19700102', 0) },
      samtycke: { ...samtycke, 'uppgiftsslag_nybro-iff': egen },
    });
    expect(arende?.remiss).toMatchObject({ kalla: 'Kuratorn på folkhögskolan', remittentId: varld.sven });
    expect(arende?.lage).toMatchObject({ remittentVerksamhet: varld.iff, huvudman: varld.iff });
  });

  it('is not asked of a handläggare', async () => {
    const client = web.client();
    await client.login(HELGA);
    const adress = await fillUntil(client, 'insats');
    expect((await client.get(`${adress}/insats`)).html).not.toContain('Vem har bett om remissen?');
  });
});

describe('the number', () => {
  it('may be a reservnummer: kept as it was written, and never taken for another person’s', async () => {
    const person = { ...ifyllt.person, idtyp: 'reservnummer', personnummer: 'RES 12-34 Ä', fodelsear: '1979' };
    const first = await skicka(HELGA, { person });
    expect(first.arende?.individ).toMatchObject({
      personnummer: 'RES 12-34 Ä',
      idtyp: 'reservnummer',
      fodelsear: 1979,
    });
    const same = await skicka(HELGA, { person });
    expect(same.arende?.individId).toBe(first.arende?.individId);
    const other = await skicka(HELGA, { person: { ...person, fodelsear: '1999' } });
    expect(other.arende?.individId).not.toBe(first.arende?.individId);
  });

  it.each([
    ['RES1', '1979', 'Ett reservnummer har mellan 6 och 20 tecken.'],
    ['RES 12-34', '', 'Ange vilket år personen är född, med fyra siffror.'],
  ])('%j of somebody born %j is told of', async (personnummer, fodelsear, fel) => {
    const client = web.client();
    await client.login(HELGA);
    const adress = await fillUntil(client, 'person');
    const person = { ...ifyllt.person, idtyp: 'reservnummer', personnummer, fodelsear };
    const { status, html } = await client.post(`${adress}/person`, person);
    expect([status, html.includes(fel)]).toEqual([422, true]);
  });

  it('tells itself whether it is a samordningsnummer', async () => {
    const person = { ...ifyllt.person, personnummer: nr('19700161', 0) };
    const { arende } = await skicka(HELGA, { person });
    expect(arende?.individ).toMatchObject({ idtyp: 'samordningsnummer', fodelsear: 1970 });
  });
});

describe('what excludes from an insats', () => {
  const svar = (beroende: string): Andrat => ({
    insats: { ...ifyllt.insats, insats: 'vagknuten' },
    person: {
      ...ifyllt.person,
      personnummer: nr('19700103', 0),
      kommun: '0882',
      uteslutning_beroende: beroende,
      uteslutning_stora_stodbehov: 'nej',
    },
  });

  it('is asked rule by rule', async () => {
    const client = web.client();
    await client.login(HELGA);
    const adress = await fillUntil(client, 'person', svar('nej'));
    const { status, html } = await client.post(`${adress}/person`, { ...ifyllt.person, kommun: '0882' });
    expect(status).toBe(422);
    expect(html.match(/href="#uteslutning_/g)).toHaveLength(2);
  });

  it('takes a reason when it applies, like any rule that is not met, and both are kept', async () => {
    const refused = await skicka(HELGA, svar('ja'));
    expect([refused.status, refused.html.includes('Skriv varför personen ändå bör prövas')]).toEqual([422, true]);
    const { arende } = await skicka(HELGA, svar('ja'), { behorighetSkal: 'Har egen vård sedan i våras.' });
    expect(arende?.remiss).toMatchObject({
      uteslutningar: ['beroende'],
      behorighetSkal: 'Har egen vård sedan i våras.',
    });
    const none = await skicka(HELGA, svar('nej'));
    expect(none.arende?.remiss).toMatchObject({ uteslutningar: [], behorighetSkal: null });
  });
});

describe('a samtycke', () => {
  it('is kept with purpose, insatser, who gave it, language and tolk; statistics is another answer', async () => {
    const { arende } = await skicka(
      HELGA,
      {
        person: { ...ifyllt.person, personnummer: nr('20091224', 0), kommun: '0881' },
        samtycke: {
          ...ifyllt.samtycke,
          lamnatAv: 'vardnadshavare',
          insatser: 'vagknuten',
          samtyckesTolk: 'ja',
          samtyckesSprak: 'Dari',
          statistiksamtycke: 'nej',
        },
      },
      { behorighetSkal: 'Ung, men behöver stödet.' },
    );
    expect(arende?.samtycken).toHaveLength(3);
    for (const one of arende?.samtycken ?? [])
      expect(one).toMatchObject({
        andamal: 'Att samordna stödet.',
        insatser: ['vagknuten'],
        lamnatAv: 'vardnadshavare',
        sprak: 'Dari',
        tolk: true,
      });
    expect(arende?.remiss?.statistiksamtycke).toBe(false);
    expect(arende?.lage).toMatchObject({ samtyckenTill: { [varld.fk]: '2027-11-01', [varld.iff]: '2027-11-01' } });
  });
});

describe('the same person again', () => {
  it('is warned of by the remittent’s own remisser, open or closed, allowed and linked', async () => {
    const personnummer = nr('19700105', 1);
    const sent = (remittent: { id: string; verksamhetId: string }, insats = 'samba_lis') =>
      skickaRemiss(web.prisma, { remittent, innehall: { ...remissinnehall(varld, personnummer), insats }, nu: NU });
    const hermans = await sent(varld.herman, 'vagknuten');
    const own = await sent(varld.helga);
    await web.prisma.arende.update({ where: { id: own.arendeId }, data: { stangd: NU } });

    const client = web.client();
    await client.login(HELGA);
    const person = { ...ifyllt.person, personnummer };
    const adress = await fillUntil(client, 'kontrollera', { person });
    const { html } = await client.get(`${adress}/kontrollera`);
    expect(html).toContain('Du har redan en remiss om samma person');
    expect(html).toContain(own.nummer);
    expect(html).not.toContain(hermans.nummer);

    const { arende } = await skicka(HELGA, { person });
    expect(arende?.lankar.map(({ tillId, slag }) => `${slag} ${tillId}`).toSorted()).toEqual(
      [hermans.arendeId, own.arendeId].map((id) => `samma_person ${id}`).toSorted(),
    );
    const sven = await readAnvandare(web.prisma, varld.sven, IDAG);
    const herman = await readAnvandare(web.prisma, varld.herman.id, IDAG);
    if (!arende || !sven || !herman) throw new Error('missing');
    const linked = await readArendelankar(web.prisma, arende.id, sven, IDAG);
    expect(linked.map(({ nummer, fore }) => `${nummer} ${fore}`).toSorted()).toEqual(
      [`${hermans.nummer} true`, `${own.nummer} true`].toSorted(),
    );
    expect(await readArendelankar(web.prisma, arende.id, { ...herman, team: [] }, IDAG)).toEqual([]);
  });
});
