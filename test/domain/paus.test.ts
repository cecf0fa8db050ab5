import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { nextStep } from '../../domain/lage.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const vagknuten = await readProfil('vagknuten');
const samba = await readProfil('samba_lis');

const inProcess = () => new Prov(vagknuten).iProcess().medPlan();
const slutFor = (own: Prov): string => own.lage.insatstid?.slut ?? '';
const dueOf = (own: Prov, uppgift: string): string =>
  own.lage.uppgifter.find(({ typ }) => typ === uppgift)?.forfaller ?? '';
const dagar = (own: Prov, antal: number): string => kalender.addDays(own.idag, antal);
const sjuk = (own: Prov, fran: number, till: number) =>
  ({ orsak: 'sjukdom', fran: dagar(own, fran), till: dagar(own, till) }) as const;

describe('a pause', () => {
  test('gives back its days when it ends by itself, and the koordinator is told', () => {
    const own = inProcess();
    const slut = slutFor(own);
    own.ta('paus', sjuk(own, 0, 19));
    expect(own.lage.frister.map(({ typ }) => typ)).toEqual(['paus_slut']);
    expect(slutFor(own)).toBe(slut);
    own.dagar(20);
    expect(own.lage.paus).toBeUndefined();
    expect(own.lage).toMatchObject({ pausdagar: 20, pausadTill: dagar(own, -1) });
    expect(slutFor(own)).toBe(kalender.addDays(slut, 20));
    expect(own.senaste.handelser).toContainEqual({
      typ: 'paus_slut',
      data: { sista: dagar(own, -1), dagar: 20 },
    });
    expect(own.senaste.utskick).toContainEqual(expect.objectContaining({ till: { roll: 'koordinator' } }));
    own.till(kalender.addDays(slut, 5));
    expect(own.lage.insatstid?.overTidenSedan).toBeUndefined();
  });

  test('ended early gives back only the days really used, and moves what waited by just as many', () => {
    const own = inProcess();
    const slut = slutFor(own);
    const due = dueOf(own, 'planuppfoljning');
    own.ta('paus', sjuk(own, 0, 29));
    expect(dueOf(own, 'planuppfoljning')).toBe(kalender.arbetsdagFrom(kalender.addDays(due, 30)));
    expect(nextStep(own.lage)).toMatchObject({ typ: 'planuppfoljning' });
    own.dagar(9).ta('pausslut', { datum: own.idag });
    expect(own.lage.pausdagar).toBe(10);
    expect(slutFor(own)).toBe(kalender.addDays(slut, 10));
    expect(dueOf(own, 'planuppfoljning')).toBe(kalender.arbetsdagFrom(kalender.addDays(due, 10)));
    expect(own.senaste.flyttadeUppgifter).toHaveLength(1);
  });

  test('keeps every warning, reminder and the end of the insatstid back while it lasts', () => {
    const own = inProcess();
    const { nr } = own.lage.uppgifter[0] ?? { nr: 0 };
    own.till(kalender.addDays(slutFor(own), -60));
    expect(own.uppgifter).toContain('insatstid');
    const slut = slutFor(own);
    own.ta('paus', sjuk(own, 0, 119));
    expect(own.uppgifter).not.toContain('insatstid');
    const { version } = own.lage;
    own.till(kalender.addDays(own.idag, 118));
    expect(own.lage.version).toBe(version);
    expect(own.lage.uppgifter.some((uppgift) => uppgift.nr === nr)).toBe(true);
    own.dagar(2);
    expect(slutFor(own)).toBe(kalender.addDays(slut, 120));
    // sixty days are left, as when the pause began: the warning is given again at once
    expect(own.uppgifter).toContain('insatstid');
  });

  test('that was over when it was registered gives its days back at once, also to a case over its time', () => {
    const own = inProcess();
    own.till(kalender.addDays(slutFor(own), 5));
    expect(own.uppgifter).toContain('insatstid_slut');
    const slut = slutFor(own);
    own.ta('paus', sjuk(own, -20, -6));
    expect(own.lage.paus).toBeUndefined();
    expect(own.lage.insatstid).toEqual({ slut: kalender.addDays(slut, 15), hard: false });
    expect(own.uppgifter).not.toContain('insatstid_slut');
  });

  test('that lies ahead begins by itself, and can be taken away before without giving any days', () => {
    const own = inProcess();
    const slut = slutFor(own);
    own.ta('paus', sjuk(own, 10, 19)).dagar(5);
    expect(own.lage.frister.map(({ typ }) => typ)).toContain('insatstid_slut');
    const other = own.kopia();
    other.ta('pausslut', { datum: other.idag });
    expect(other.lage.pausdagar).toBeUndefined();
    expect(slutFor(other)).toBe(slut);
    own.dagar(6);
    expect(own.senaste.handelser.map(({ typ }) => typ)).toEqual(['paus_borjar']);
    own.dagar(10);
    expect(slutFor(own)).toBe(kalender.addDays(slut, 10));
  });

  test('moves the half-yearly review of an insats without a time limit', () => {
    const own = new Prov(samba).iProcess().medPlan();
    const planned = own.lage.frister.find((frist) => frist.typ === 'uppgift_oppnas');
    own.ta('paus', sjuk(own, 0, 13)).dagar(14);
    const moved = own.lage.frister.find((frist) => frist.typ === 'uppgift_oppnas');
    if (planned?.typ !== 'uppgift_oppnas' || moved?.typ !== 'uppgift_oppnas') throw new Error('No review planned');
    expect(moved.forfaller).toBe(kalender.arbetsdagFrom(kalender.addDays(planned.forfaller, 14)));
  });

  test('an extension that is granted meanwhile is counted from, and asks for nothing before the pause is over', () => {
    const own = inProcess();
    const langre = kalender.addMonths(slutFor(own), 3);
    own.ta('forlangningsforslag', { dialogdatum: own.idag, slut: langre }).ta('paus', sjuk(own, 0, 9));
    own.ta('forlangning', { utfall: 'bifall', slut: langre });
    expect(own.lage.frister.map(({ typ }) => typ)).toEqual(['paus_slut']);
    own.dagar(10);
    expect(slutFor(own)).toBe(kalender.addDays(langre, 10));
    expect(own.lage.frister.map(({ typ }) => typ)).toContain('insatstid_slut');
  });

  test('ends with the participation', () => {
    const own = inProcess();
    own.ta('paus', sjuk(own, 0, 19)).dagar(4);
    own.ta('avslut', { avslutsdatum: own.idag });
    expect(own.lage.paus).toBeUndefined();
    expect(own.lage).toMatchObject({ pausdagar: 5, pausadTill: own.idag });
    expect(own.lage.frister.map(({ typ }) => typ)).toEqual(['uppgift_oppnas']);
  });
});

