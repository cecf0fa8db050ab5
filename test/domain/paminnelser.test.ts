import fc from 'fast-check';
import type { Insatsprofil, Paminnelsesteg } from '../../domain/insatsprofil.js';
import { trappa } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { nextWake } from '../../domain/lage.js';
import { nastaPaminnelse, stegNu, type Paminnelseuppgift } from '../../domain/paminnelser.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = await readProfil('samba_lis');
const withStandard = (standard: readonly Paminnelsesteg[], upprepas = 10): Insatsprofil => ({
  ...samba,
  paminnelser: { standard },
  paminnelseUpprepasArbetsdagar: upprepas,
});

/** Lives through a task's reminders from a moment: when each comes, and whom it is for. */
function ladder(uppgift: Paminnelseuppgift, from: string, count: number, profil = samba): [string, string][] {
  const seen: [string, string][] = [];
  for (let nu = from; seen.length < count;) {
    nu = nastaPaminnelse(uppgift, { nu, profil, kalender }).nar;
    seen.push([nu, stegNu(uppgift, { nu, profil, kalender }).till]);
  }
  return seen;
}

const uppgift = (given: Partial<Paminnelseuppgift> = {}): Paminnelseuppgift => ({
  typ: 'kartlaggning',
  roll: 'koordinator',
  forfaller: '2026-11-27',
  ...given,
});

describe('the days of a ladder', () => {
  test('go before, on and after the last day, up the ladder, and then come again every tenth working day', () => {
    expect(ladder(uppgift(), '2026-11-20T09:00:00.000Z', 8)).toEqual([
      ['2026-11-24T07:00:00.000Z', 'ansvarig'],
      ['2026-11-27T07:00:00.000Z', 'ansvarig'],
      ['2026-12-02T07:00:00.000Z', 'ansvarig'],
      ['2026-12-04T07:00:00.000Z', 'ersattare'],
      ['2026-12-11T07:00:00.000Z', 'sammankallande'],
      ['2026-12-18T07:00:00.000Z', 'styrgrupp'],
      ['2027-01-08T07:00:00.000Z', 'styrgrupp'],
      ['2027-01-22T07:00:00.000Z', 'styrgrupp'],
    ]);
  });

  test('count working days: five of them after a last day before midsommar are eight days', () => {
    const [first] = ladder(uppgift({ forfaller: '2027-06-22' }), '2027-06-25T09:00:00.000Z', 1);
    expect(first).toEqual(['2027-06-28T06:00:00.000Z', 'ansvarig']);
    const [, second] = ladder(uppgift({ forfaller: '2027-06-22' }), '2027-06-25T09:00:00.000Z', 2);
    expect(second).toEqual(['2027-06-30T06:00:00.000Z', 'ersattare']);
  });

  test('have no step to an ersättare for a role that several hold together', () => {
    const own = ladder(uppgift({ typ: 'granskning', roll: 'sammankallande' }), '2026-11-24T09:00:00.000Z', 4);
    expect(own.map(([, till]) => till)).toEqual(['ansvarig', 'ansvarig', 'sammankallande', 'styrgrupp']);
  });

  test('can be a kind’s own, in calendar days', () => {
    const days = [-30, -7, 0].map((dagar) => ({ dagar, till: 'ansvarig' }) as const);
    const own = { ...samba, paminnelser: { ...samba.paminnelser, insatstid: days } };
    expect(ladder(uppgift({ typ: 'insatstid', forfaller: '2027-03-31' }), '2026-12-31T08:00:00.000Z', 3, own)).toEqual([
      ['2027-03-01T07:00:00.000Z', 'ansvarig'],
      ['2027-03-24T07:00:00.000Z', 'ansvarig'],
      ['2027-03-31T06:00:00.000Z', 'ansvarig'],
    ]);
  });

  test('that were missed while nothing ran are not made up for: only the next one lies ahead', () => {
    const nu = '2026-12-14T11:00:00.000Z';
    expect(nastaPaminnelse(uppgift(), { nu, profil: samba, kalender })).toEqual({
      steg: 5,
      nar: '2026-12-18T07:00:00.000Z',
    });
  });

  const dag = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const till = fc.constantFrom(...trappa);
  const steg: fc.Arbitrary<Paminnelsesteg> = fc.oneof(
    fc.record({ arbetsdagar: fc.integer({ min: -10, max: 30 }), till }),
    fc.record({ dagar: fc.integer({ min: -20, max: 40 }), till }),
  );

  test('whatever the ladder: at eight on a working day, a later day each time, without end', () => {
    const profil = fc
      .tuple(fc.array(steg, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 20 }))
      .map(([standard, upprepas]) => withStandard(standard, upprepas));
    fc.assert(
      fc.property(profil, dag, (insats, given) => {
        const forfaller = kalender.arbetsdagFrom(given);
        const from = kalender.instantAt(kalender.addDays(forfaller, -20), '12:00');
        const moments = ladder(uppgift({ forfaller }), from, 10, insats).map(([nar]) => nar);
        for (const nar of moments) {
          expect(kalender.isArbetsdag(kalender.dayOf(nar))).toBe(true);
          expect(nar).toBe(kalender.instantAt(kalender.dayOf(nar), '08:00'));
        }
        expect([...new Set(moments.map((nar) => kalender.dayOf(nar)))]).toHaveLength(moments.length);
        expect(moments).toEqual(moments.toSorted());
        expect((moments[0] ?? '') > from).toBe(true);
      }),
    );
  });

  test('whoever looks when a reminder is given finds the step that it was planned by, as long as the ladder stands', () => {
    const profil = fc
      .uniqueArray(fc.integer({ min: -10, max: 30 }), { minLength: 1, maxLength: 6 })
      .map((days) => days.toSorted((a, b) => a - b))
      .map((days) => withStandard(days.map((arbetsdagar) => ({ arbetsdagar, till: 'ansvarig' }))));
    fc.assert(
      fc.property(profil, dag, fc.integer({ min: -30, max: 90 }), (insats, given, away) => {
        const one = uppgift({ forfaller: kalender.arbetsdagFrom(given) });
        const om = { nu: kalender.instantAt(kalender.addDays(given, away), '12:00'), profil: insats, kalender };
        const planned = nastaPaminnelse(one, om);
        expect(stegNu(one, { ...om, nu: planned.nar }).steg).toBe(planned.steg);
      }),
    );
  });
});

