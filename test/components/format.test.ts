import {
  dagarMellan,
  formatDagar,
  formatDatum,
  formatIso,
  formatLista,
  formatRelativ,
  formatTal,
  formatTidKvar,
  formatTidpunkt,
} from '../../api/components/format.js';

const HARD_SPACE = '\u00a0';

describe('dates in Swedish', () => {
  test('a day is written with weekday and without full stops', () => {
    expect(formatDatum('2026-11-27')).toBe('fre 27 nov 2026');
    expect(formatDatum('2027-05-03')).toBe('mån 3 maj 2027');
  });

  test('a moment is written in Stockholm time, winter and summer', () => {
    expect(formatTidpunkt('2026-11-27T13:05:00Z')).toBe('27 nov 2026 kl. 14.05');
    expect(formatTidpunkt('2026-06-30T22:05:00Z')).toBe('1 juli 2026 kl. 00.05');
  });

  test('a moment just before midnight UTC belongs to the next day in Stockholm', () => {
    expect(formatIso('2026-12-31T23:30:00Z')).toBe('2027-01-01');
    expect(formatDatum(new Date('2026-12-31T23:30:00Z'))).toBe('fre 1 jan 2027');
  });

  test('days are counted by the calendar over both changes of the clock', () => {
    expect(dagarMellan('2026-03-28', '2026-03-30')).toBe(2);
    expect(dagarMellan('2026-10-24T21:59:00Z', '2026-10-26')).toBe(2);
    expect(dagarMellan('2026-11-27', '2026-11-23')).toBe(-4);
  });

  test('what is no date is refused rather than shown as one', () => {
    expect(() => formatDatum('snart')).toThrow(RangeError);
    expect(() => formatIso('')).toThrow(RangeError);
  });

  test.each([
    ['2026-11-23', 'i dag', 'i dag'],
    ['2026-11-24', 'i morgon', '1 dag kvar'],
    ['2026-11-27', 'om 4 dagar', '4 dagar kvar'],
    ['2026-11-22', 'i går', 'försenat 1 dag'],
    ['2026-11-19', 'för 4 dagar sedan', 'försenat 4 dagar'],
  ])('%s seen from 2026-11-23 is "%s", as a deadline "%s"', (day, relative, left) => {
    expect(formatRelativ(day, '2026-11-23')).toBe(relative);
    expect(formatTidKvar(day, '2026-11-23')).toBe(left);
  });
});

describe('numbers in Swedish', () => {
  test('thousands are grouped with a hard space, decimals have a comma', () => {
    expect(formatTal(1234.5)).toBe(`1${HARD_SPACE}234,5`);
  });

  test('one day is singular', () => {
    expect(formatDagar(1)).toBe('1 dag');
    expect(formatDagar(0)).toBe('0 dagar');
  });

  test('a list ends in "och"', () => {
    expect(formatLista(['Nybro', 'Emmaboda', 'Torsås'])).toBe('Nybro, Emmaboda och Torsås');
  });
});
