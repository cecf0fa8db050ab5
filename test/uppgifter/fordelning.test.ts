import { createFall, NU, removeFall } from '../listor/fixture.js';
import { whileTraceIsShut } from '../support/postgres.js';
import { statementsDuring } from '../listor/statements.js';
import { rowsOf, textOf } from '../listor/text.js';
import { startUppgiftsvarld, type Uppgiftsvarld } from './varld.js';

let varld: Uppgiftsvarld;

beforeAll(async () => {
  varld = await startUppgiftsvarld();
});

beforeEach(async () => {
  varld.setNu(NU);
  await removeFall(varld.databaseUrl);
});

afterAll(() => varld?.stop());

const ETT = 'SAMBA-2026-0001';
const granskas = { nummer: ETT, fas: 'mottagen', uppgifter: [['granskning', '2026-11-26']] } as const;

const skapa = (...falls: Parameters<typeof createFall>[2]) => createFall(varld.web.prisma, varld.fixtur, falls);
const mina = async (sub: string) => rowsOf((await varld.page(sub, '/uppgifter')).html);
const send = async (sub: string, path: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
  (await varld.as(sub)).post(path, fields, '/uppgifter');
const ta = async (sub: string, nummer: string, slag = 'ta') =>
  send(sub, '/uppgifter/ta', { id: await varld.idOf(nummer), slag, ater: '/uppgifter' });
const trace = () =>
  varld.web.prisma.logg.findMany({ where: { handling: { startsWith: 'uppgift_' } }, orderBy: { id: 'asc' } });

/** What the pages say waits for a person: the menu, the list and the start page. */
async function counted(sub: string): Promise<string[]> {
  const start = await varld.page(sub, '/');
  const list = await varld.page(sub, '/uppgifter');
  const menu = /id="meny-antal".*?<span>(\d+)<\/span>/s.exec(start.html)?.[1] ?? '0';
  const waits = (html: string) => /(\d+) uppgift(?:er)? väntar på dig/.exec(textOf(html))?.[1] ?? '0';
  return [menu, waits(start.html), waits(list.html)];
}

describe('taking a task', () => {
  it('makes it hers alone, seen as taken by the others of the role, in every count', async () => {
    await skapa(granskas, { ...granskas, nummer: 'SAMBA-2026-0002' });
    expect([await counted('sara'), await counted('siv')]).toEqual([
      ['2', '2', '2'],
      ['2', '2', '2'],
    ]);
    const taken = await ta('sara', ETT);
    expect(textOf(taken.html)).toContain('Du har tagit uppgiften.');
    expect(textOf(taken.html)).toContain('Tagen av dig sedan tis 24 nov 2026');
    expect(await mina('siv')).toEqual(['SAMBA-2026-0002']);
    expect([await counted('sara'), await counted('siv')]).toEqual([
      ['2', '2', '2'],
      ['1', '1', '1'],
    ]);
    const alla = await varld.page('siv', '/uppgifter?visa=alla&har=andra');
    expect(rowsOf(alla.html)).toEqual([ETT]);
    expect(textOf(alla.html)).toContain('Tagen av Sara Sammankallandesson sedan tis 24 nov 2026');
    expect(alla.html).not.toContain(`/arenden/${ETT}/beslut/granskning`);
  });

  it('in the same second is given to one, and the other is told who has it', async () => {
    await skapa(granskas);
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all([ta('sara', ETT), ta('siv', ETT)]);
      const texts = answers.map(({ html }) => textOf(html));
      expect(texts.filter((text) => text.includes('Du har tagit uppgiften.'))).toHaveLength(1);
      expect(texts.filter((text) => /(Sara|Siv) Sammankallandesson har redan uppgiften/.test(text))).toHaveLength(1);
      await ta('sara', ETT, 'lamna');
    }
    expect(await varld.web.prisma.tilldelning.count({ where: { tillId: { not: null } } })).toBe(5);
  });

  it('is written with its trace, once however often it is sent', async () => {
    await skapa(granskas);
    await ta('sara', ETT);
    await ta('sara', ETT);
    const id = await varld.idOf(ETT);
    const till = varld.fixtur.person['sara'];
    expect(await varld.web.prisma.tilldelning.findMany()).toMatchObject([
      { uppgiftId: id, franId: null, tillId: till, avId: till, nar: NU },
    ]);
    expect(await trace()).toMatchObject([
      {
        handling: 'uppgift_tagen',
        avId: till,
        grund: 'sammankallande',
        data: { uppgift: id, andrat: { tilldelad: [null, till] } },
      },
    ]);
  });

  it('is for nobody who may not do it, and tells nothing of a task that one may not see', async () => {
    await skapa({
      nummer: ETT,
      fas: 'konsultation',
      uppgifter: [['yttrande', '2026-11-27', 'psyk']],
      samtycken: [['psyk']],
      paDagordning: true,
      koordinator: 'kajsa',
    });
    expect(textOf((await ta('kajsa', ETT)).html)).toContain('Du får inte göra den här uppgiften.');
    for (const sub of ['hanna', 'karin', 'manda', 'olle', 'sten']) expect((await ta(sub, ETT)).status).toBe(404);
    expect((await ta('erik', ETT)).html).toContain('Du har tagit uppgiften.');
    expect(await mina('tea')).toEqual([]);
    await varld.web.prisma.samtycke.updateMany({ data: { aterkallat: NU } });
    expect(await mina('erik')).toEqual([]);
  });

  it('ends with the task: what was done meanwhile is told, and nothing is written', async () => {
    await skapa(granskas);
    await varld.web.prisma.uppgift.updateMany({ data: { avslutad: NU, avslutadSom: 'klar' } });
    expect(textOf((await ta('sara', ETT)).html)).toContain('Uppgiften är redan gjord');
    expect(await varld.web.prisma.tilldelning.count()).toBe(0);
  });

  it('is handed back to all who owe it', async () => {
    await skapa(granskas);
    await ta('sara', ETT);
    expect(await mina('siv')).toEqual([]);
    await ta('sara', ETT, 'lamna');
    expect(await mina('siv')).toEqual([ETT]);
    expect((await trace()).map(({ handling }) => handling)).toEqual(['uppgift_tagen', 'uppgift_lamnad']);
  });
});

