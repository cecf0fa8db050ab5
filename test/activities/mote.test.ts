import { createTabeller, type Tabeller } from './varld.js';

describe('The agenda of a meeting that nobody was on before', () => {
  let tabeller: Tabeller;
  beforeEach(async () => {
    tabeller = await createTabeller();
  });
  afterEach(() => tabeller.stop());

  /** Sends and accepts cases in the same moment; gives the numbers on each meeting's agenda, the first meeting first. */
  const acceptAtOnce = async (count: number): Promise<number[][]> => {
    const cases = [];
    for (let nr = 0; nr < count; nr++) cases.push(await tabeller.send());
    await Promise.all(cases.map((lage) => tabeller.accept(lage)));
    const moten = await tabeller.prisma.mote.findMany({
      orderBy: { borjar: 'asc' },
      select: { punkter: { orderBy: { ordning: 'asc' }, select: { ordning: true } } },
    });
    return moten.map(({ punkter }) => punkter.map(({ ordning }) => ordning));
  };
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

  it('takes two cases in the same moment, each with a place of its own', async () => {
    expect(await acceptAtOnce(2)).toEqual([upTo(2)]);
  });

  it('is never fuller than its slots: those who lose the race come on the next, and nobody takes an earmarked slot', async () => {
    const [{ platser = 0, oronmarkta = 0 }] = tabeller.grund.insats.profil.team;
    const slots = platser - oronmarkta;
    expect(slots).toBeGreaterThan(0);
    expect(await acceptAtOnce(slots + 2)).toEqual([upTo(slots), upTo(2)]);
  });
});
