import fc from 'fast-check';
import { addArbetsdagar, arbetsdagBefore, arbetsdagFrom, isArbetsdag } from '../../domain/kalender/arbetsdagar.js';
import {
  addDays,
  addMonths,
  ageOn,
  dayOf,
  daysBetween,
  instantAt,
  isDag,
  startOfDay,
  weekday,
} from '../../domain/kalender/tid.js';

const dag = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const hours = (from: string, till: string) => (Date.parse(till) - Date.parse(from)) / 3_600_000;

describe('calendar months', () => {
  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (from, months, till) => {
    expect(addMonths(from, months)).toBe(till);
  });

  test('months land in the month they name, on the same day or on its last', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 0, max: 36 }), (from, months) => {
        const till = addMonths(from, months);
        const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) + months;
        expect(Number(till.slice(0, 4)) * 12 + Number(till.slice(5, 7))).toBe(month);
        const clamped = addDays(till, 1).endsWith('-01');
        expect(till.slice(8) === from.slice(8) || (clamped && till.slice(8) < from.slice(8))).toBe(true);
      }),
    );
  });
});

describe('days in Sweden', () => {
  test('23:59 still belongs to the day that ends, in winter and in summer', () => {
    expect(dayOf('2026-11-23T22:59:59.999Z')).toBe('2026-11-23');
    expect(dayOf('2026-11-23T23:00:00.000Z')).toBe('2026-11-24');
    expect(dayOf('2026-06-30T21:59:00.000Z')).toBe('2026-06-30');
    expect(dayOf('2026-06-30T22:00:00.000Z')).toBe('2026-07-01');
  });

  test('eight in the morning is eight in the morning on both sides of both clock changes', () => {
    expect(instantAt('2027-03-27', '08:00')).toBe('2027-03-27T07:00:00.000Z');
    expect(instantAt('2027-03-28', '08:00')).toBe('2027-03-28T06:00:00.000Z');
    expect(instantAt('2026-10-24', '08:00')).toBe('2026-10-24T06:00:00.000Z');
    expect(instantAt('2026-10-25', '08:00')).toBe('2026-10-25T07:00:00.000Z');
  });

  test('the days of the clock changes have 23 and 25 hours', () => {
    expect(hours(startOfDay('2027-03-28'), startOfDay('2027-03-29'))).toBe(23);
    expect(hours(startOfDay('2026-10-25'), startOfDay('2026-10-26'))).toBe(25);
  });

  test('a time that spring skips is an hour later; one that autumn repeats is the first', () => {
    expect(instantAt('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(instantAt('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('an instant lies in its day: not before it begins, before the next one does', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const day = dayOf(at);
        expect(startOfDay(day) <= at && at < startOfDay(addDays(day, 1))).toBe(true);
      }),
    );
  });

  test('days between and added days are each other’s inverse, over clock changes and leap days', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: -800, max: 800 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20261123', '', '2026-11-23T00:00', 'i dag'])(
    '“%s” is no day',
    (text) => expect(isDag(text)).toBe(false),
  );

  test('29 February is a day in a leap year', () => expect(isDag('2028-02-29')).toBe(true));

  test('a birthday counts from its own day', () => {
    expect(ageOn('1990-11-24', '2026-11-23')).toBe(35);
    expect(ageOn('1990-11-24', '2026-11-24')).toBe(36);
  });
});

describe('Swedish working days', () => {
  test.each([
    ['2027-06-25', 'midsommarafton'],
    ['2026-06-19', 'midsommarafton the year before'],
    ['2026-12-24', 'julafton'],
    ['2026-12-31', 'nyårsafton'],
    ['2027-01-06', 'trettondedag jul'],
    ['2027-03-26', 'långfredagen'],
    ['2027-03-29', 'annandag påsk'],
    ['2027-05-06', 'Kristi himmelsfärdsdag'],
    ['2028-06-06', 'nationaldagen'],
    ['2026-05-01', 'första maj'],
    ['2026-11-28', 'a Saturday'],
    ['2026-11-29', 'a Sunday'],
  ])('%s is none: %s', (day) => expect(isArbetsdag(day)).toBe(false));

  test.each([
    ['2027-03-25', 'skärtorsdagen'],
    ['2027-05-07', 'the Friday after Kristi himmelsfärdsdag'],
    ['2027-01-05', 'trettondagsafton'],
    ['2026-04-30', 'valborgsmässoafton'],
    ['2026-11-23', 'a Monday'],
  ])('%s is one: %s', (day) => expect(isArbetsdag(day)).toBe(true));

  test('what would end on midsommarafton ends on the Monday', () => {
    expect(arbetsdagFrom('2027-06-25')).toBe('2027-06-28');
    expect(arbetsdagBefore('2027-06-25')).toBe('2027-06-24');
  });

  test('ten working days over Christmas and New Year', () => {
    expect(addArbetsdagar('2026-12-18', 10)).toBe('2027-01-08');
  });

  test('counting forward passes exactly that many working days, and ends on one', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const till = addArbetsdagar(from, count);
        let passed = 0;
        for (let at = addDays(from, 1); at <= till; at = addDays(at, 1)) if (isArbetsdag(at)) passed += 1;
        expect(passed).toBe(count);
        expect(isArbetsdag(till)).toBe(true);
      }),
    );
  });

  test('from a working day, forward and back again is where one began', () => {
    fc.assert(
      fc.property(dag, fc.integer({ min: 1, max: 40 }), (any, count) => {
        const from = arbetsdagFrom(any);
        expect(addArbetsdagar(addArbetsdagar(from, count), -count)).toBe(from);
      }),
    );
  });

  test('the nearest working day is at most five days away, over Christmas, and a weekend is never one', () => {
    fc.assert(
      fc.property(dag, (any) => {
        expect(daysBetween(any, arbetsdagFrom(any))).toBeLessThanOrEqual(5);
        expect(daysBetween(arbetsdagBefore(any), any)).toBeLessThanOrEqual(5);
        expect(weekday(any) > 5 && isArbetsdag(any)).toBe(false);
      }),
    );
  });
});
