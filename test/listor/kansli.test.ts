import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';
import { createFall, createFixtur, NU, removeFall, type Fixtur } from './fixture.js';
import { rowsOf, textOf } from './text.js';

let database: TestDatabase;
let web: TestWeb;
let fixtur: Fixtur;
let karin: WebClient;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(NU) } });
  fixtur = await createFixtur(web.prisma);
  karin = web.client();
  await karin.login('karin', '/mig');
});

beforeEach(() => removeFall(database.url));

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

/** A part of the page by its id, as text of its rows. */
function rowsUnder(html: string, id: string): string[] {
  const start = html.indexOf(`<section id="${id}"`);
  return start < 0 ? [] : rowsOf(html.slice(start, html.indexOf('</section>', start)));
}

/** The cells of the row that an insats names in the matrix. */
function matrixRow(html: string, insats: string, id = 'matris'): string[] {
  const table = new RegExp(`<table id="${id}".*?</table>`, 's').exec(html)?.[0] ?? '';
  const row = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map(([, one]) => one ?? '')
    .find((one) => textOf(one).startsWith(insats));
  return [...(row ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => textOf(cell ?? ''));
}

const figures = (html: string): string[] =>
  [...html.matchAll(/nyckeltal__varde">(.*?)<\/p>/gs)].map(([, value]) => textOf(value ?? ''));

/** Where the figures lead, and the part of the page that each names. */
const tiles = (html: string): string[] =>
  [...html.matchAll(/nyckeltal__rubrik"><a[^>]*href="([^"]*)"/g)].map(([, href = '']) => href);
const under = (href: string): string => href.split('#')[1] ?? '';

/** The cells of the table of places, of the row that an insats names. */
const platsrad = (html: string, insats: string): string[] => matrixRow(html, insats, 'platser');

/** Everything of a seeded case that says something about the person, or that somebody wrote. */
async function secrets(): Promise<string[]> {
  const individer = await web.prisma.individ.findMany();
  const remisser = await web.prisma.remiss.findMany();
  return [
    ...individer.flatMap(({ namn, personnummer, alias, kon, fodelsear }) => [
      namn,
      personnummer,
      alias,
      kon,
      String(fodelsear),
    ]),
    ...remisser.flatMap(({ kommun, telefon, problembild, fraga, involverade }) => [
      kommun,
      telefon,
      problembild,
      fraga,
      involverade,
    ]),
    'Nybro',
    'Hemlig',
  ].filter((value) => value !== null);
}

describe('kansli’s overview', () => {
  it('counts what stands still, what is late, what ends soon, what is followed up and what mail failed', async () => {
    await createFall(web.prisma, fixtur, [
      // ten working days back from the 24th is the 10th: that one is late, the day before it stands still
      { nummer: 'SAMBA-2026-0001', fas: 'process', uppgifter: [['planuppfoljning', '2026-11-09']] },
      { nummer: 'SAMBA-2026-0002', fas: 'process', uppgifter: [['planuppfoljning', '2026-11-10']] },
      { nummer: 'SAMBA-2026-0003', fas: 'process', uppgifter: [['planuppfoljning', '2026-11-24']] },
      {
        nummer: 'SAMBA-2026-0004',
        fas: 'bada',
        uppgifter: [['planuppfoljning', '2026-12-24']],
        insatstidSlut: '2026-12-24',
      },
      {
        nummer: 'SAMBA-2026-0005',
        fas: 'bada',
        uppgifter: [['planuppfoljning', '2026-12-24']],
        insatstidSlut: '2026-12-25',
      },
      {
        nummer: 'VAG-2026-0006',
        insats: 'vag',
        fas: 'uppfoljning',
        uppgifter: [['uppfoljning', '2026-12-12']],
        uppfoljningsdag: '2026-11-30',
      },
      {
        nummer: 'VAG-2026-0007',
        insats: 'vag',
        fas: 'uppfoljning',
        uppgifter: [['uppfoljning', '2026-12-12']],
        uppfoljningsdag: '2026-12-01',
      },
      { nummer: 'VAG-2026-0008', insats: 'vag', fas: 'stangd' },
    ]);
    const arende = await web.prisma.arende.findUniqueOrThrow({ where: { nummer: 'SAMBA-2026-0001' } });
    await web.prisma.utskick.createMany({
      data: ['2026-11-20', '2026-10-01'].map((dag, index) => ({
        arendeId: arende.id,
        slag: 'uppgift',
        sekvens: 1,
        nyckel: `uppgift-${index}`,
        mottagareId: fixtur.person['kajsa'] ?? '',
        skapat: new Date(`${dag}T09:00:00Z`),
        status: 'misslyckat',
        fel: '550',
      })),
    });
    const { html } = await karin.get('/kansli');
    expect(figures(html)).toEqual(['1', '2', '1', '1', '1']);
    expect(rowsUnder(html, 'urval')).toEqual(['SAMBA-2026-0001', 'SAMBA-2026-0002']);
    const behind = await Promise.all(
      tiles(html).map(async (href) => rowsUnder((await karin.get(href)).html, under(href))),
    );
    expect(behind).toEqual([
      ['SAMBA-2026-0001'],
      ['SAMBA-2026-0001', 'SAMBA-2026-0002'],
      ['SAMBA-2026-0004'],
      ['VAG-2026-0006'],
      ['SAMBA-2026-0001'],
    ]);
    expect(rowsUnder(html, 'epost')).toEqual(['SAMBA-2026-0001']);
    expect(rowsUnder(html, 'alla')).toHaveLength(7);
  });

  it('counts and lists each mail that failed once in an insats: one of a morning, one that came back, one about the insats', async () => {
    const { prisma } = web;
    await createFall(
      prisma,
      fixtur,
      ['SAMBA-2026-0001', 'SAMBA-2026-0002'].map((nummer) => ({ nummer, fas: 'process' })),
    );
    const arenden = await prisma.arende.findMany({ orderBy: { nummer: 'asc' }, select: { id: true, insatsId: true } });
    const mottagareId = fixtur.person['kajsa'] ?? '';
    const ett = { sekvens: 1, mottagareId, skapat: new Date('2026-11-20T09:00:00Z') };
    const morgon = await prisma.sammanstallning.create({
      data: { mottagareId, dag: new Date('2026-11-23'), gar: ett.skapat, status: 'misslyckat', fel: '550' },
    });
    await prisma.utskick.createMany({
      data: [
        ...arenden.map(({ id }) => ({
          ...ett,
          arendeId: id,
          slag: 'besked',
          nyckel: 'besked',
          satt: 'samlat',
          sammanstallningId: morgon.id,
          status: 'misslyckat',
          fel: '550',
        })),
        { ...ett, arendeId: arenden[0]?.id ?? null, slag: 'kvitto', nyckel: 'kvitto', status: 'studsat', fel: '5.1.1' },
        {
          ...ett,
          insatsId: arenden[0]?.insatsId ?? null,
          slag: 'kallelse',
          nyckel: 'kallelse',
          status: 'misslyckat',
          fel: '550',
        },
      ],
    });
    const { html } = await karin.get('/kansli');
    expect(figures(html).at(-1)).toBe('3');
    const rader = [...html.slice(html.indexOf('<table id="epost-tabell"')).matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)];
    const texts = rader.slice(1).map(([, rad = '']) => textOf(rad.replaceAll('<td', ' <td')));
    expect(texts.toSorted()).toEqual([
      'SAMBA-2026-0001 Kvitto Individ och familj 2026-11-20 Adressen finns inte (5.1.1)',
      'SAMBA-2026-0001, SAMBA-2026-0002 Morgonens mejl Individ och familj 2026-11-20 Mottagarens server tar inte emot mejlet (550)',
      'Samba Kallelse Individ och familj 2026-11-20 Mottagarens server tar inte emot mejlet (550)',
    ]);
    await prisma.utskick.deleteMany();
    await prisma.sammanstallning.deleteMany();
  });

  it('sums kartläggning to verkställighet to the occupied places, and knows the oldest wait', async () => {
    const skapad = new Date('2026-10-14T22:30:00Z'); // the 15th in Sweden
    const senare = new Date('2026-11-02T08:00:00Z');
    await createFall(web.prisma, fixtur, [
      { nummer: 'SAMBA-2026-0001', fas: 'konsultation', skapad: senare },
      { nummer: 'SAMBA-2026-0008', fas: 'komplettering', skapad },
      { nummer: 'SAMBA-2026-0009', fas: 'styrgrupp', skapad: senare },
      { nummer: 'SAMBA-2026-0002', fas: 'kartlaggning' },
      { nummer: 'SAMBA-2026-0003', fas: 'process', uppgifter: [['planuppfoljning', '2026-11-20']] },
      { nummer: 'SAMBA-2026-0004', fas: 'process', uppgifter: [['planuppfoljning', '2026-11-30']] },
      { nummer: 'SAMBA-2026-0005', fas: 'bada' },
      { nummer: 'SAMBA-2026-0006', fas: 'verkstallighet' },
      { nummer: 'SAMBA-2026-0007', fas: 'avslut' },
    ]);
    const { html } = await karin.get('/kansli');
    const cells = matrixRow(html, 'Samba');
    expect(cells).toEqual(['Samba', '0', '1', '1', '1', '0', '0', '0', '0', '1', '2 (1 sen)', '1', '1', '1', '0']);
    expect(platsrad(html, 'Samba')).toEqual(['Samba', '5 av 15', '5 upptagna, 10 lediga', '0', '40 dagar']);
    // nothing goes on there: named behind the summary, and no row of noughts
    expect(matrixRow(html, 'Vägknuten')).toEqual([]);
    expect(textOf(html)).toMatch(/Visa insatser utan öppna ärenden \(\d\)/);
  });

  it('tells of each ärende what it waits for, who owes it and how many reminders went out', async () => {
    await createFall(web.prisma, fixtur, [
      {
        nummer: 'SAMBA-2026-0001',
        fas: 'konsultation',
        uppgifter: [
          ['yttrande', '2026-11-20', 'psyk'],
          ['yttrande', '2026-11-20', 'fk'],
        ],
        skapad: new Date('2026-11-01T09:00:00Z'),
      },
    ]);
    const arende = await web.prisma.arende.findUniqueOrThrow({ where: { nummer: 'SAMBA-2026-0001' } });
    await web.prisma.utskick.createMany({
      data: ['paminnelse-1-0', 'paminnelse-1-1'].map((nyckel) => ({
        arendeId: arende.id,
        slag: 'paminnelse',
        uppgift: 'yttrande',
        sekvens: 2,
        nyckel,
        mottagareId: fixtur.person['tea'] ?? '',
        skapat: new Date('2026-11-20T07:00:00Z'),
        skickat: new Date('2026-11-20T07:01:00Z'),
        status: 'skickat',
      })),
    });
    const text = textOf((await karin.get('/kansli')).html);
    expect(text).toContain('Lämna yttrandeTeamrepresentant: Försäkringskassan; Vuxenpsykiatrin');
    expect(text).toMatch(/Försenat 4 dagar/i);
    expect(text).toContain('2, senast 2026-11-20');
    const one = textOf((await karin.get('/kansli/arenden/SAMBA-2026-0001')).html);
    expect(one).toContain('Teamrepresentant: Vuxenpsykiatrin');
    expect(one).toContain('PåminnelseSkickat2');
  });

  it('holds nothing of a person, on any of its pages, and of a protected one not even the number', async () => {
    const falls = (['mottagen', 'konsultation', 'process', 'avslut', 'stangd'] as const).map((fas, index) => ({
      nummer: `SAMBA-2026-000${index + 1}`,
      fas,
      koordinator: 'kajsa',
      skyddad: index === 2,
      ...(fas === 'stangd' ? {} : { uppgifter: [['granskning', '2026-11-01']] as const }),
    }));
    await createFall(web.prisma, fixtur, falls);
    const addresses = ['/', '/kansli', '/kansli?fas=stangd', ...falls.map(({ nummer }) => `/kansli/arenden/${nummer}`)];
    const told = await secrets();
    for (const address of addresses) {
      const { html, status } = await karin.get(address);
      const expected = address.endsWith('SAMBA-2026-0003') ? 404 : 200;
      expect([address, status, told.filter((secret) => html.includes(secret))]).toEqual([address, expected, []]);
      // the page of what was not found repeats no number either
      expect([address, html.includes('SAMBA-2026-0003')]).toEqual([address, false]);
    }
  });

  it('gives counts alone of an insats whose huvudman has not agreed to more', async () => {
    await createFall(web.prisma, fixtur, [
      { nummer: 'SLUTEN-2026-0001', insats: 'sluten', fas: 'process', uppgifter: [['planuppfoljning', '2026-10-01']] },
    ]);
    const overview = await karin.get('/kansli');
    expect(matrixRow(overview.html, 'Sluten')[10]).toBe('1 (1 sen)');
    expect(overview.html).not.toContain('SLUTEN-2026-0001');
    // the figure counts it, and the list behind says where it is
    expect(figures(overview.html)[1]).toBe('1');
    expect(textOf(overview.html)).toContain('1 av dem finns i Sluten, där bara antal visas.');
    expect((await karin.get('/kansli?insats=sluten')).html).not.toContain('SLUTEN-2026-0001');
    expect((await karin.get('/kansli/arenden/SLUTEN-2026-0001')).status).toBe(404);
    expect(textOf((await karin.get('/kansli?nummer=sluten-2026-0001')).html)).toContain('Ärendet hittades inte');
  });

  it('reaches only the insatser that a bound role names', async () => {
    await createFall(web.prisma, fixtur, [
      { nummer: 'SAMBA-2026-0001', fas: 'process' },
      { nummer: 'VAG-2026-0002', insats: 'vag', fas: 'process' },
    ]);
    const where = { anvandareId: fixtur.person['karin'] ?? '', roll: 'kansli' };
    await web.prisma.roll.updateMany({ where, data: { insatsId: fixtur.insats.vag } });
    const { html } = await karin.get('/kansli');
    const other = await karin.get('/kansli/arenden/SAMBA-2026-0001');
    await web.prisma.roll.updateMany({ where, data: { insatsId: null } });
    expect(rowsUnder(html, 'alla')).toEqual(['VAG-2026-0002']);
    expect(matrixRow(html, 'Samba')).toEqual([]);
    expect(other.status).toBe(404);
  });

  it('jumps to a number, filters, and turns pages of both lists apart from each other', async () => {
    const falls = Array.from({ length: 60 }, (_, index) => ({
      nummer: `SAMBA-2026-${String(index + 1).padStart(4, '0')}`,
      fas: 'process' as const,
      uppgifter: [['planuppfoljning', '2026-11-02']] as const,
    }));
    await createFall(web.prisma, fixtur, falls);
    const jump = await karin.get('/kansli?nummer=samba-2026-0003', { follow: false });
    expect(jump.headers.get('location')).toBe('/kansli/arenden/SAMBA-2026-0003');
    const { html } = await karin.get('/kansli?urval=2');
    expect(rowsUnder(html, 'urval')).toHaveLength(10);
    expect(rowsUnder(html, 'alla')).toHaveLength(50);
    expect(rowsUnder((await karin.get('/kansli?fas=avslut')).html, 'alla')).toEqual([]);
    expect((await karin.get('/kansli?sida=9', { follow: false })).headers.get('location')).toBe('/kansli');
  });

  it('says so when nothing is there', async () => {
    const text = textOf((await karin.get('/kansli')).html);
    expect(text).toContain('Inget ärende är försenat');
    expect(text).toContain('Inga öppna ärenden');
  });

  it('traces every view, and is closed to other roles', async () => {
    await createFall(web.prisma, fixtur, [{ nummer: 'SAMBA-2026-0001', fas: 'process' }]);
    await karin.get('/kansli');
    await karin.get('/kansli/arenden/SAMBA-2026-0001');
    const rows = await web.prisma.logg.findMany({
      where: { avId: fixtur.person['karin'] ?? '' },
      orderBy: { id: 'asc' },
    });
    expect(rows.map(({ handling, grund }) => [handling, grund])).toEqual([
      ['las_kansli', 'kansli'],
      ['las_nummer', 'kansli'],
    ]);
    const kajsa = web.client();
    await kajsa.login('kajsa', '/mig');
    expect((await kajsa.get('/kansli')).status).toBe(403);
    expect((await kajsa.get('/kansli/arenden/SAMBA-2026-0001')).status).toBe(403);
  });
});
