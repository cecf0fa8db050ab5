import { createFall, NU, removeFall } from '../listor/fixture.js';
import { rowsOf, textOf } from '../listor/text.js';
import { startUppgiftsvarld, type Uppgiftsvarld } from './varld.js';

let varld: Uppgiftsvarld;

beforeAll(async () => {
  varld = await startUppgiftsvarld();
});

beforeEach(async () => {
  await removeFall(varld.databaseUrl);
  await varld.web.prisma.sparatFilter.deleteMany();
});

afterAll(() => varld?.stop());

const rows = async (sub: string, path: string) => rowsOf((await varld.page(sub, path)).html);
const skapa = (...falls: Parameters<typeof createFall>[2]) => createFall(varld.web.prisma, varld.fixtur, falls);

describe('the list of tasks, narrowed', () => {
  beforeEach(() =>
    skapa(
      { nummer: 'SAMBA-2026-0001', fas: 'mottagen', uppgifter: [['granskning', '2026-11-20']] },
      {
        nummer: 'SAMBA-2026-0002',
        fas: 'konsultation',
        uppgifter: [['yttrande', '2026-11-25', 'psyk']],
        samtycken: [['psyk']],
        paDagordning: true,
      },
      {
        nummer: 'SAMBA-2026-0003',
        fas: 'process',
        uppgifter: [['planuppfoljning', '2026-11-27']],
        koordinator: 'kajsa',
      },
      { nummer: 'VAG-2026-0004', insats: 'vag', fas: 'mottagen', uppgifter: [['granskning', '2026-11-28']] },
    ),
  );

  it.each([
    ['', ['SAMBA-2026-0001', 'SAMBA-2026-0002', 'SAMBA-2026-0003']],
    ['&forsenade=ja', ['SAMBA-2026-0001']],
    ['&typ=yttrande', ['SAMBA-2026-0002']],
    ['&roll=koordinator', ['SAMBA-2026-0003']],
    ['&insats=samba&roll=sammankallande', ['SAMBA-2026-0001']],
    ['&insats=vag', []],
    ['&har=ingen', ['SAMBA-2026-0001', 'SAMBA-2026-0002', 'SAMBA-2026-0003']],
    ['&har=jag', []],
    [
      '&typ=hittepa&roll=kejsare&lage=%27%3B--&har=ingenting',
      ['SAMBA-2026-0001', 'SAMBA-2026-0002', 'SAMBA-2026-0003'],
    ],
  ])('by “%s” holds %j', async (query, expected) => {
    expect(await rows('sara', `/uppgifter?visa=alla${query}`)).toEqual(expected);
  });

  it('by verksamhet, and by who has a task, as the addresses of its own choices say', async () => {
    const { psyk } = varld.fixtur.verksamhet;
    expect(await rows('sara', `/uppgifter?visa=alla&verksamhet=${psyk}`)).toEqual(['SAMBA-2026-0002']);
    const { html } = await varld.page('sara', '/uppgifter?visa=alla');
    expect(textOf(html)).toContain('Alla verksamheterVuxenpsykiatrin (1)');
    const id = await varld.idOf('SAMBA-2026-0001');
    await (await varld.as('siv')).post('/uppgifter/ta', { id, slag: 'ta', ater: '/uppgifter' }, '/uppgifter');
    expect(await rows('sara', '/uppgifter?visa=alla&har=andra')).toEqual(['SAMBA-2026-0001']);
    expect(await rows('siv', '/uppgifter?visa=alla&har=jag')).toEqual(['SAMBA-2026-0001']);
  });

  it('says beside each choice how many tasks it leaves', async () => {
    const { html } = await varld.page('sara', '/uppgifter?visa=alla');
    const choices = [...html.matchAll(/<select[^>]* name="(\w+)".*?<\/select>/gs)].flatMap(([select, name]) =>
      [...select.matchAll(/<option value="([^"]+)"[^>]*>[^<]*\((\d+)\)<\/option>/g)].map(([, value, antal]) => ({
        fraga: `${name}=${value}`,
        antal: Number(antal),
      })),
    );
    expect(choices.length).toBeGreaterThan(5);
    const shown = await Promise.all(
      choices.map(async ({ fraga }) => ({
        fraga,
        antal: (await rows('sara', `/uppgifter?visa=alla&${fraga}`)).length,
      })),
    );
    expect(shown).toEqual(choices);
  });

  it('tells by name who alone owes a task, but not the reader her own name', async () => {
    expect(textOf((await varld.page('sara', '/uppgifter?visa=alla&roll=koordinator')).html)).toContain(
      'KoordinatorKajsa Koordinatorsson',
    );
    expect(textOf((await varld.page('kajsa', '/uppgifter?visa=alla')).html)).not.toContain(
      'KoordinatorKajsa Koordinatorsson',
    );
  });

  it('says that nothing is left, and how to see everything', async () => {
    const { html } = await varld.page('sara', '/uppgifter?visa=alla&typ=medelbeslut');
    expect(textOf(html)).toContain('Inga uppgifter med det urvalet');
    expect(html).toContain('href="/uppgifter?visa=alla"');
  });

  it('never holds more than the person may see, whatever is asked for', async () => {
    for (const sub of ['hanna', 'karin', 'olle', 'sten'])
      expect(await rows(sub, `/uppgifter?visa=alla&verksamhet=${varld.fixtur.verksamhet.psyk}`)).toEqual([]);
  });
});

