import fc from 'fast-check';
import { planKoversyn, stamAv } from '../../domain/insats/avstamning.js';
import { checkInsats, decideInsats } from '../../domain/insats/beslut/index.js';
import { Insatsforandring, type Insatsomstandighet } from '../../domain/insats/forandring.js';
import {
  nextInsatsWake,
  nyttInsatslage,
  type Insatsbeslutstyp,
  type Insatsbeslutsunderlag,
  type Insatslage,
} from '../../domain/insats/lage.js';
import type { Insatsprofil, Moteskadens } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import type { Insatskrets } from '../../domain/mottagare.js';
import type { Motesandringar } from '../../domain/motesplan.js';
import { readProfil } from '../../prisma/seed/profiler.js';

/*
 * SAMBA's team meets every other Tuesday at 9 from 2026-01-13: 3 and 17 November, 1, 15 and 29 December. An insats is
 * looked at by the rules alone; what the tables would say is given.
 */
const profil = await readProfil('samba_lis');
const [team] = profil.team;
const NOV_2 = '2026-11-02T09:00:00.000Z';
const NOV_3 = '2026-11-03T08:00:00.000Z';
const NOV_17 = '2026-11-17T08:00:00.000Z';

const om = (nu: string, given: Partial<Insatsomstandighet> = {}): Insatsomstandighet => ({
  nu,
  profil,
  kalender,
  andringar: {},
  koande: 0,
  ...given,
});
const krets: Omit<Insatskrets, 'team'> = {
  folk: { s: {}, a: {}, o: {}, l: {}, k: {} },
  tilldelade: {},
  sammankallande: ['s'],
  styrgrupp: ['o', 'l'],
  ordforande: ['o'],
  kansli: ['k'],
};
const andringar = (given: Partial<Motesandringar>) => ({ [team.kod]: { installda: [], extra: [], ...given } });
const sedd = (
  nu = NOV_2,
  given: Partial<Insatsomstandighet> = {},
  fran = nyttInsatslage('i', 'samba_lis'),
): Insatslage => stamAv(fran, om(nu, given), krets).efter;
const moten = (lage: Insatslage): string[] => (lage.moten[team.kod] ?? []).map(({ borjar }) => borjar);
const frist = (lage: Insatslage, typ: string) => lage.frister.find((one) => one.typ === typ)?.nar;
const kod = <T extends Insatsbeslutstyp>(lage: Insatslage, typ: T, data: Insatsbeslutsunderlag[T], nar = NOV_2) =>
  checkInsats(lage, { id: 'b', typ, av: 'p', nar, dag: kalender.dayOf(nar), data }, kalender)?.kod;
const ta = <T extends Insatsbeslutstyp>(
  lage: Insatslage,
  typ: T,
  data: Insatsbeslutsunderlag[T],
  given: Insatsomstandighet,
) => decideInsats(lage, { id: 'b', typ, av: 'p', nar: given.nu, dag: kalender.dayOf(given.nu), data }, given);

describe('the look of an insats', () => {
  test('finds the coming meetings the first time, and nothing more when asked again at once', () => {
    const lage = sedd();
    expect(moten(lage).slice(0, 2)).toEqual([NOV_3, NOV_17]);
    expect(frist(lage, 'mote')).toBe(NOV_3);
    expect(lage.version).toBe(1);
    expect(sedd(NOV_2, {}, lage)).toBe(lage);
  });

  test('goes on to the next meeting when one has begun, and remembers it', () => {
    const lage = sedd(NOV_3, {}, sedd());
    expect(lage.senasteMote).toBe(NOV_3);
    expect(nextInsatsWake(lage)).toBe(NOV_17);
  });

  test('wakes at midnight of the day on which a place becomes free, and not for one that is free', () => {
    expect(frist(sedd(NOV_2, { nastaPlats: '2026-11-10' }), 'platser')).toBe(kalender.startOfDay('2026-11-10'));
    expect(frist(sedd(NOV_2, { nastaPlats: '2026-11-02' }), 'platser')).toBeUndefined();
    const med = sedd(NOV_2, { nastaPlats: '2026-11-10' });
    expect(frist(sedd(NOV_2, {}, med), 'platser')).toBeUndefined();
  });
});