describe('the tasks of somebody who is away', () => {
  afterEach(() => varld.web.prisma.franvaro.deleteMany());

  it('stand in her ersättare’s list and counts, with whose they are, also those that she has taken', async () => {
    await skapa(granskas, {
      nummer: 'SAMBA-2026-0002',
      fas: 'process',
      uppgifter: [['planuppfoljning', '2026-11-25']],
      koordinator: 'kajsa',
    });
    await ta('siv', ETT);
    const { kajsa = '', siv = '', olle = '' } = varld.fixtur.person;
    const dagar = { fran: NU, till: NU, ersattareId: olle, skapadAvId: siv, skapad: NU };
    await varld.web.prisma.franvaro.createMany({
      data: [kajsa, siv].map((anvandareId) => ({ ...dagar, anvandareId })),
    });
    const { html } = await varld.page('olle', '/uppgifter');
    expect(rowsOf(html)).toEqual(['SAMBA-2026-0002', ETT]);
    expect(textOf(html)).toContain('Du i stället för Kajsa Koordinatorsson');
    expect(textOf(html)).toContain('Du i stället för Siv SammankallandessonTagen av Siv Sammankallandesson');
    expect(await counted('olle')).toEqual(['2', '2', '2']);
    expect(await mina('sara')).toEqual([]);
  });
});