describe('a list that is given a name', () => {
  const save = async (sub: string, fraga: string, namn: string) =>
    (await varld.as(sub)).post('/uppgifter/filter', { fraga, namn }, `/uppgifter?${fraga}`);

  it('stands as a link for its owner alone, and is removed again', async () => {
    const { html } = await save('sara', 'visa=alla&insats=samba&forsenade=ja', 'Det sena i Samba');
    expect(html).toMatch(/href="\/uppgifter\?visa=alla&amp;insats=samba&amp;forsenade=ja"[^>]*>Det sena i Samba/);
    expect((await varld.page('siv', '/uppgifter')).html).not.toContain('Det sena i Samba');
    const { id } = await varld.web.prisma.sparatFilter.findFirstOrThrow();
    await (await varld.as('siv')).post(`/uppgifter/filter/${id}/ta-bort`, {}, '/uppgifter');
    expect(await varld.web.prisma.sparatFilter.count()).toBe(1);
    await (await varld.as('sara')).post(`/uppgifter/filter/${id}/ta-bort`, {}, '/uppgifter');
    expect(await varld.web.prisma.sparatFilter.count()).toBe(0);
  });

  it('keeps codes alone of what was asked, and the same name again shows the newer list', async () => {
    await save('sara', 'visa=alla&namn=Anna%20Andersson&insats=samba', 'Mitt');
    await save('sara', 'typ=granskning&personnummer=19850101-2384', 'Mitt');
    expect(await varld.web.prisma.sparatFilter.findMany({ select: { namn: true, fraga: true } })).toEqual([
      { namn: 'Mitt', fraga: 'typ=granskning' },
    ]);
  });

  it('needs a name that fits, and there are not too many of them', async () => {
    expect(textOf((await save('sara', '', ' ')).html)).toContain('Skriv vad urvalet ska heta.');
    expect(textOf((await save('sara', '', 'x'.repeat(41))).html)).toContain('Det får ha högst 40 tecken.');
    await varld.web.prisma.sparatFilter.createMany({
      data: Array.from({ length: 20 }, (_, nr) => ({
        agareId: varld.fixtur.person['sara'] ?? '',
        namn: `Urval ${nr}`,
        fraga: '',
        skapad: NU,
      })),
    });
    expect(textOf((await save('sara', '', 'Ett till')).html)).toContain('Ta bort ett innan du sparar ett nytt.');
  });
});

describe('an action that somebody has promised', () => {
  it('is reported from her list, though she may not read the case', async () => {
    await skapa({
      nummer: 'SAMBA-2026-0001',
      fas: 'rad',
      uppgifter: [['atgard', '2026-11-27', 'fk']],
      samtycken: [['fk']],
    });
    await varld.web.prisma.uppgift.updateMany({
      data: { anvandareId: varld.fixtur.person['manda'] ?? null, ref: 'b1d0f8b8-6f0c-4b35-8d68-1c6a5c9e7a11' },
    });
    const { html } = await varld.page('manda', '/uppgifter');
    expect(rowsOf(html)).toEqual(['SAMBA-2026-0001']);
    expect(html).toContain(
      'href="/arenden/SAMBA-2026-0001/beslut/atgardsrapport?ref=b1d0f8b8-6f0c-4b35-8d68-1c6a5c9e7a11"',
    );
    expect(html).not.toContain('href="/arenden/SAMBA-2026-0001"');
  });
});