describe('the look at the queue', () => {
  const vantar = { koande: 2 };
  const oppnad = () => {
    const planned = sedd(NOV_2, vantar);
    const nu = frist(planned, 'koversyn') ?? '';
    return { nu, lage: sedd(nu, vantar, planned) };
  };

  test('is planned when the first joins, opens as sammankallande’s task after the days of the profile, and ends with the queue', () => {
    expect(frist(sedd(), 'koversyn')).toBeUndefined();
    const { nu, lage } = oppnad();
    expect(kalender.daysBetween('2026-11-02', kalender.dayOf(nu))).toBe(profil.frister.koversynDagar);
    expect(lage.uppgifter).toMatchObject([{ typ: 'koversyn' }]);
    expect(frist(lage, 'koversyn')).toBeUndefined();
    const tom = sedd(nu, { koande: 0 }, lage);
    expect(tom.uppgifter).toEqual([]);
  });

  test('is made once, on a day between its opening and today, and planned again while somebody waits', () => {
    const { nu, lage } = oppnad();
    const idag = kalender.dayOf(nu);
    expect(kod(lage, 'koversyn', { datum: kalender.addDays(idag, 1) }, nu)).toBe('framtida_datum');
    expect(kod(lage, 'koversyn', { datum: kalender.addDays(idag, -1) }, nu)).toBe('for_tidigt');
    expect(kod(lage, 'koversyn', { datum: idag }, nu)).toBeUndefined();
    expect(kod(sedd(), 'koversyn', { datum: '2026-11-02' })).toBe('ingen_ko');
    const efter = ta(lage, 'koversyn', { datum: idag }, om(nu, vantar)).efter;
    expect(efter.uppgifter).toEqual([]);
    const planned = new Insatsforandring(lage, om(nu, vantar));
    planKoversyn(planned);
    expect(frist(efter, 'koversyn')).toBe(frist(planned.lage, 'koversyn'));
    expect(frist(ta(lage, 'koversyn', { datum: idag }, om(nu)).efter, 'koversyn')).toBeUndefined();
  });

  test('is reminded of by the ladder, each step once', () => {
    const { lage } = oppnad();
    const nu = lage.uppgifter[0]?.paminnelse.nar ?? '';
    const forandring = stamAv(lage, om(nu, vantar), krets);
    expect(forandring.utskick).toMatchObject([{ slag: 'paminnelse', till: { personer: ['s'] } }]);
    expect(stamAv(forandring.efter, om(nu, vantar), krets).utskick).toEqual([]);
  });

  test('is told whom it was given to, also when several owe it, until she has left', () => {
    const { lage } = oppnad();
    const [uppgift] = lage.uppgifter;
    const given = { ...krets, sammankallande: ['s', 'a'], tilldelade: { [uppgift?.nr ?? 0]: 'a' } };
    const till = (folk: Omit<Insatskrets, 'team'>) =>
      stamAv(lage, om(uppgift?.paminnelse.nar ?? '', vantar), folk).utskick.map((one) => one.till);
    expect(till(given)).toEqual([{ personer: ['a'] }]);
    const { a: _left, ...kvar } = krets.folk;
    expect(till({ ...given, folk: kvar })).toEqual([{ personer: ['s'] }]);
    expect(till({ ...given, tilldelade: {} })).toEqual([{ personer: ['s', 'a'] }]);
  });

  test('left undone it is lifted past her who owes it to who leads the styrgrupp, and kansli is told once', () => {
    let { lage } = oppnad();
    const mails: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      const forandring = stamAv(lage, om(lage.uppgifter[0]?.paminnelse.nar ?? '', vantar), krets);
      mails.push(
        ...forandring.utskick.map(({ slag, till, skal }) => [slag, ...Object.values(till), skal ?? ''].join(' ')),
      );
      lage = forandring.efter;
    }
    expect(mails.map((mail) => mail.trim())).toEqual([
      'paminnelse s',
      'paminnelse s',
      'paminnelse s',
      'paminnelse o',
      'paminnelse s samma_person',
      'kannedom k',
      'paminnelse o',
      'paminnelse o',
    ]);
  });
});

describe('a changed meeting', () => {
  const lage = sedd();
  const flytt = (till: string, fran = NOV_17) => ({ team: team.kod, slag: 'flytt', fran, till }) as const;

  test('is refused when it is not there, has begun, clashes, lies too far ahead or on a red day that is not said', () => {
    const dec22 = '2026-12-22T09:00:00.000Z';
    expect(kod(lage, 'motesandring', { ...flytt(dec22), team: 'annat' })).toBe('okant_team');
    expect(kod(lage, 'motesandring', { team: team.kod, slag: 'installt' })).toBe('inget_mote');
    expect(kod(lage, 'motesandring', flytt(dec22, NOV_3), NOV_3)).toBe('passerat_mote');
    expect(kod(lage, 'motesandring', flytt(dec22, '2026-11-18T08:00:00.000Z'))).toBe('okant_mote');
    expect(kod(lage, 'motesandring', flytt(NOV_17))).toBe('samma_tid');
    expect(kod(lage, 'motesandring', { team: team.kod, slag: 'extra' })).toBe('ingen_tid');
    expect(kod(lage, 'motesandring', flytt(NOV_2))).toBe('passerad_tid');
    expect(kod(lage, 'motesandring', flytt('2027-12-01T09:00:00.000Z'))).toBe('for_langt_fram');
    expect(kod(lage, 'motesandring', flytt(NOV_3))).toBe('finns_redan');
    const jul = flytt('2026-12-25T09:00:00.000Z');
    expect(kod(lage, 'motesandring', jul)).toBe('helgdag');
    expect(kod(lage, 'motesandring', { ...jul, pahelgdag: true })).toBeUndefined();
    expect(kod(lage, 'motesandring', flytt(dec22))).toBeUndefined();
  });

  test('tells its team once', () => {
    const given = om(NOV_2, { andringar: andringar({ installda: [NOV_17] }) });
    const efter = ta(lage, 'motesandring', { team: team.kod, slag: 'installt', fran: NOV_17 }, given);
    expect(moten(efter.efter)).not.toContain(NOV_17);
  });
});