/** What an undone task's reminders write until a day: the day, whom, and why not. */
function livedThrough(own: Prov, nr: number | undefined, till: string): string[] {
  const mails: string[] = [];
  for (let wake = nextWake(own.lage); wake !== undefined && wake < till; wake = nextWake(own.lage)) {
    own.nu = wake;
    for (const { slag, nyckel, till: till_, skal } of own.forfall().senaste.utskick)
      if (nyckel.includes(`-${nr}-`))
        mails.push([own.idag, slag, Object.values(till_).join(), ...(skal ? [skal] : [])].join(' '));
  }
  return mails;
}

describe('what happens by itself', () => {
  const vantarSvar = () => new Prov(samba, '2026-11-12T09:00:00.000Z').rekommenderad('inskrivning');
  const nrOf = (own: Prov, typ: string) => own.lage.uppgifter.find((one) => one.typ === typ)?.nr;

  test('a task left undone is reminded of, then lifted: to her ersättare, sammankallande and ordföranden; kansli is told once', () => {
    const own = vantarSvar();
    own.andrad = { folk: { ...own.krets.folk, remittent: { ersattare: 'kollega' }, kollega: {} } };
    expect(livedThrough(own, nrOf(own, 'personens_svar'), '2027-02-01')).toEqual([
      '2026-12-10 paminnelse remittent',
      '2026-12-15 paminnelse remittent',
      '2026-12-18 paminnelse remittent',
      '2026-12-22 paminnelse kollega',
      '2027-01-04 paminnelse sammankallande',
      '2027-01-12 paminnelse ordforande',
      '2027-01-12 kannedom kansli',
      '2027-01-26 paminnelse ordforande',
    ]);
  });

  test('a step that is the same person goes to the next one up, and the case says which it passed', () => {
    const own = vantarSvar();
    own.andrad = { remittent: 'sammankallande' };
    const nr = nrOf(own, 'personens_svar');
    livedThrough(own, nr, '2026-12-22');
    own.till('2026-12-22');
    expect(own.senaste.handelser).toEqual([
      {
        typ: 'paminnelse',
        data: {
          nr,
          uppgift: 'personens_svar',
          steg: 4,
          avsedd: 'ersattare',
          till: 'ordforande',
          saknas: ['ersattare'],
          samma: ['sammankallande'],
          kansli: true,
        },
      },
    ]);
    expect(own.senaste.utskick.map(({ till, skal }) => [Object.values(till).join(), skal])).toEqual([
      ['ordforande', undefined],
      ['sammankallande', 'samma_person'],
      ['kansli', undefined],
    ]);
    // ordföranden has been told at this level: sammankallande's own step says nothing more
    expect(livedThrough(own, nr, '2027-01-13')).toEqual([
      '2027-01-04 paminnelse sammankallande samma_person',
      '2027-01-12 paminnelse ordforande',
    ]);
  });

  test('the whole styrgrupp is told where nobody is marked as leading it', () => {
    const own = vantarSvar();
    own.andrad = { ordforande: [] };
    expect(livedThrough(own, nrOf(own, 'personens_svar'), '2027-01-13')).toContain(
      '2027-01-12 paminnelse ordforande,ledamot',
    );
    expect(own.senaste.handelser.at(-1)?.data['till']).toBe('styrgrupp');
  });

  test('a server that slept for a month gives each task one reminder, not four', () => {
    const own = new Prov(samba, '2026-11-12T09:00:00.000Z');
    own.nu = '2026-12-20T09:00:00.000Z';
    expect(own.forfall().senaste.utskick.map(({ slag }) => slag)).toEqual(['paminnelse', 'kannedom']);
    expect((nextWake(own.lage) ?? '') > own.nu).toBe(true);
  });

  test('who has taken a task is reminded of it; who is away is stood in for', () => {
    const own = new Prov(samba, '2026-11-12T09:00:00.000Z');
    const nr = nrOf(own, 'granskning');
    const folk = { ...own.krets.folk, annan: {}, vikarie: {} };
    own.andrad = { folk, sammankallande: ['sammankallande', 'annan'], tilldelade: { [nr ?? 0]: { till: 'annan' } } };
    expect(livedThrough(own, nr, '2026-11-18')).toEqual(['2026-11-17 paminnelse annan']);
    own.andrad = { ...own.andrad, folk: { ...folk, annan: { borta: 'vikarie' } } };
    expect(livedThrough(own, nr, '2026-11-21')).toEqual(['2026-11-20 paminnelse vikarie']);
  });

  test('a task that is put aside is not reminded of before its last day; the case says so', () => {
    const own = vantarSvar();
    const nr = nrOf(own, 'personens_svar') ?? 0;
    own.andrad = { tilldelade: { [nr]: { till: 'remittent', vilarTill: '2027-01-01' } } };
    expect(livedThrough(own, nr, '2026-12-16')).toEqual([
      '2026-12-10 paminnelse remittent vilar',
      '2026-12-15 paminnelse remittent',
    ]);
  });

  test('a last day that is moved begins the ladder anew, and kansli hears again', () => {
    const own = vantarSvar();
    const nr = nrOf(own, 'personens_svar') ?? 0;
    livedThrough(own, nr, '2027-01-13');
    const open = own.lage.uppgifter.find((one) => one.nr === nr);
    expect(open?.paminnelse.niva).toBe('styrgrupp');
    if (!open) throw new Error('The task is gone');
    own.senaste.moveDue(open, '2027-02-05');
    own.lage = own.senaste.lage;
    expect(livedThrough(own, nr, '2027-03-02')).toEqual([
      '2027-02-02 paminnelse remittent',
      '2027-02-05 paminnelse remittent',
      '2027-02-10 paminnelse remittent',
      '2027-02-12 paminnelse sammankallande',
      '2027-02-19 paminnelse sammankallande',
      '2027-02-26 paminnelse ordforande',
      '2027-02-26 kannedom kansli',
    ]);
  });
});

