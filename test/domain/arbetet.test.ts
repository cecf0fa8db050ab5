import { completeProfil } from '../../domain/standardprofil.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { aterupptaArbetet } from '../../domain/plan.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const samba = completeProfil(await readProfil('samba_lis'));
const kravs: Insatsprofil = { ...samba, kartlaggning: 'kravs' };

const efter = (own: Prov, dagar: number): string => kalender.addDays(own.idag, dagar);
const start = (own: Prov): string => own.lage.startdatum ?? '';
const due = (own: Prov, typ: string, ref?: string): string | undefined =>
  own.lage.uppgifter.find((uppgift) => uppgift.typ === typ && uppgift.ref === ref)?.forfaller;
const planned = (own: Prov, typ: string) =>
  own.lage.frister.flatMap((frist) => (frist.typ === 'uppgift_oppnas' && frist.uppgift === typ ? [frist] : []));
const utan = (own: Prov, till: 'process' | 'bada' = 'process') =>
  own.ta('utan_kartlaggning', { datum: own.idag, spar: 'ratt_ersattning', till });
const gallande = (own: Prov) =>
  own.ta('genomforandeplan', {
    datum: own.idag,
    lage: 'gallande',
    installning: 'invander',
    kopiaLamnad: true,
  });

describe('kartläggning', () => {
  test('ends with the spår, which the case then carries', () => {
    const own = new Prov(samba).inskriven().dagar(10);
    own.ta('kartlaggning', { klar: own.idag, spar: 'ratt_ersattning' });
    expect(own.lage).toMatchObject({
      fas: 'process',
      spar: 'ratt_ersattning',
      kartlagd: 'klar',
      kartlagdDag: own.idag,
    });
  });

  test('can be left out by the team only where the insats allows it', () => {
    const own = new Prov(kravs).inskriven();
    const beslut = { datum: own.idag, spar: 'snabbspar', till: 'process' } as const;
    expect(own.hindret('utan_kartlaggning', beslut)?.kod).toBe('kartlaggning_kravs');
    const fri = new Prov(samba).inskriven();
    expect(fri.hindret('utan_kartlaggning', { ...beslut, datum: efter(fri, 1) })?.kod).toBe('framtida_datum');
    expect(utan(fri, 'bada').lage).toMatchObject({ fas: 'bada', spar: 'ratt_ersattning', kartlagd: 'utan' });
    expect(fri.senaste.avslutadeUppgifter.map(({ som }) => som)).toEqual(['bortfallen']);
    expect(fri.uppgifter).toContain('planuppfoljning');
  });

  test('is not left out before the participation has begun', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    own.ta('inskrivning', {
      beslutsdatum: own.idag,
      startdatum: efter(own, 20),
      koordinator: 'k',
      overinskrivning: false,
    });
    const beslut = { datum: own.idag, spar: 'snabbspar', till: 'process' } as const;
    expect(own.hindret('utan_kartlaggning', beslut)?.kod).toBe('inte_borjat');
  });

  test('the spår can be changed, but not to itself', () => {
    const own = utan(new Prov(samba).inskriven());
    expect(own.hindret('sparbyte', { spar: 'ratt_ersattning' })?.kod).toBe('samma_spar');
    expect(own.ta('sparbyte', { spar: 'snabbspar' }).lage.spar).toBe('snabbspar');
    expect(own.senaste.handelser).toEqual([{ typ: 'sparbyte', data: { fran: 'ratt_ersattning', till: 'snabbspar' } }]);
  });
});