describe('a pause is refused', () => {
  test.each([
    ['that ends before it begins', 5, 4, 'slut_fore_start'],
    ['that began more than thirty days ago', -31, 2, 'for_langt_bakat'],
    ['that begins in more than thirty days', 31, 40, 'for_langt_fram'],
  ])('%s', (_what, fran, till, kod) => {
    const own = inProcess().dagar(60);
    expect(own.hindret('paus', sjuk(own, fran, till))?.kod).toBe(kod);
  });

  test('before startdatum, beside another, over an earlier one and after the insatstid', () => {
    const own = new Prov(vagknuten).inskriven();
    expect(own.hindret('paus', sjuk(own, -1, 3))?.kod).toBe('fore_start');
    own.ta('paus', sjuk(own, 0, 4));
    expect(own.hindret('paus', sjuk(own, 10, 12))?.kod).toBe('redan_paus');
    own.dagar(8);
    expect(own.hindret('paus', sjuk(own, -4, 3))?.kod).toBe('overlappar');
    expect(own.hindret('paus', sjuk(own, -3, 3))).toBeUndefined();
    own.till(kalender.addDays(slutFor(own), 3));
    expect(own.hindret('paus', sjuk(own, 0, 3))?.kod).toBe('efter_slut');
  });

  test('an end is refused in the future, before the pause, after it, and without one', () => {
    const own = inProcess();
    expect(own.hindret('pausslut', { datum: own.idag })?.kod).toBe('ingen_paus');
    own.ta('paus', sjuk(own, 0, 9)).dagar(2);
    expect(own.hindret('pausslut', { datum: dagar(own, 1) })?.kod).toBe('framtida_datum');
    expect(own.hindret('pausslut', { datum: dagar(own, -3) })?.kod).toBe('fore_pausen');
    own.dagar(6).ta('pausslut', { datum: own.idag });
    own.ta('paus', sjuk(own, 3, 9));
    expect(own.hindret('pausslut', { datum: dagar(own, -1) })?.kod).toBe('inte_borjat');
  });
});