describe('giving tasks', () => {
  const ge = async (sub: string, path: string, nummer: readonly string[], till: string, not = '') => {
    const ids = await Promise.all(nummer.map((one) => varld.idOf(one)));
    const fields = { slag: 'ge', till: varld.fixtur.person[till] ?? '', dag: '', not };
    return send(sub, path, path.endsWith('beslut') ? { ...fields, ids: ids.join(' ') } : { ...fields, id: ids });
  };
  const SKICKAD = 'SAMBA-2026-0003';
  const tre = () =>
    skapa(
      granskas,
      { ...granskas, nummer: 'SAMBA-2026-0002' },
      { nummer: SKICKAD, fas: 'process', uppgifter: [['planuppfoljning', '2026-11-25']], koordinator: 'kajsa' },
    );

  it('offers only people who may do some of them, and says how many', async () => {
    await tre();
    const ids = await Promise.all([ETT, SKICKAD].map((one) => varld.idOf(one)));
    const { html } = await send('sara', '/uppgifter/fordela', { slag: 'ge', id: ids, fraga: '' });
    const offered = [...html.matchAll(/<option value="[^"]+">([^<]+)<\/option>/g)].map(([, name]) => name);
    expect(offered).toEqual([
      'Sara Sammankallandesson',
      'Siv Sammankallandesson',
      'Kajsa Koordinatorsson (kan göra 1 av 2)',
    ]);
  });

  it('shows first what would be moved, and what not and why', async () => {
    await tre();
    const { html } = await ge('sara', '/uppgifter/fordela', [ETT, 'SAMBA-2026-0002', SKICKAD], 'kajsa');
    expect(textOf(html)).toContain('Ge 1 uppgift till Kajsa Koordinatorsson');
    expect(textOf(html)).toContain('Flyttas inte (2): Kajsa Koordinatorsson får inte göra uppgiften.');
    expect(await varld.web.prisma.tilldelning.count()).toBe(0);
  });

  it('moves them with the note to the receiver’s own list', async () => {
    await tre();
    const done = await ge('sara', '/uppgifter/fordela/beslut', [ETT, SKICKAD], 'siv', 'Du kan den här.');
    expect(textOf(done.html)).toContain('2 uppgifter är givna till Siv Sammankallandesson.');
    const { html } = await varld.page('siv', '/uppgifter');
    expect(rowsOf(html)).toEqual([SKICKAD, ETT, 'SAMBA-2026-0002']);
    expect(textOf(html)).toContain('Hos dig sedan tis 24 nov 2026, från Sara Sammankallandesson: ”Du kan den här.”');
    expect(await mina('kajsa')).toEqual([]);
    expect(await mina('sara')).toEqual(['SAMBA-2026-0002']);
  });

  it('tells the receiver of them, and nobody of what she gives herself', async () => {
    await tre();
    await ge('sara', '/uppgifter/fordela/beslut', [ETT, SKICKAD], 'siv');
    await ge('sara', '/uppgifter/fordela/beslut', ['SAMBA-2026-0002'], 'sara');
    const told = await varld.web.prisma.utskick.findMany({
      select: { slag: true, uppgift: true, mottagareId: true, status: true },
      orderBy: { forfaller: 'asc' },
    });
    const siv = { slag: 'uppgift', mottagareId: varld.fixtur.person['siv'], status: 'vantar' };
    expect(told).toEqual([
      { ...siv, uppgift: 'planuppfoljning' },
      { ...siv, uppgift: 'granskning' },
    ]);
  });

  it('says which could not be moved after all, and moves the others', async () => {
    await tre();
    await ta('siv', ETT);
    await varld.web.prisma.uppgift.updateMany({
      where: { id: await varld.idOf('SAMBA-2026-0002') },
      data: { avslutad: NU, avslutadSom: 'klar' },
    });
    const done = await ge('kajsa', '/uppgifter/fordela/beslut', [SKICKAD], 'sara');
    expect(textOf(done.html)).toContain('1 uppgift är given till Sara Sammankallandesson.');
    const rest = await ge('sara', '/uppgifter/fordela/beslut', ['SAMBA-2026-0002', ETT], 'sara');
    expect(textOf(rest.html)).toContain(
      '1 uppgift är given till Sara Sammankallandesson. 1 uppgift kunde inte flyttas. SAMBA-2026-0002: Uppgiften är redan gjord',
    );
  });

  it('asks for whom, and for at least one task', async () => {
    await tre();
    const utan = await ge('sara', '/uppgifter/fordela', [ETT], 'ingen');
    expect([utan.status, textOf(utan.html).includes('Välj vem som ska få uppgifterna.')]).toEqual([422, true]);
    const inget = await send('sara', '/uppgifter/fordela', { slag: 'ge', fraga: '' });
    expect(textOf(inget.html)).toContain('Välj minst en uppgift');
  });

  it('goes on to the same decision when it was given away before its koordinator was changed', async () => {
    await tre();
    await ge('kajsa', '/uppgifter/fordela/beslut', [SKICKAD], 'siv');
    await varld.web.prisma.arende.update({
      where: { nummer: SKICKAD },
      data: { koordinatorId: varld.fixtur.person['kim'] ?? null },
    });
    expect(await mina('kim')).toEqual([]);
    await varld.web.prisma.roll.deleteMany({ where: { anvandareId: varld.fixtur.person['siv'] ?? '' } });
    expect(await mina('kim')).toEqual([SKICKAD]);
    await varld.web.prisma.roll.create({
      data: {
        anvandareId: varld.fixtur.person['siv'] ?? '',
        roll: 'sammankallande',
        insatsId: varld.fixtur.insats.samba,
      },
    });
  });
});

describe('putting tasks aside', () => {
  it('keeps them apart until their day, and never longer than to their last day', async () => {
    await skapa(granskas, { ...granskas, nummer: 'SAMBA-2026-0002' });
    const ids = [await varld.idOf(ETT)];
    const forSent = await send('sara', '/uppgifter/fordela', { slag: 'vila', id: ids, dag: '2026-11-27' });
    expect(textOf(forSent.html)).toContain('Välj en dag senast 2026-11-26: det är uppgiftens sista dag.');
    const fields = { slag: 'vila', ids: ids[0] ?? '', dag: '2026-11-25', till: '', not: '' };
    const done = await send('sara', '/uppgifter/fordela/beslut', fields);
    expect(textOf(done.html)).toContain('1 uppgift är lagd åt sidan till ons 25 nov 2026.');
    const [nu = '', vilande = ''] = done.html.split('Lagda åt sidan (1)');
    expect([rowsOf(nu), rowsOf(vilande)]).toEqual([['SAMBA-2026-0002'], [ETT]]);
    expect(await counted('sara')).toEqual(['1', '1', '1']);
    expect(await mina('siv')).toEqual(['SAMBA-2026-0002']);
    expect(rowsOf((await varld.page('sara', '/uppgifter?lage=vilar')).html)).toEqual([ETT]);

    varld.setNu(new Date('2026-11-25T06:00:00.000Z'));
    expect(rowsOf((await varld.page('sara', '/uppgifter')).html)).toEqual([ETT, 'SAMBA-2026-0002']);
    expect(await counted('sara')).toEqual(['2', '2', '2']);
  });
});

describe('many tasks', () => {
  const falls = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...granskas,
      nummer: `SAMBA-2026-${String(from + index).padStart(4, '0')}`,
    }));

  it('are chosen beyond the page and given as one decision, in as many statements as a few', async () => {
    await skapa(...falls(1, 510));
    const fraga = '';
    const shown = await send('sara', '/uppgifter/fordela', {
      slag: 'ge',
      alla: 'ja',
      fraga,
      till: varld.fixtur.person['siv'] ?? '',
    });
    expect(textOf(shown.html)).toContain('Ge 510 uppgifter till Siv Sammankallandesson');
    const ids = /name="ids" value="([^"]+)"/.exec(shown.html)?.[1]?.split(' ') ?? [];
    const decide = async (some: readonly string[]) => {
      const sara = await varld.as('sara');
      const { html } = await sara.get('/uppgifter');
      const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
      const fields = { _csrf: csrf, slag: 'ge', ids: some.join(' '), till: varld.fixtur.person['siv'] ?? '', ater: '' };
      return statementsDuring(() => sara.send('/uppgifter/fordela/beslut', Object.entries(fields), { follow: false }));
    };
    // the first one also makes the receiver's mail of the next morning
    await decide(ids.slice(0, 1));
    const few = await decide(ids.slice(1, 10));
    const many = await decide(ids.slice(10));
    expect(many.length).toBe(few.length);
    expect(many.filter((said) => said === 'COMMIT')).toHaveLength(1);
    expect(await counted('sara')).toEqual(['0', '0', '0']);
    expect(await counted('siv')).toEqual(['510', '510', '510']);
    expect(await varld.web.prisma.tilldelning.count()).toBe(510);
    expect(await trace()).toHaveLength(510);
  });

  it('are all moved or none: a trace that cannot be written leaves everything as it was', async () => {
    await skapa(...falls(1, 20));
    const ids = await Promise.all(falls(1, 20).map(({ nummer }) => varld.idOf(nummer)));
    const fields = { slag: 'ge', ids: ids.join(' '), till: varld.fixtur.person['siv'] ?? '', dag: '', not: '' };
    await whileTraceIsShut(varld.databaseUrl, async () => {
      expect((await send('sara', '/uppgifter/fordela/beslut', fields)).status).toBe(500);
    });
    expect(await varld.web.prisma.tilldelning.count()).toBe(0);
    expect(await varld.web.prisma.uppgift.count({ where: { tilldeladId: { not: null } } })).toBe(0);
  });
});
