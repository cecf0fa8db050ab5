import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { asDate } from '../../prisma/client.js';
import { ersattaAv, ersattareFor } from '../../prisma/ersattare.js';
import { readPerson } from '../../prisma/person-sql.js';
import type { Personkod } from '../support/grund.js';
import { createTabeller, type Tabeller } from './varld.js';

const DAG = '2026-07-08';

describe('Who stands in for whom on a day', () => {
  let tabeller: Tabeller;
  beforeAll(async () => {
    tabeller = await createTabeller();
  });
  afterEach(async () => {
    await tabeller.prisma.franvaro.deleteMany();
    await tabeller.prisma.anvandare.updateMany({ data: { aktiv: true } });
  });
  afterAll(() => tabeller.stop());

  const borta = (vem: string, ersattare: string, fran = '2026-07-01', till = '2026-07-15') =>
    tabeller.prisma.franvaro.create({
      data: {
        anvandareId: vem,
        ersattareId: ersattare,
        fran: asDate(fran),
        till: asDate(till),
        skapadAvId: vem,
        skapad: '2026-06-01T08:00:00.000Z',
      },
    });
  const id = (kod: Personkod) => tabeller.grund.person[kod];
  const star = async (kod: Personkod, dag = DAG) => (await ersattareFor(tabeller.prisma, [id(kod)], dag)).get(id(kod));

  it('is the ersättare from the first day to the last, both included, and the person herself before and after', async () => {
    await borta(id('koordinator'), id('annan_koordinator'));
    const days = ['2026-06-30', '2026-07-01', '2026-07-15', '2026-07-16'];
    const found = await Promise.all(days.map((dag) => star('koordinator', dag)));
    expect(found).toEqual([undefined, id('annan_koordinator'), id('annan_koordinator'), undefined]);
    expect(await star('sammankallande')).toBeUndefined();
  });

  it('is nobody when the absence was taken back, the ersättare has left or works at another verksamhet', async () => {
    const { prisma } = tabeller;
    const own = await borta(id('koordinator'), id('annan_koordinator'));
    await prisma.franvaro.update({ where: { id: own.id }, data: { borttagen: '2026-07-02T08:00:00.000Z' } });
    expect(await star('koordinator')).toBeUndefined();
    await prisma.franvaro.update({ where: { id: own.id }, data: { borttagen: null } });
    await prisma.anvandare.update({ where: { id: id('annan_koordinator') }, data: { aktiv: false } });
    expect(await star('koordinator')).toBeUndefined();
    await borta(id('remittent'), id('rep_af'));
    expect(await star('remittent')).toBeUndefined();
  });

  it('goes on from one who is away too, and ends with the absent person herself when the way leads in a circle', async () => {
    await borta(id('koordinator'), id('annan_koordinator'));
    await borta(id('annan_koordinator'), id('sammankallande'));
    expect(await star('koordinator')).toBe(id('sammankallande'));
    expect(await ersattaAv(tabeller.prisma, id('annan_koordinator'), DAG)).toEqual([]);
    await borta(id('sammankallande'), id('koordinator'));
    expect(await star('koordinator')).toBeUndefined();
  });

  it('brings with a person the roles and seats of those whom she stands in for', async () => {
    const { prisma, grund } = tabeller;
    await borta(id('rep_kommun'), id('koordinator'));
    await borta(id('sammankallande'), id('koordinator'));
    const { ersatter = [] } = await readPerson(prisma, id('koordinator'), DAG);
    expect(ersatter.map((one) => one.id).toSorted()).toEqual([id('rep_kommun'), id('sammankallande')].toSorted());
    const leder = ersatter.find((one) => one.id === id('sammankallande'));
    expect(leder?.roller).toEqual([expect.objectContaining({ roll: 'sammankallande', insatsId: grund.insats.id })]);
    const sitter = ersatter.find((one) => one.id === id('rep_kommun'));
    expect(sitter?.team).toEqual([
      expect.objectContaining({ teamId: grund.teamId, verksamhetId: grund.verksamhet.kommun }),
    ]);
    expect((await readPerson(prisma, id('koordinator'), '2026-07-16')).ersatter).toEqual([]);
  });

  it('is found the same from either end, whoever is away', async () => {
    const { prisma, grund } = tabeller;
    const ids = Array.from({ length: 6 }, () => randomUUID());
    await prisma.anvandare.createMany({
      data: ids.map((one) => ({
        id: one,
        sub: one,
        namn: 'Test',
        epost: 'a@exempel.se',
        verksamhetId: grund.verksamhet.kommun,
      })),
    });
    const at = (index: number) => ids[index] as string;
    /** The rule as one would tell it: follow the ersättare until one is not away; a circle leads nowhere. */
    const told = (vagar: readonly (number | null)[], start: number): number | undefined => {
      const passed = new Set([start]);
      for (let next = vagar[start] ?? null; next !== null; next = vagar[next] ?? null) {
        if (passed.has(next)) return undefined;
        if ((vagar[next] ?? null) === null) return next;
        passed.add(next);
      }
      return undefined;
    };
    const vem = fc.option(fc.nat(5), { nil: null });
    await fc.assert(
      fc.asyncProperty(fc.tuple(vem, vem, vem, vem, vem, vem), async (drawn) => {
        const vagar = drawn.map((ersattare, index) => (ersattare === index ? null : ersattare));
        await prisma.franvaro.deleteMany();
        for (const [index, ersattare] of vagar.entries()) if (ersattare !== null) await borta(at(index), at(ersattare));
        const found = await ersattareFor(prisma, ids, DAG);
        const expected = ids.flatMap((one, index) => {
          const till = told(vagar, index);
          return till === undefined ? [] : [`${one} ${at(till)}`];
        });
        expect([...found].map((pair) => pair.join(' ')).toSorted()).toEqual(expected.toSorted());
        for (const one of ids) {
          const back = [...found].filter(([, till]) => till === one).map(([fran]) => fran);
          expect((await ersattaAv(prisma, one, DAG)).toSorted()).toEqual(back.toSorted());
        }
      }),
      { numRuns: 40 },
    );
  });
});
