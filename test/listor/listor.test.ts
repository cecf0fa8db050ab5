import { createDatabase, whileTraceIsShut, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';
import { createFall, createFixtur, NU, removeFall, type Fixtur } from './fixture.js';
import { statementsDuring } from './statements.js';
import { rowsOf, textOf } from './text.js';

let database: TestDatabase;
let web: TestWeb;
let fixtur: Fixtur;

const clients = new Map<string, Promise<WebClient>>();

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(NU) } });
  fixtur = await createFixtur(web.prisma);
});

beforeEach(() => removeFall(database.url));

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

/** One login per person is enough: what is shown is read anew each time. */
function as(sub: string): Promise<WebClient> {
  const known = clients.get(sub);
  if (known) return known;
  const client = web.client();
  const loggedIn = client.login(sub, '/mig').then(() => client);
  clients.set(sub, loggedIn);
  return loggedIn;
}

const page = async (sub: string, path: string) => (await as(sub)).get(path);

describe('the first page of a representative', () => {
  const teamets = async (sub: string) => (await page(sub, '/')).html.split('Ärenden på teamets möten')[1] ?? '';
  const fall = { fas: 'konsultation', paDagordning: true } as const;

  it('keeps the ärenden of the team’s coming meetings, before and after the yttrande', async () => {
    await createFall(web.prisma, fixtur, [
      { ...fall, nummer: 'SAMBA-2026-0001', samtycken: [['psyk']] },
      { ...fall, nummer: 'SAMBA-2026-0002', samtycken: [['fk']] },
      { ...fall, nummer: 'SAMBA-2026-0003', samtycken: [['psyk', '2026-11-23']] },
      { ...fall, nummer: 'VAG-2026-0001', insats: 'vag', samtycken: [['psyk']] },
      { nummer: 'SAMBA-2026-0004', fas: 'konsultation', samtycken: [['psyk']] },
    ]);
    const before = await teamets('tea');
    expect(before.match(/href="\/arenden\/[^"]*"/g)).toEqual(['href="/arenden/SAMBA-2026-0001"']);
    expect(before).toContain('1 dec 2026 kl. 10.00');
    expect(before).toContain('Inte lämnat');

    const arende = await web.prisma.arende.findUniqueOrThrow({
      where: { nummer: 'SAMBA-2026-0001' },
      include: { punkter: true },
    });
    const moteId = arende.punkter[0]?.moteId ?? '';
    const verksamhetId = fixtur.verksamhet.psyk;
    await web.prisma.yttrande.create({ data: { arendeId: arende.id, moteId, verksamhetId, nar: NU, svar: 'lamnat' } });
    const after = await teamets('tea');
    expect(after).toContain('SAMBA-2026-0001');
    expect(after).not.toContain('Inte lämnat');
    expect(await teamets('hanna')).toBe('');
  });
});

describe('the list of tasks', () => {
  const opened = [['psyk']] as const;

  it('gives each role the tasks that it owes, and nobody anything else', async () => {
    await createFall(web.prisma, fixtur, [
      { nummer: 'SAMBA-2026-0001', fas: 'mottagen', uppgifter: [['granskning', '2026-11-26']] },
      {
        nummer: 'SAMBA-2026-0002',
        fas: 'rad',
        uppgifter: [['aterkoppling', '2026-11-24']],
        remittent: 'hanna',
        samtycken: [['fk']],
      },
      {
        nummer: 'SAMBA-2026-0003',
        fas: 'process',
        uppgifter: [['planuppfoljning', '2026-11-20']],
        koordinator: 'kajsa',
      },
      {
        nummer: 'SAMBA-2026-0004',
        fas: 'konsultation',
        uppgifter: [
          ['yttrande', '2026-11-27', 'psyk'],
          ['yttrande', '2026-11-27', 'fk'],
        ],
        samtycken: [['psyk'], ['fk']],
        paDagordning: true,
      },
    ]);
    const mina = async (sub: string) => rowsOf((await page(sub, '/uppgifter')).html);
    expect(await mina('sara')).toEqual(['SAMBA-2026-0001']);
    expect(await mina('hanna')).toEqual(['SAMBA-2026-0002']);
    expect(await mina('kajsa')).toEqual(['SAMBA-2026-0003']);
    expect(await mina('tea')).toEqual(['SAMBA-2026-0004']);
    for (const sub of ['kim', 'manda', 'karin', 'sten', 'olle', 'erik'])
      expect([sub, await mina(sub)]).toEqual([sub, []]);
  });

  it('stops showing a verksamhet what samtycke no longer opens', async () => {
    const uppgifter = [['yttrande', '2026-11-27', 'psyk']] as const;
    await createFall(web.prisma, fixtur, [
      { nummer: 'SAMBA-2026-0001', fas: 'konsultation', uppgifter, samtycken: opened, paDagordning: true },
      {
        nummer: 'SAMBA-2026-0002',
        fas: 'konsultation',
        uppgifter,
        samtycken: [['psyk', '2026-11-23']],
        paDagordning: true,
      },
      { nummer: 'SAMBA-2026-0003', fas: 'konsultation', uppgifter, paDagordning: true },
      { nummer: 'SAMBA-2026-0004', fas: 'konsultation', uppgifter, samtycken: opened },
    ]);
    expect(rowsOf((await page('tea', '/uppgifter?visa=alla')).html)).toEqual(['SAMBA-2026-0001']);
    await web.prisma.samtycke.updateMany({ data: { aterkallat: NU } });
    expect(rowsOf((await page('tea', '/uppgifter?visa=alla')).html)).toEqual([]);
  });

  it('leaves the ordinary representative the task, and lets the ersättare see and do it', async () => {
    await createFall(web.prisma, fixtur, [
      {
        nummer: 'SAMBA-2026-0001',
        fas: 'konsultation',
        uppgifter: [['yttrande', '2026-11-27', 'psyk']],
        samtycken: opened,
        paDagordning: true,
      },
    ]);
    const erik = await as('erik');
    expect(rowsOf((await erik.get('/uppgifter')).html)).toEqual([]);
    const teamets = await erik.get('/uppgifter?visa=teamets');
    expect(rowsOf(teamets.html)).toEqual(['SAMBA-2026-0001']);
    expect(teamets.html).toContain('href="/arenden/SAMBA-2026-0001/beslut/yttrande"');
  });

  it('puts least time left first, tells in words what is late and leads to the form of the decision', async () => {
    await createFall(web.prisma, fixtur, [
      {
        nummer: 'SAMBA-2026-0001',
        fas: 'kartlaggning',
        uppgifter: [['kartlaggning', '2026-12-10']],
        koordinator: 'kajsa',
      },
      {
        nummer: 'SAMBA-2026-0002',
        fas: 'process',
        uppgifter: [['planuppfoljning', '2026-11-20']],
        koordinator: 'kajsa',
      },
      {
        nummer: 'SAMBA-2026-0003',
        fas: 'process',
        uppgifter: [['planuppfoljning', '2026-11-24']],
        koordinator: 'kajsa',
      },
    ]);
    const { html } = await page('kajsa', '/uppgifter');
    expect(rowsOf(html)).toEqual(['SAMBA-2026-0002', 'SAMBA-2026-0003', 'SAMBA-2026-0001']);
    expect(textOf(html)).toContain('3 uppgifter väntar på dig, varav 1 försenad.');
    expect(textOf(html)).toMatch(/försenat 4 dagar/i);
    expect(html).toContain('href="/arenden/SAMBA-2026-0002/beslut/planuppfoljning"');
    expect(html).toContain('href="/arenden/SAMBA-2026-0001"');
  });

  it('keeps what can be done only after a meeting apart: no button, and not among what waits for the person', async () => {
    const fall = { fas: 'konsultation', paDagordning: true } as const;
    await createFall(web.prisma, fixtur, [
      { ...fall, nummer: 'SAMBA-2026-0001', uppgifter: [['rekommendation', '2026-12-08']], motesdag: '2026-12-01' },
      { ...fall, nummer: 'SAMBA-2026-0002', uppgifter: [['rekommendation', '2026-12-01']], motesdag: '2026-11-24' },
      { ...fall, nummer: 'SAMBA-2026-0003', uppgifter: [['rekommendation', '2026-11-30']], motesdag: '2026-11-23' },
    ]);
    for (const path of ['/', '/uppgifter']) {
      const { html } = await page('sara', path);
      expect(textOf(html)).toContain('2 uppgifter väntar på dig');
      const [now = '', later = ''] = html.split('Kan göras senare (1)');
      expect(rowsOf(now)).toEqual(['SAMBA-2026-0003', 'SAMBA-2026-0002']);
      expect(rowsOf(later)).toEqual(['SAMBA-2026-0001']);
      expect(textOf(later)).toContain('Efter mötet tis 1 dec 2026');
      expect(later).not.toContain('/beslut/');
    }
    expect(textOf((await page('sara', '/uppgifter')).html)).toContain('Mina, 2Teamets, 0Alla, 2');
  });

  it('counts what each tab holds and shows others’ tasks without a button to do them', async () => {
    await createFall(web.prisma, fixtur, [
      {
        nummer: 'SAMBA-2026-0001',
        fas: 'process',
        uppgifter: [
          ['forlangning', '2026-11-27'],
          ['planuppfoljning', '2026-11-28'],
        ],
        koordinator: 'kajsa',
      },
      {
        nummer: 'SAMBA-2026-0002',
        fas: 'konsultation',
        uppgifter: [['yttrande', '2026-11-27', 'psyk']],
        samtycken: opened,
        paDagordning: true,
      },
    ]);
    const kajsa = await page('kajsa', '/uppgifter?visa=alla');
    expect(textOf(kajsa.html)).toContain('Mina, 1Teamets, 0Alla, 2');
    expect(kajsa.html).not.toContain('/beslut/forlangning');
    expect(textOf((await page('sara', '/uppgifter')).html)).toContain('Mina, 1Teamets, 1Alla, 3');
  });

  it('divides a long list into pages and takes a page beyond the end for the last', async () => {
    const falls = Array.from({ length: 120 }, (_, index) => ({
      nummer: `SAMBA-2026-${String(index + 1).padStart(4, '0')}`,
      fas: 'process' as const,
      uppgifter: [['planuppfoljning', '2026-12-10']] as const,
      koordinator: 'kajsa',
    }));
    await createFall(web.prisma, fixtur, falls);
    const kajsa = await as('kajsa');
    expect(rowsOf((await kajsa.get('/uppgifter')).html)).toHaveLength(50);
    expect(rowsOf((await kajsa.get('/uppgifter?sida=3')).html)).toHaveLength(20);
    expect(rowsOf((await kajsa.get('/uppgifter?sida=99')).html)).toHaveLength(20);
    expect(rowsOf((await kajsa.get('/uppgifter?sida=hej')).html)[0]).toBe('SAMBA-2026-0001');
  });
});

describe('the start page', () => {
  it('groups by how little time is left and holds one primary button', async () => {
    await createFall(web.prisma, fixtur, [
      {
        nummer: 'SAMBA-2026-0001',
        fas: 'process',
        uppgifter: [['planuppfoljning', '2026-11-20']],
        koordinator: 'kajsa',
      },
      {
        nummer: 'SAMBA-2026-0002',
        fas: 'process',
        uppgifter: [['planuppfoljning', '2026-11-24']],
        koordinator: 'kajsa',
      },
      {
        nummer: 'SAMBA-2026-0003',
        fas: 'process',
        uppgifter: [['planuppfoljning', '2026-11-29']],
        koordinator: 'kajsa',
      },
      {
        nummer: 'SAMBA-2026-0004',
        fas: 'process',
        uppgifter: [['planuppfoljning', '2026-11-30']],
        koordinator: 'kajsa',
      },
    ]);
    const { html } = await page('kajsa', '/');
    const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, text]) => textOf(text ?? ''));
    expect(headings).toEqual(['Försenat (1)', 'I dag (1)', 'Senare i veckan (1)', 'Senare (1)', 'Mina ärenden (4)']);
    expect(html.match(/button--primary/g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  it('gives several roles of one person their parts, with personal data in none', async () => {
    await createFall(web.prisma, fixtur, [
      { nummer: 'VAG-2026-0001', insats: 'vag', fas: 'mottagen', uppgifter: [['granskning', '2026-11-26']] },
      {
        nummer: 'SAMBA-2026-0002',
        fas: 'rad',
        uppgifter: [['aterkoppling', '2026-11-24']],
        remittent: 'manda',
        samtycken: [['fk']],
      },
      {
        nummer: 'VAG-2026-0003',
        insats: 'vag',
        fas: 'process',
        uppgifter: [['planuppfoljning', '2026-12-24']],
        koordinator: 'manda',
      },
    ]);
    const { html } = await page('manda', '/');
    expect(new Set(rowsOf(html))).toEqual(new Set(['VAG-2026-0001', 'SAMBA-2026-0002', 'VAG-2026-0003']));
    expect(html).toContain('href="/remisser/ny"');
    expect(textOf(html)).toContain('1 remiss väntar på granskning.');
    expect(textOf(html)).toContain('Du har 1 öppen remiss.');
    expect(html).not.toContain('Hemlig');
  });

  it('says that everything is done, or that there is no role yet, and leads a styrgrupp to its page', async () => {
    const sten = await page('sten', '/');
    expect(textOf(sten.html)).toContain('Allt är gjort');
    expect(sten.html).toContain('href="/styrgrupp"');
    expect(textOf((await page('olle', '/')).html)).toContain('Du har ingen roll i Remissflöde.');
    expect(textOf((await page('hanna', '/')).html)).toContain('Allt är gjort');
  });
});

describe('the list of ärenden', () => {
  beforeEach(() =>
    createFall(web.prisma, fixtur, [
      { nummer: 'SAMBA-2026-0001', fas: 'process', koordinator: 'kim', namn: 'Anders Andrasson' },
      { nummer: 'SAMBA-2026-0002', fas: 'process', koordinator: 'kajsa', namn: 'Egon Egensson' },
      { nummer: 'SAMBA-2026-0003', fas: 'mottagen', namn: null },
      { nummer: 'SAMBA-2026-0004', fas: 'process', koordinator: 'kajsa', namn: 'Skyddade Skyddsson', skyddad: true },
      { nummer: 'SAMBA-2026-0005', fas: 'stangd', koordinator: 'kajsa' },
      { nummer: 'VAG-2026-0006', insats: 'vag', fas: 'process', koordinator: 'manda', namn: 'Vera Vägsson' },
    ]),
  );

  it('shows a koordinator her own first by name and the others of the insats by number alone', async () => {
    const { html } = await page('kajsa', '/arenden');
    expect(rowsOf(html)).toEqual(['SAMBA-2026-0002', 'SAMBA-2026-0004', 'SAMBA-2026-0001', 'SAMBA-2026-0003']);
    expect(html).toContain('Egon Egensson');
    expect(html).not.toContain('Anders Andrasson');
    expect(html).not.toContain('href="/arenden/SAMBA-2026-0001"');
  });

  it('never shows the name of a protected person, and no other insats', async () => {
    for (const sub of ['kajsa', 'sara']) {
      const { html } = await page(sub, '/arenden');
      expect(html).toMatch(/Alias\d+/);
      expect(html).not.toMatch(/Skyddade Skyddsson|VAG-2026-0006|Vera Vägsson/);
    }
  });

  it('shows sammankallande everybody in her insats', async () => {
    const { html } = await page('sara', '/arenden');
    expect(html).toContain('Anders Andrasson');
    expect(textOf(html)).toMatch(/Avidentifierad, född \d{4}/);
  });

  it('filters by phase and by mine, and says what to do when nothing is left', async () => {
    const kajsa = await as('kajsa');
    expect(rowsOf((await kajsa.get('/arenden?fas=mottagen')).html)).toEqual(['SAMBA-2026-0003']);
    expect(rowsOf((await kajsa.get('/arenden?fas=stangd')).html)).toEqual(['SAMBA-2026-0005']);
    expect(rowsOf((await kajsa.get('/arenden?mina=ja')).html)).toEqual(['SAMBA-2026-0002', 'SAMBA-2026-0004']);
    expect(textOf((await kajsa.get('/arenden?fas=rad')).html)).toContain('Inga ärenden med det urvalet');
    expect(rowsOf((await kajsa.get('/arenden?insats=vag')).html)).toEqual([]);
    expect((await kajsa.get('/arenden?sida=7', { follow: false })).headers.get('location')).toBe('/arenden');
  });

  it('jumps to a number as it is typed, and tells when there is none that one may open', async () => {
    const kajsa = await as('kajsa');
    const found = await kajsa.get('/arenden?nummer=%20samba-2026-0002', { follow: false });
    expect(found.headers.get('location')).toBe('/arenden/SAMBA-2026-0002');
    for (const nummer of ['SAMBA-2026-0001', 'VAG-2026-0006', 'SAMBA-2026-9999'])
      expect(textOf((await kajsa.get(`/arenden?nummer=${nummer}`)).html)).toContain('Ärendet hittades inte');
  });

  it('traces that the list was read, and shows nothing when it cannot', async () => {
    const kajsa = await as('kajsa');
    await kajsa.get('/arenden');
    const rows = await web.prisma.logg.findMany({ where: { handling: 'las_lista' } });
    expect(rows).toMatchObject([{ avId: fixtur.person['kajsa'], grund: 'koordinator', nar: NU, arendeId: null }]);
    await whileTraceIsShut(database.url, async () => {
      const refused = await kajsa.get('/arenden');
      expect(refused.status).toBe(500);
      expect(refused.html).not.toContain('Egon Egensson');
    });
  });

  it('is closed to other roles', async () => {
    for (const sub of ['hanna', 'karin', 'tea', 'olle']) expect((await page(sub, '/arenden')).status).toBe(403);
  });
});

describe('the number of statements', () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      nummer: `SAMBA-2026-${String(from + index).padStart(4, '0')}`,
      fas: 'process' as const,
      uppgifter: [['planuppfoljning', index % 2 ? '2026-11-10' : '2026-12-10']] as const,
      koordinator: 'kajsa',
      samtycken: [['psyk'], ['iff']] as const,
      paDagordning: true,
    }));

  // the reminders to come are told by the people around the case, who take some statements of their own
  it('is at most ten per list and twelve for a case, sessions and trace included, and does not grow with the rows', async () => {
    await createFall(web.prisma, fixtur, many(1, 10));
    const addresses = [
      ['kajsa', '/'],
      ['kajsa', '/uppgifter?visa=alla'],
      ['kajsa', '/arenden'],
      ['karin', '/kansli'],
      ['karin', '/kansli/arenden/SAMBA-2026-0001'],
    ] as const;
    const measure = async () => {
      const counts: Record<string, number> = {};
      for (const [sub, path] of addresses) {
        const client = await as(sub);
        await client.get(path);
        const said = await statementsDuring(() => client.get(path));
        counts[path] = said.length;
      }
      return counts;
    };
    const few = await measure();
    await createFall(web.prisma, fixtur, many(11, 290));
    expect(await measure()).toEqual(few);
    const most = (path: string) => (path.includes('/arenden/') ? 12 : 10);
    for (const [path, count] of Object.entries(few))
      expect([path, count >= 3 && count <= most(path)]).toEqual([path, true]);
  });
});
