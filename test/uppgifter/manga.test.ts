import { createFall, removeFall } from '../listor/fixture.js';
import { statementsDuring } from '../listor/statements.js';
import { rowsOf, textOf } from '../listor/text.js';
import { startUppgiftsvarld, type Uppgiftsvarld } from './varld.js';

let varld: Uppgiftsvarld;

beforeAll(async () => {
  varld = await startUppgiftsvarld();
});

afterAll(() => varld?.stop());

const number = (nr: number): string => `SAMBA-2026-${String(nr).padStart(4, '0')}`;

/** Cases with two tasks each: the koordinator's and a yttrande; every fifth task is somebody's. */
async function skapa(from: number, count: number): Promise<void> {
  await createFall(
    varld.web.prisma,
    varld.fixtur,
    Array.from({ length: count }, (_, index) => ({
      nummer: number(from + index),
      fas: 'process' as const,
      koordinator: index % 2 ? 'kajsa' : 'kim',
      samtycken: [['psyk'], ['iff']] as const,
      paDagordning: true,
      uppgifter: [
        ['planuppfoljning', index % 2 ? '2026-11-10' : '2026-12-10'],
        ['yttrande', '2026-11-27', 'psyk'],
      ] as const,
    })),
  );
  await varld.web.prisma.$executeRaw`
    UPDATE uppgift SET "tilldeladId" = ${varld.fixtur.person['sara']}::uuid WHERE hashtext(id) % 5 = 0`;
}

const ADDRESSES = [
  ['sara', '/uppgifter?visa=alla'],
  ['sara', '/uppgifter?visa=alla&sida=7&roll=koordinator'],
  ['sara', '/uppgifter'],
  ['sara', '/'],
  ['sara', '/dagen'],
  ['sara', '/puls?lista=visa%3Dalla'],
  ['tea', '/uppgifter'],
  ['tea', '/dagen'],
] as const;

/** How many statements each page takes, the session's too, and how long it takes at best. */
async function measure(): Promise<{ statements: Record<string, number>; ms: Record<string, number> }> {
  const statements: Record<string, number> = {};
  const ms: Record<string, number> = {};
  for (const [sub, path] of ADDRESSES) {
    const client = await varld.as(sub);
    await client.get(path);
    const before = performance.now();
    statements[`${sub} ${path}`] = (await statementsDuring(() => client.get(path))).length;
    ms[`${sub} ${path}`] = Math.round(performance.now() - before);
  }
  return { statements, ms };
}

describe('ten thousand open tasks', () => {
  it('are listed, counted, narrowed and paged in as many statements as ten', async () => {
    await skapa(1, 5);
    const few = await measure();
    for (let from = 6; from <= 5000; from += 999) await skapa(from, 999);
    await varld.web.prisma.$executeRaw`ANALYZE`;
    expect(await varld.web.prisma.uppgift.count()).toBe(10_000);
    const many = await measure();
    expect(many.statements).toEqual(few.statements);
    // told by whoever runs this alone on a machine; a busy one proves nothing
    if (process.env['MATT']) console.log(many.ms);

    const { html } = await varld.page('sara', '/uppgifter?visa=alla');
    expect(rowsOf(html)).toHaveLength(50);
    expect(textOf(html)).toContain('Välj alla 10000 i urvalet, också på andra sidor');
    const last = await varld.page('sara', '/uppgifter?visa=alla&sida=9999');
    expect(rowsOf(last.html)).toHaveLength(50);
    expect(textOf(last.html)).toContain('Sida 200 av 200');
  });

  it('are too many for one decision, which says what to do', async () => {
    const sara = await varld.as('sara');
    const fields = { slag: 'ge', alla: 'ja', fraga: 'visa=alla' };
    const { html } = await sara.post('/uppgifter/fordela', fields, '/uppgifter?visa=alla');
    expect(textOf(html)).toContain('Välj högst 2000 uppgifter åt gången.');
    await removeFall(varld.databaseUrl);
  });
});