describe('a ladder that another release or profile has changed', () => {
  const gammal = withStandard([
    { arbetsdagar: 0, till: 'ansvarig' },
    { arbetsdagar: 5, till: 'ansvarig' },
    { arbetsdagar: 10, till: 'sammankallande' },
    { arbetsdagar: 15, till: 'styrgrupp' },
  ]);
  const nr = 1;

  test('is read by its days: a task that has begun goes on with what lies ahead, and nobody is passed by', () => {
    const fore = new Prov(gammal, '2026-11-12T09:00:00.000Z').till('2026-11-24');
    // as an older release left it: its step and its moment, and nothing of how far it has gone
    const own = Object.assign(new Prov(samba), { nu: fore.nu, lage: fore.lage });
    own.lage = {
      ...own.lage,
      uppgifter: own.lage.uppgifter.map((one) => ({
        ...one,
        paminnelse: { steg: 2, nar: '2026-12-01T07:00:00.000Z' },
      })),
    };
    expect(livedThrough(own, nr, '2026-12-09')).toEqual([
      '2026-12-01 paminnelse ordforande',
      '2026-12-01 paminnelse sammankallande samma_person',
      '2026-12-01 kannedom kansli',
      '2026-12-08 paminnelse ordforande',
    ]);
  });

  test('gives what an older release had planned on a day without a step of its own to who was next then', () => {
    const own = new Prov(samba, '2026-11-12T09:00:00.000Z');
    own.lage = {
      ...own.lage,
      uppgifter: own.lage.uppgifter.map((one) => ({
        ...one,
        paminnelse: { steg: 1, nar: '2026-11-24T07:00:00.000Z' },
      })),
    };
    own.till('2026-11-24');
    expect(own.senaste.handelser).toMatchObject([{ typ: 'paminnelse', data: { till: 'ansvarig', steg: 3 } }]);
  });
});
