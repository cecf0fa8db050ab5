import fc from 'fast-check';
import {
  arbetsdagarFranIdag,
  dagarFran,
  insatstidSlut,
  nextMote,
  sistaDagAterkoppling,
  sistaDagAvslutsuppgifter,
  sistaDagGranskning,
  sistaDagKartlaggning,
  sistaDagYttrande,
  uppfoljningsdagar,
} from '../../domain/frister.js';
import type { Omstandighet } from '../../domain/forandring.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { readProfil } from '../../prisma/seed/profiler.js';

const samba = await readProfil('samba_lis');
const vagknuten = await readProfil('vagknuten');

const at = (nu: string, profil: Insatsprofil = samba): Omstandighet => ({ nu, profil, kalender });
/** Noon in Stockholm, summer and winter close enough. */
const on = (dag: string, profil?: Insatsprofil) => at(`${dag}T11:00:00.000Z`, profil);

const instant = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const profil = fc.constantFrom(samba, vagknuten);

describe('periods', () => {
  test('a remiss at 23:59 has its three working days from the day that ends, one at midnight from the next', () => {
    expect(sistaDagGranskning(at('2026-06-30T21:59:00.000Z'))).toBe('2026-07-03');
    expect(sistaDagGranskning(at('2026-06-30T22:00:00.000Z'))).toBe('2026-07-06');
  });

  test('a period that ends on midsommarafton ends on the Monday after', () => {
    expect(dagarFran('2027-05-14', 42, { kalender })).toBe('2027-06-28');
    expect(sistaDagAterkoppling(on('2027-05-14'))).toBe('2027-06-28');
  });

  test('twelve months from 29 February end on 28 February; the six-month review clamps too', () => {
    expect(insatstidSlut('2028-02-29', 12, on('2028-02-29'))).toBe('2029-02-28');
    expect(insatstidSlut('2026-08-31', 6, on('2026-08-31'))).toBe('2027-02-28');
  });

  test('the follow-up is counted from the last day of the participation, over the change of clocks', () => {
    expect(uppfoljningsdagar('2027-01-15', on('2027-01-20'))).toEqual({
      oppnas: '2027-04-01',
      dag: '2027-04-15',
      senast: '2027-04-29',
    });
  });

  test('an avslut has fourteen days, a kartläggning eight weeks, and both end on a working day', () => {
    expect(sistaDagAvslutsuppgifter(on('2026-12-11'))).toBe('2026-12-28');
    expect(sistaDagKartlaggning('2026-11-02', on('2026-11-01'))).toBe('2026-12-28');
  });

  test('every last day is a working day, not before today', () => {
    fc.assert(
      fc.property(instant, profil, fc.integer({ min: 0, max: 30 }), (nu, ett, antal) => {
        const om = at(nu, ett);
        for (const last of [arbetsdagarFranIdag(antal, om), sistaDagGranskning(om), sistaDagAterkoppling(om)]) {
          expect(kalender.isArbetsdag(last)).toBe(true);
          expect(last >= kalender.dayOf(nu)).toBe(true);
        }
      }),
    );
  });
});

describe('the next meeting', () => {
  const [team] = samba.team;
  const without = (uppehall: { fran: string; till: string }): Insatsprofil => ({
    ...samba,
    team: [{ ...team, moten: { ...team.moten, uppehall } }],
  });

  test('the agenda closes seven working days before: on that day a case still comes on, the day after it waits', () => {
    expect(nextMote('samverkansteam', at('2026-11-20T22:59:00.000Z')).dag).toBe('2026-12-01');
    expect(nextMote('samverkansteam', at('2026-11-20T23:00:00.000Z')).dag).toBe('2026-12-15');
  });

  test('midsommarafton is none of the seven working days, and in summer no meetings are held', () => {
    expect(nextMote('samverkansteam', on('2026-06-18')).dag).toBe('2026-06-30');
    expect(nextMote('samverkansteam', on('2026-06-19')).dag).toBe('2026-08-11');
  });

  test('it begins at the profile’s hour in Sweden, summer and winter', () => {
    expect(nextMote('samverkansteam', on('2026-11-20')).borjar).toBe('2026-12-01T08:00:00.000Z');
    expect(nextMote('samverkansteam', on('2026-06-18')).borjar).toBe('2026-06-30T07:00:00.000Z');
    expect(nextMote('oh', on('2026-11-20', vagknuten)).borjar).toBe('2026-12-03T12:00:00.000Z');
  });

  test('a meeting that would fall on a red day is held on the next working day', () => {
    const red = { ...samba, team: [{ ...team, moten: { ...team.moten, forsta: '2027-01-06' } }] } as const;
    expect(nextMote('samverkansteam', on('2026-12-15', red)).dag).toBe('2027-01-07');
  });

  test('yttranden are due two working days before, over a weekend', () => {
    expect(sistaDagYttrande('2026-12-01', on('2026-11-20'))).toBe('2026-11-27');
  });

  test('whenever one asks: a working day with its agenda open, outside the summer, later than the one it is put off from', () => {
    fc.assert(
      fc.property(instant, profil, (nu, ett) => {
        const om = at(nu, ett);
        const [{ kod, moten }] = ett.team;
        const mote = nextMote(kod, om);
        const closes = kalender.addArbetsdagar(mote.dag, -ett.frister.agendaStangerArbetsdagar);
        expect(kalender.dayOf(nu) <= closes).toBe(true);
        expect(kalender.isArbetsdag(mote.dag)).toBe(true);
        expect(mote.dag.slice(5) < '07-01' || mote.dag.slice(5) > '08-10').toBe(true);
        expect(kalender.daysBetween(kalender.dayOf(nu), mote.dag)).toBeLessThanOrEqual(7 * moten.veckor * 2 + 50);
        expect(nextMote(kod, om, mote.borjar).borjar > mote.borjar).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('an uppehåll over new year is kept on both sides of it', () => {
    const winter = without({ fran: '12-10', till: '01-20' });
    expect(nextMote('samverkansteam', on('2026-11-20', winter)).dag).toBe('2026-12-01');
    expect(nextMote('samverkansteam', on('2026-11-24', winter)).dag).toBe('2027-01-26');
  });

  test('a profile that never meets is an error, not an endless search', () => {
    expect(() => nextMote('samverkansteam', on('2026-11-20', without({ fran: '01-01', till: '12-31' })))).toThrow(
      'has no meeting of samverkansteam',
    );
  });

  test('a team that the profile does not have is an error', () => {
    expect(() => nextMote('okant', on('2026-11-20'))).toThrow('no team okant');
  });
});