describe('the plan and the first rating', () => {
  test('are asked for after the time of kartläggning, due four weeks later, kartläggning or not', () => {
    const own = new Prov(samba).inskriven();
    const last = kalender.arbetsdagFrom(kalender.addDays(start(own), 7 * 12));
    expect(planned(own, 'genomforandeplan')[0]?.forfaller).toBe(last);
    own.till(kalender.arbetsdagFrom(kalender.addDays(start(own), 7 * 8)));
    expect(own.uppgifter).toEqual(['kartlaggning', 'genomforandeplan', 'skattning']);
    expect([due(own, 'genomforandeplan'), due(own, 'skattning')]).toEqual([last, last]);
  });

  test('are opened, with the same last day, when the work begins earlier', () => {
    const own = new Prov(samba).inskriven();
    const last = planned(own, 'skattning')[0]?.forfaller;
    utan(own);
    expect(own.uppgifter).toEqual(['genomforandeplan', 'skattning', 'planuppfoljning']);
    expect([due(own, 'genomforandeplan'), due(own, 'skattning')]).toEqual([last, last]);
    expect([...planned(own, 'genomforandeplan'), ...planned(own, 'skattning')]).toEqual([]);
  });

  test('that exist before they were asked for are not asked for', () => {
    const own = gallande(new Prov(samba).inskriven());
    utan(own.ta('skattning', { datum: own.idag, steg: 1 }));
    expect(own.uppgifter).toEqual(['planuppfoljning']);
    expect(own.dagar(100).uppgifter).toEqual(['planuppfoljning']);
  });

  test('a draft is kept but is no plan in force; a plan in force needs the participant', () => {
    const own = utan(new Prov(samba).inskriven());
    own.ta('genomforandeplan', { datum: own.idag, lage: 'utkast' });
    expect(own.lage.plan).toEqual({ version: 1, lage: 'utkast' });
    expect(own.uppgifter).toContain('genomforandeplan');
    const halv = { datum: own.idag, lage: 'gallande', installning: 'godkanner' } as const;
    expect(own.hindret('genomforandeplan', { datum: own.idag, lage: 'gallande' })?.kod).toBe('utan_deltagaren');
    expect(own.hindret('genomforandeplan', halv)?.kod).toBe('utan_kopia');
    expect(own.hindret('genomforandeplan', { ...halv, kopiaLamnad: false })?.kod).toBe('utan_kopia');
    expect(gallande(own).lage.plan).toEqual({ version: 2, lage: 'gallande', gallande: 2 });
    expect(own.uppgifter).not.toContain('genomforandeplan');
    own.ta('genomforandeplan', { datum: own.idag, lage: 'utkast' });
    expect(own.lage.plan).toEqual({ version: 3, lage: 'utkast', gallande: 2 });
  });

  test('neither is dated before the participation or ahead of today', () => {
    const own = utan(new Prov(samba).inskriven());
    for (const [datum, kod] of [
      [efter(own, 1), 'framtida_datum'],
      [kalender.addDays(start(own), -1), 'fore_start'],
    ] as const) {
      expect(own.hindret('genomforandeplan', { datum, lage: 'utkast' })?.kod).toBe(kod);
      expect(own.hindret('skattning', { datum, steg: 1 })?.kod).toBe(kod);
      expect(own.hindret('planuppfoljning', { datum })?.kod).toBe(kod);
      expect(own.hindret('ersattningsansokan', { slag: 'annan', skickad: datum })?.kod).toBe(kod);
    }
  });

  test('a rating of a planuppföljning is the first rating too; steps beyond the ladder are refused', () => {
    const own = utan(new Prov(samba).inskriven()).dagar(20);
    expect(own.ta('planuppfoljning', { datum: own.idag }).uppgifter).toContain('skattning');
    expect(own.hindret('planuppfoljning', { datum: own.idag, steg: 6 })?.kod).toBe('fel_steg');
    expect(own.hindret('skattning', { datum: own.idag, steg: 0 })?.kod).toBe('fel_steg');
    own.ta('planuppfoljning', { datum: own.idag, steg: 5 });
    expect(own.uppgifter).toEqual(['genomforandeplan', 'planuppfoljning']);
    expect(own.ta('skattning', { datum: own.idag, steg: 1 }).lage.skattningar).toBe(2);
  });
});

