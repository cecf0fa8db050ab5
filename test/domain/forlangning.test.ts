import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const vagknuten = await readProfil('vagknuten');

const imorgon = (own: Prov) => own.om.kalender.addDays(own.idag, 1);

describe('a soft insatstid', () => {
  const enrolled = () => new Prov(vagknuten).inskriven().medPlan();

  test('twelve months from startdatum, told ninety days before, marked the morning after, never closed by itself', () => {
    const own = enrolled();
    const { kalender } = own.om;
    const slut = own.lage.insatstid?.slut ?? '';
    expect(slut).toBe(kalender.addMonths(own.lage.startdatum ?? '', 12));
    expect(own.till(kalender.addDays(slut, -92)).uppgifter).not.toContain('insatstid');
    expect(own.till(kalender.addDays(slut, -86)).uppgifter).toContain('insatstid');
    expect(own.till(slut).lage.insatstid?.overTidenSedan).toBeUndefined();
    own.till(kalender.addDays(slut, 1));
    expect(own.lage.insatstid?.overTidenSedan).toBe(kalender.addDays(slut, 1));
    expect(own.uppgifter).toContain('insatstid_slut');
    expect(own.uppgifter).not.toContain('insatstid');
    expect(own.dagar(400).lage.fas).toBe('kartlaggning');
  });

  test('an extension is proposed after a dialogue, for a later end, one at a time, and then decided', () => {
    const own = enrolled().dagar(20);
    const { kalender } = own.om;
    const slut = own.lage.insatstid?.slut ?? '';
    const langre = kalender.addMonths(slut, 3);
    expect(own.hindret('forlangning', { utfall: 'bifall', slut: langre })?.kod).toBe('utan_forslag');
    expect(own.hindret('forlangningsforslag', { dialogdatum: imorgon(own), slut: langre })?.kod).toBe('framtida_datum');
    expect(own.hindret('forlangningsforslag', { dialogdatum: own.idag, slut })?.kod).toBe('inte_langre');
    own.ta('forlangningsforslag', { dialogdatum: own.idag, slut: langre });
    expect(own.uppgifter).toContain('forlangning');
    expect(own.hindret('forlangningsforslag', { dialogdatum: own.idag, slut: langre })?.kod).toBe('redan_foreslagen');
    expect(own.hindret('forlangning', { utfall: 'bifall', slut })?.kod).toBe('inte_langre');
    expect(own.hindret('forlangning', { utfall: 'bifall' })?.kod).toBe('inte_langre');
    own.ta('forlangning', { utfall: 'bifall', slut: langre });
    expect(own.lage.insatstid).toEqual({ slut: langre, hard: false });
    expect(own.lage.forlangning).toBeUndefined();
    expect(own.lage.frister).toHaveLength(2);
    expect(own.till(kalender.addDays(slut, 5)).lage.insatstid?.overTidenSedan).toBeUndefined();
  });

  test('an extension does not end in days that have gone, however long over its time the case is', () => {
    const own = enrolled();
    const { kalender } = own.om;
    const slut = own.lage.insatstid?.slut ?? '';
    own.till(kalender.addDays(slut, 60));
    const gone = kalender.addDays(slut, 30);
    expect(own.hindret('forlangningsforslag', { dialogdatum: own.idag, slut: gone })?.kod).toBe('redan_slut');
    const { idag } = own;
    own.ta('forlangningsforslag', { dialogdatum: idag, slut: idag }).dagar(5);
    expect(own.hindret('forlangning', { utfall: 'bifall', slut: idag })?.kod).toBe('redan_slut');
    expect(own.hindret('forlangning', { utfall: 'avslag' })).toBeUndefined();
    expect(own.hindret('forlangning', { utfall: 'bifall', slut: own.idag })).toBeUndefined();
  });

  test('a proposal refused early leaves the warning to its own day: nobody is asked twice', () => {
    const own = enrolled().dagar(20);
    const { kalender } = own.om;
    const slut = own.lage.insatstid?.slut ?? '';
    own.ta('forlangningsforslag', { dialogdatum: own.idag, slut: kalender.addMonths(slut, 3) });
    own.ta('forlangning', { utfall: 'avslag' });
    expect(own.uppgifter).toEqual(['kartlaggning']);
    own.till(kalender.addDays(slut, -80));
    expect(own.uppgifter).toEqual(['kartlaggning', 'insatstid']);
  });

  test('a proposal refused late gives the koordinator the end to plan for, due before it', () => {
    const own = enrolled();
    const { kalender } = own.om;
    const slut = own.lage.insatstid?.slut ?? '';
    own.till(kalender.addDays(slut, -60));
    own.ta('forlangningsforslag', { dialogdatum: own.idag, slut: kalender.addMonths(slut, 3) });
    expect(own.uppgifter).toEqual(['kartlaggning', 'forlangning']);
    own.ta('forlangning', { utfall: 'avslag' });
    const [, task] = own.lage.uppgifter;
    expect(task).toMatchObject({ typ: 'insatstid', forfaller: kalender.arbetsdagBefore(slut) });
  });

  test('a proposal that waits when the time runs out is what is decided; refused, sammankallande must take a stand', () => {
    const own = enrolled();
    const { kalender } = own.om;
    const slut = own.lage.insatstid?.slut ?? '';
    own.till(kalender.addDays(slut, -3));
    own.ta('forlangningsforslag', { dialogdatum: own.idag, slut: kalender.addMonths(slut, 3) });
    own.till(kalender.addDays(slut, 1));
    expect(own.lage.insatstid?.overTidenSedan).toBeDefined();
    expect(own.uppgifter).toEqual(['kartlaggning', 'forlangning']);
    own.ta('forlangning', { utfall: 'avslag' });
    expect(own.uppgifter).toEqual(['kartlaggning', 'insatstid_slut']);
  });

  test('is not looked over half-yearly', () => {
    const own = enrolled();
    expect(own.hindret('insatstidsoversyn', { datum: own.idag })?.kod).toBe('har_insatstid');
  });
});
