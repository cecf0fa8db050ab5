import fc from 'fast-check';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { kommerForSent, nastaSammanstallning, tidigast } from '../../domain/utskickstid.js';

const clock = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'short' }).format(new Date(instant));
const instants = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2040-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const onArbetstid = (instant: string): boolean =>
  kalender.isArbetsdag(kalender.dayOf(instant)) && clock(instant) >= '07:00' && clock(instant) < '17:00';

describe('When people are told of things', () => {
  it('is on a working day between seven and five, and at once within it', () => {
    fc.assert(
      fc.property(instants, (nu) => {
        const first = tidigast(nu, kalender);
        expect(onArbetstid(first)).toBe(true);
        expect(first >= nu).toBe(true);
        expect(onArbetstid(nu) ? first === nu : clock(first) === '07:00').toBe(true);
      }),
    );
  });

  it('is never later than the first working hour from then on', () => {
    fc.assert(
      fc.property(instants, fc.nat({ max: 20 * 24 * 60 }), (nu, minutes) => {
        const other = new Date(Date.parse(nu) + minutes * 60_000).toISOString();
        expect(!onArbetstid(other) || tidigast(nu, kalender) <= other).toBe(true);
      }),
    );
  });

  it('is in one mail of a morning, the next that has not gone', () => {
    fc.assert(
      fc.property(instants, (nu) => {
        const morgon = nastaSammanstallning(nu, kalender);
        expect(morgon > nu).toBe(true);
        expect(clock(morgon)).toBe('08:15');
        expect(kalender.isArbetsdag(kalender.dayOf(morgon))).toBe(true);
        const before = kalender.instantAt(kalender.addArbetsdagar(kalender.dayOf(morgon), -1), '08:15');
        expect(before <= nu).toBe(true);
      }),
    );
  });

  it('is before the last day is over: what the next morning’s mail would tell too late does not wait for it', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -10, max: 10 }), (nu, dagar) => {
        const idag = kalender.dayOf(nu);
        const forfaller = kalender.addDays(idag, dagar);
        const over = forfaller < kalender.dayOf(nastaSammanstallning(nu, kalender));
        expect(kommerForSent(forfaller, nu, kalender)).toBe(over && dagar >= 0);
      }),
    );
  });

  it.each([
    ['fredag kväll', '2026-11-27T18:00:00.000Z', '2026-11-30T06:00:00.000Z'],
    ['natten till en vardag', '2026-11-24T01:00:00.000Z', '2026-11-24T06:00:00.000Z'],
    ['klockan fem prick', '2026-11-24T16:00:00.000Z', '2026-11-25T06:00:00.000Z'],
    ['midsommarafton', '2026-06-19T09:00:00.000Z', '2026-06-22T05:00:00.000Z'],
    ['julafton mitt i veckan', '2026-12-24T10:00:00.000Z', '2026-12-28T06:00:00.000Z'],
    ['skärtorsdag kväll', '2027-03-25T17:00:00.000Z', '2027-03-30T05:00:00.000Z'],
  ])('waits on %s for the next working hour', (_when, nu, first) => {
    expect(tidigast(nu, kalender)).toBe(first);
  });
});