describe('activities', () => {
  const prov = (own: Prov) => ({ slag: 'arbetsprovning', fran: own.idag, till: efter(own, 30) }) as const;

  test('no arbetsprövning and no praktik before kartläggning or the decision without; studies may begin', () => {
    const own = new Prov(samba).inskriven().dagar(5);
    expect(own.hindret('aktivitet', prov(own))?.kod).toBe('fore_kartlaggning');
    expect(own.hindret('aktivitet', { ...prov(own), slag: 'praktik' })?.kod).toBe('fore_kartlaggning');
    expect(own.hindret('aktivitet', { ...prov(own), slag: 'studier' })).toBeUndefined();
    utan(own);
    expect(own.hindret('aktivitet', prov(own))).toBeUndefined();
    expect(own.hindret('aktivitet', { ...prov(own), fran: efter(own, -1) })?.kod).toBe('fore_kartlaggning');
  });

  test('wrong periods are refused', () => {
    const own = utan(new Prov(samba).inskriven());
    expect(own.hindret('aktivitet', { ...prov(own), till: efter(own, -1) })?.kod).toBe('slut_fore_start');
    expect(own.hindret('aktivitet', { slag: 'studier', fran: efter(own, 367) })?.kod).toBe('for_langt_fram');
    expect(own.hindret('aktivitet', { slag: 'studier', fran: kalender.addDays(start(own), -1) })?.kod).toBe(
      'fore_start',
    );
  });

  test('several go on at once; the day after each last day its own result is asked for', () => {
    const own = utan(new Prov(samba).inskriven());
    own.ta('aktivitet', prov(own));
    own.ta('aktivitet', { slag: 'studier', fran: own.idag });
    own.ta('aktivitet', { slag: 'praktik', fran: own.idag, till: efter(own, 10) });
    const [lang, utanSlut, kort] = own.lage.aktiviteter ?? [];
    own.till(kalender.arbetsdagFrom(kalender.addDays(kort?.till ?? '', 1)));
    expect(own.lage.uppgifter.filter(({ typ }) => typ === 'aktivitetsslut').map(({ ref }) => ref)).toEqual([kort?.id]);
    own.ta('aktivitetsslut', { aktivitet: kort?.id ?? '', datum: kort?.till ?? '' });
    expect(own.uppgifter).not.toContain('aktivitetsslut');
    expect(planned(own, 'aktivitetsslut').map(({ mal }) => mal?.ref)).toEqual([lang?.id]);
    // ended before its day: nothing is asked for any more
    own.ta('aktivitetsslut', { aktivitet: lang?.id ?? '', datum: own.idag });
    expect(planned(own, 'aktivitetsslut')).toEqual([]);
    expect(own.lage.aktiviteter).toEqual([utanSlut]);
    expect(own.hindret('aktivitetsslut', { aktivitet: lang?.id ?? '', datum: own.idag })?.kod).toBe('okand_aktivitet');
  });

  test('an activity ends between its first day and today; one that never began ends today', () => {
    const own = utan(new Prov(samba).inskriven()).dagar(5);
    own.ta('aktivitet', { slag: 'studier', fran: own.idag });
    const pagar = own.lage.aktiviteter?.[0]?.id ?? '';
    own.ta('aktivitet', { slag: 'studier', fran: efter(own, 5) });
    const kommande = own.lage.aktiviteter?.[1]?.id ?? '';
    expect(own.hindret('aktivitetsslut', { aktivitet: pagar, datum: efter(own, -1) })?.kod).toBe('fore_start');
    expect(own.hindret('aktivitetsslut', { aktivitet: pagar, datum: efter(own, 1) })?.kod).toBe('framtida_datum');
    expect(own.hindret('aktivitetsslut', { aktivitet: kommande, datum: efter(own, -1) })?.kod).toBe('inte_borjat');
    expect(own.hindret('aktivitetsslut', { aktivitet: kommande, datum: own.idag })).toBeUndefined();
  });
});

