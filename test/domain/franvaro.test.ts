import fc from 'fast-check';
import {
  franvarohinder,
  franvarolage,
  omfattar,
  overlappar,
  slutandringshinder,
  type Franvaroperiod,
} from '../../domain/franvaro.js';
import { addDays, dagAt, dagnummer } from '../../domain/kalender/tid.js';

const IDAG = '2026-07-08';
const dag = fc.integer({ min: -60, max: 500 }).map((days) => addDays(IDAG, days));
const period = fc.tuple(dag, fc.nat(40)).map(([fran, days]): Franvaroperiod => ({ fran, till: addDays(fran, days) }));
const days = ({ fran, till }: Franvaroperiod): string[] =>
  Array.from({ length: dagnummer(till) - dagnummer(fran) + 1 }, (_, index) => dagAt(dagnummer(fran) + index));

describe('The days of an absence', () => {
  test('both the first and the last belong to it', () => {
    const juli = { fran: '2026-07-01', till: '2026-07-15' };
    expect(['2026-06-30', '2026-07-01', '2026-07-15', '2026-07-16'].map((one) => omfattar(juli, one))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const lagen = ['2026-06-30', '2026-07-01', '2026-07-15', '2026-07-16'].map((one) => franvarolage(juli, one));
    expect(lagen).toEqual(['kommande', 'pagar', 'pagar', 'over']);
  });

  test('two overlap exactly when they have a day in common', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(overlappar(a, b)).toBe(days(a).some((one) => omfattar(b, one)));
        expect(overlappar(a, b)).toBe(overlappar(b, a));
      }),
    );
  });
});

describe('A new absence', () => {
  const hindret = (fran: string, till: string, andra: Franvaroperiod[] = []) =>
    franvarohinder({ fran, till }, andra, IDAG)?.kod;

  test('begins today at the earliest, ends when it has begun, and is bounded', () => {
    expect(hindret('2026-07-07', '2026-07-10')).toBe('bakat');
    expect(hindret('2026-07-08', '2026-07-08')).toBeUndefined();
    expect(hindret('2026-07-10', '2026-07-09')).toBe('slut_fore_start');
    expect(hindret('2027-07-09', '2027-07-09')).toBe('for_langt_fram');
    expect(hindret('2026-07-08', '2027-07-09')).toBe('for_lang');
    expect(hindret('2026-07-08', '2027-07-08')).toBeUndefined();
  });

  test('never shares a day with one that is there, whatever is entered in whatever order', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 12 }), (asked) => {
        const entered: Franvaroperiod[] = [];
        for (const one of asked) if (!franvarohinder(one, entered, IDAG)) entered.push(one);
        const all = entered.flatMap(days);
        expect(new Set(all).size).toBe(all.length);
        expect(all.every((one) => one >= IDAG)).toBe(true);
      }),
    );
  });
});

describe('Another last day of an absence', () => {
  const juli = { fran: '2026-07-01', till: '2026-07-15' };
  const hindret = (till: string, andra: Franvaroperiod[] = [], idag = IDAG) =>
    slutandringshinder(juli, till, andra, idag)?.kod;

  test('is today or later, and leaves the days that have been', () => {
    expect(hindret('2026-07-08')).toBeUndefined();
    expect(hindret('2026-07-07')).toBe('redan_gangen');
    expect(hindret('2026-07-14', [], '2026-07-16')).toBe('over');
    expect(hindret('2026-06-30', [], '2026-06-20')).toBe('slut_fore_start');
  });

  test('may be later, as long as the days are free', () => {
    expect(hindret('2026-07-20')).toBeUndefined();
    expect(hindret('2026-07-20', [{ fran: '2026-07-20', till: '2026-07-31' }])).toBe('krockar');
  });

  test('a shorter one is never refused for days that others have', () => {
    fc.assert(
      fc.property(period, fc.array(period, { maxLength: 5 }), fc.nat(40), (own, rest, shorter) => {
        const andra = rest.filter((one) => !overlappar(one, own));
        const till = addDays(own.till, -Math.min(shorter, dagnummer(own.till) - dagnummer(own.fran)));
        fc.pre(franvarolage(own, IDAG) !== 'over' && till >= IDAG);
        expect(slutandringshinder(own, till, andra, IDAG)).toBeUndefined();
      }),
    );
  });
});
