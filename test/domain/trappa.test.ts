import fc from 'fast-check';
import { trappa, type Paminnelsemottagare } from '../../domain/insatsprofil.js';
import { hogst, stegutfall, type Trappfolk } from '../../domain/trappa.js';

type Folk = Readonly<Record<Paminnelsemottagare, readonly string[]>>;

const folk = (given: Partial<Folk>, harOrdforande = true): Trappfolk => ({
  ...(harOrdforande ? { overst: 'ordforande' } : {}),
  personer: (niva) => given[niva] ?? [],
});
const FOUR: Folk = { ansvarig: ['a'], ersattare: ['e'], sammankallande: ['s'], styrgrupp: ['o'] };

describe('a step of the ladder', () => {
  test.each([
    ['ansvarig', ['a'], 'ansvarig'],
    ['ersattare', ['e'], 'ersattare'],
    ['sammankallande', ['s'], 'sammankallande'],
    ['styrgrupp', ['o'], 'ordforande'],
  ] as const)('for %s reaches who is there', (niva, personer, till) => {
    expect(stegutfall(niva, undefined, folk(FOUR))).toMatchObject({ slag: 'nadde', niva, till, personer, samma: [] });
  });

  test('for nobody goes to the next one up', () => {
    expect(stegutfall('ersattare', 'ansvarig', folk({ ...FOUR, ersattare: [] }))).toMatchObject({
      niva: 'sammankallande',
      saknas: ['ersattare'],
    });
  });

  test('for who owes the task goes to the next one up, and leaves those out who are told already', () => {
    const own = { ...FOUR, ersattare: [], sammankallande: ['a'] };
    expect(stegutfall('sammankallande', 'ansvarig', folk(own))).toMatchObject({
      niva: 'styrgrupp',
      personer: ['o'],
      samma: ['sammankallande'],
      redan: ['a'],
    });
    const two = { ...FOUR, sammankallande: ['a', 's'] };
    expect(stegutfall('sammankallande', 'ansvarig', folk(two)).personer).toEqual(['s']);
  });

  test('is left out where the ladder stands already', () => {
    const own = { ...FOUR, sammankallande: ['a'] };
    expect(stegutfall('sammankallande', 'styrgrupp', folk(own))).toMatchObject({ slag: 'stod', personer: [] });
    expect(stegutfall('styrgrupp', 'styrgrupp', folk(own))).toMatchObject({ slag: 'nadde', personer: ['o'] });
  });

  test('for who stands highest goes to her, also when she is told already', () => {
    expect(stegutfall('styrgrupp', 'sammankallande', folk({ ...FOUR, styrgrupp: ['s'] }))).toMatchObject({
      till: 'ordforande',
      personer: ['s'],
      samma: ['styrgrupp'],
      redan: [],
    });
    expect(stegutfall('styrgrupp', 'sammankallande', folk({ ansvarig: ['a'] }))).toMatchObject({ till: 'ansvarig' });
    expect(stegutfall('ansvarig', undefined, folk({}))).toMatchObject({ slag: 'ingen', personer: [] });
  });

  const people = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { maxLength: 3 });
  const somebody: fc.Arbitrary<Folk> = fc.record({
    ansvarig: people,
    ersattare: people,
    sammankallande: people,
    styrgrupp: people,
  });
  const climb = fc
    .array(fc.constantFrom(...trappa), { minLength: 1, maxLength: 8 })
    .map((steps) => steps.toSorted((a, b) => trappa.indexOf(a) - trappa.indexOf(b)));

  test('whoever the people are: nobody twice on one step, never down again, and at somebody if anybody is there', () => {
    fc.assert(
      fc.property(somebody, climb, (who, steps) => {
        const anybody = Object.values(who).some((ids) => ids.length > 0);
        let gatt: Paminnelsemottagare | undefined;
        let told = false;
        for (const steg of steps) {
          const utfall = stegutfall(steg, gatt, folk(who));
          expect(new Set(utfall.personer).size).toBe(utfall.personer.length);
          expect(utfall.redan.filter((id) => utfall.personer.includes(id))).toEqual([]);
          expect(utfall.slag === 'ingen').toBe(!anybody);
          told ||= utfall.personer.length > 0;
          // a step may only be left out when somebody was told before at that height or above
          expect(utfall.slag !== 'stod' || told).toBe(true);
          const next = hogst(gatt, utfall.niva);
          expect(gatt === undefined || trappa.indexOf(next ?? 'ansvarig') >= trappa.indexOf(gatt)).toBe(true);
          gatt = next;
        }
        expect(told).toBe(anybody);
      }),
    );
  });

  test('whoever the people are: above who owes it a step reaches somebody else, as long as there is anybody', () => {
    fc.assert(
      fc.property(somebody, fc.constantFrom('ersattare' as const, 'sammankallande' as const), (who, steg) => {
        const { slag, personer } = stegutfall(steg, 'ansvarig', folk(who));
        const others = trappa
          .slice(trappa.indexOf(steg))
          .flatMap((niva) => who[niva])
          .filter((id) => !who.ansvarig.includes(id));
        if (others.length === 0) return;
        expect(slag).toBe('nadde');
        expect(personer.filter((id) => who.ansvarig.includes(id))).toEqual([]);
      }),
    );
  });
});
