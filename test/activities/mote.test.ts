import { createTabeller, type Tabeller } from './varld.js';

describe('The agenda of a meeting that nobody was on before', () => {
  let tabeller: Tabeller;
  beforeEach(async () => {
    tabeller = await createTabeller();
  });
  afterEach(() => tabeller.stop());

  it.each([2, 10])('takes %i cases in the same moment, each with a place of its own', async (count) => {
    const cases = [];
    for (let nr = 0; nr < count; nr++) cases.push(await tabeller.send());
    await Promise.all(cases.map((lage) => tabeller.accept(lage)));
    const punkter = await tabeller.prisma.motespunkt.findMany({ orderBy: { ordning: 'asc' } });
    expect(new Set(punkter.map(({ moteId }) => moteId)).size).toBe(1);
    expect(punkter.map(({ ordning }) => ordning)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });
});