describe('applications for ersättning', () => {
  test('the answer is asked for after sixty days, and again when there is none', () => {
    const own = utan(new Prov(samba).inskriven());
    own.ta('ersattningsansokan', { slag: 'sjukersattning', skickad: own.idag });
    own.ta('ersattningsansokan', { slag: 'annan', skickad: own.idag });
    const [ansokan = '', annan = ''] = own.lage.ersattningar?.map(({ id }) => id) ?? [];
    const oppnas = kalender.arbetsdagFrom(efter(own, 60));
    own.till(kalender.addDays(oppnas, -1));
    expect(own.uppgifter).not.toContain('ersattningsbeslut');
    own.till(oppnas);
    expect(due(own, 'ersattningsbeslut', ansokan)).toBe(kalender.addArbetsdagar(oppnas, 10));
    const besked = { ansokan, datum: own.idag, utfall: 'vantar' } as const;
    expect(own.hindret('ersattningsbeslut', { ...besked, datum: start(own) })).toBeUndefined();
    expect(own.hindret('ersattningsbeslut', { ...besked, datum: kalender.addDays(start(own), -1) })?.kod).toBe(
      'fore_ansokan',
    );
    expect(own.hindret('ersattningsbeslut', { ...besked, datum: efter(own, 1) })?.kod).toBe('framtida_datum');
    own.ta('ersattningsbeslut', besked);
    expect(own.lage.ersattningar).toHaveLength(2);
    expect(due(own, 'ersattningsbeslut', annan)).toBeDefined();
    expect(due(own, 'ersattningsbeslut', ansokan)).toBeUndefined();
    expect(planned(own, 'ersattningsbeslut')).toHaveLength(1);
    own.ta('ersattningsbeslut', { ...besked, utfall: 'avslag' });
    expect(planned(own, 'ersattningsbeslut')).toEqual([]);
    expect(own.hindret('ersattningsbeslut', besked)?.kod).toBe('okand_ansokan');
  });
});

describe('the end of the work', () => {
  const arbetar = () => {
    const own = utan(new Prov(samba).inskriven());
    own.ta('aktivitet', { slag: 'studier', fran: own.idag, till: efter(own, 30) });
    return own.ta('ersattningsansokan', { slag: 'annan', skickad: own.idag });
  };
  const kinds = [
    'genomforandeplan',
    'skattning',
    'planuppfoljning',
    'aktivitetsslut',
    'ersattningsbeslut',
    'kartlaggning',
  ];

  test.each([
    ['in kartläggning', () => new Prov(samba).inskriven()],
    ['at work', arbetar],
  ])('avslut %s leaves nothing of it open or planned', (_when, begin) => {
    const own = begin();
    own.ta('avslut', { avslutsdatum: own.idag });
    expect(own.uppgifter.filter((typ) => kinds.includes(typ))).toEqual([]);
    expect(kinds.flatMap((typ) => planned(own, typ))).toEqual([]);
  });

  test('taken up again, it asks once for what is missing', () => {
    const own = arbetar();
    const { lage } = own;
    own.ta('avslut', { avslutsdatum: own.idag });
    aterupptaArbetet(own.senaste);
    aterupptaArbetet(own.senaste);
    own.lage = own.senaste.lage;
    expect(own.uppgifter.toSorted()).toEqual(
      ['avslutsuppgifter', 'genomforandeplan', 'planuppfoljning', 'skattning'].toSorted(),
    );
    expect(planned(own, 'aktivitetsslut')).toEqual(
      lage.frister.filter((frist) => frist.typ === 'uppgift_oppnas' && frist.uppgift === 'aktivitetsslut'),
    );
    expect(planned(own, 'ersattningsbeslut')).toHaveLength(1);
  });
});