describe('a structural obstacle', () => {
  test('is the styrgrupp’s to answer, once, and the answer goes to every team', () => {
    const lage = sedd();
    expect(kod(lage, 'hinderanmalan', { team: 'annat' })).toBe('okant_team');
    const anmalt = ta(lage, 'hinderanmalan', { team: team.kod }, om(NOV_2)).efter;
    expect(anmalt.uppgifter).toMatchObject([{ typ: 'hindersvar', ref: 'b' }]);
    expect(kod(anmalt, 'hindersvar', { hinder: 'annat' })).toBe('redan_svarat');
    const svarat = ta(anmalt, 'hindersvar', { hinder: 'b' }, om(NOV_2));
    expect(svarat.efter.uppgifter).toEqual([]);
    expect(svarat.utskick).toHaveLength(profil.team.length);
    expect(kod(svarat.efter, 'hindersvar', { hinder: 'b' })).toBe('redan_svarat');
  });
});

/** A team of its own cadence, with a summer break or without. */
const kadens: fc.Arbitrary<Moteskadens> = fc.record({
  forsta: fc.integer({ min: 0, max: 60 }).map((dagar) => kalender.addDays('2026-01-01', dagar)),
  veckor: fc.integer({ min: 1, max: 6 }),
  klockslag: fc.constantFrom('08:30', '13:00', '23:30'),
  minuterPerArende: fc.constant(team.moten.minuterPerArende),
  uppehall: fc.constantFrom({ fran: '06-20', till: '08-15' }, { fran: '12-20', till: '01-10' }),
});
const dag = fc.integer({ min: 0, max: 700 }).map((dagar) => kalender.addDays('2026-01-01', dagar));

/** Whether a day is one that the cadence plans outside its break, or the first working day after it. */
function isEnligtKadensen({ forsta, veckor, uppehall }: Moteskadens, day: string): boolean {
  const inBreak = (md: string) =>
    uppehall !== undefined &&
    (uppehall.fran <= uppehall.till
      ? md >= uppehall.fran && md <= uppehall.till
      : md >= uppehall.fran || md <= uppehall.till);
  return Array.from({ length: 10 }, (_, back) => kalender.addDays(day, -back)).some(
    (one) =>
      kalender.daysBetween(forsta, one) % (7 * veckor) === 0 &&
      kalender.arbetsdagFrom(one) === day &&
      !inBreak(one.slice(5)),
  );
}

test('whatever is cancelled, moved or added, and whenever it is asked: a meeting is never on a cancelled moment, never twice, always after now, and never planned within the break', () => {
  const moment = (klockslag: string) => dag.map((one) => kalender.instantAt(one, klockslag));
  fc.assert(
    fc.property(
      kadens,
      dag,
      fc.array(fc.nat({ max: 11 }), { maxLength: 6 }),
      fc.array(fc.oneof(moment('10:00'), moment('13:00')), { maxLength: 4 }),
      (own, idag, cancelled, extra) => {
        const egen: Insatsprofil = { ...profil, team: [{ ...team, moten: own }] };
        const nu = kalender.instantAt(idag, '12:00');
        const planned = moten(sedd(nu, { profil: egen }));
        const installda = cancelled.flatMap((nr) => planned[nr] ?? []).filter((one) => !extra.includes(one));
        const efter = sedd(nu, { profil: egen, andringar: andringar({ installda, extra }) });
        const now = moten(efter);
        expect(now).toHaveLength(12);
        expect(now.filter((one) => installda.includes(one))).toEqual([]);
        expect(new Set(now).size).toBe(now.length);
        expect(now).toEqual(now.toSorted());
        expect(now.every((one) => one > nu)).toBe(true);
        expect(frist(efter, 'mote')).toBe(now[0]);
        const last = now.at(-1) ?? '';
        expect(extra.filter((one) => one > nu && one <= last && !now.includes(one))).toEqual([]);
        for (const one of now.filter((borjar) => !extra.includes(borjar))) {
          expect(kalender.isArbetsdag(kalender.dayOf(one))).toBe(true);
          expect(isEnligtKadensen(own, kalender.dayOf(one))).toBe(true);
        }
        expect(sedd(nu, { profil: egen, andringar: andringar({ installda, extra }) }, efter)).toBe(efter);
      },
    ),
    { numRuns: 60 },
  );
});
