import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov, VERKSAMHETER } from './prov.js';

const samba = await readProfil('samba_lis');
const START = '2026-11-02';
const dagar = (antal: number): string => kalender.addDays(START, antal);

/** A case whose samtycken are as long as is told, in days from its first; fk and ifo are what all rests on. */
const med = (till: Readonly<Record<string, number>>, fran: Readonly<Record<string, number>> = {}): Prov =>
  new Prov(samba, `${START}T09:00:00.000Z`, {
    samtyckesperioder: VERKSAMHETER.map((verksamhet) => ({
      verksamhet,
      fran: dagar(fran[verksamhet] ?? 0),
      ...(till[verksamhet] === undefined ? {} : { till: dagar(till[verksamhet]) }),
    })),
  });
const aterkallat = (...verksamheter: string[]): Beslutsunderlag['samtyckesaterkallelse'] => ({ verksamheter });
const handelser = (own: Prov) => own.senaste.handelser.map(({ typ }) => typ);

describe('a samtycke with a last day', () => {
  test('holds that whole day and not a moment longer', () => {
    const own = med({ af: 40 });
    own.till(dagar(40));
    expect(own.lage.samtycken).toContain('af');
    own.till(dagar(41));
    expect(own.lage.samtycken.toSorted()).toEqual(['fk', 'ifo']);
  });

  test('is warned of 30 days before, once however many end together, and to the koordinator when there is one', () => {
    const own = med({ fk: 100, af: 100, ifo: 100 }).konsultation();
    own.till(dagar(75));
    expect(own.uppgifter.filter((typ) => typ === 'samtycke_loper_ut')).toHaveLength(1);
    expect(own.lage.uppgifter.find(({ typ }) => typ === 'samtycke_loper_ut')?.roll).toBe('sammankallande');
    const later = med({ fk: 300 }).inskriven().till(dagar(275));
    expect(later.lage.uppgifter.find(({ typ }) => typ === 'samtycke_loper_ut')?.roll).toBe('koordinator');
  });

  test('is warned of at once when it ends within the month', () => {
    expect(med({ fk: 20 }).uppgifter).toEqual(['granskning', 'samtycke_loper_ut']);
  });

  test('that is renewed in time goes on, and the warning comes before its new end', () => {
    const own = med({ af: 40 }).till(dagar(20));
    expect(own.uppgifter).toContain('samtycke_loper_ut');
    own.ta('samtycke', { verksamheter: ['af'], fran: dagar(41), till: dagar(200) });
    expect(own.uppgifter).not.toContain('samtycke_loper_ut');
    own.till(dagar(60));
    expect(own.lage.samtycken).toContain('af');
    own.till(dagar(175));
    expect(own.uppgifter).toContain('samtycke_loper_ut');
    expect(own.till(dagar(201)).lage.samtycken).not.toContain('af');
  });
});

describe('a samtycke that begins later', () => {
  test('lets the verksamhet in on its first day, asks for its yttrande and raises the quorum again', () => {
    const own = med({}, { af: 8 }).konsultation();
    expect(own.uppgifter).not.toContain('yttrande af');
    expect(own.lage.mote?.quorum).toBe(2);
    own.till(dagar(8));
    expect(own.uppgifter).toContain('yttrande af');
    expect(own.lage.mote?.quorum).toBe(3);
  });

  test('never begins once it was taken back', () => {
    const own = med({}, { af: 8 }).ta('samtyckesaterkallelse', aterkallat('af'));
    expect(own.till(dagar(30)).lage.samtycken).not.toContain('af');
    expect(own.hindret('samtyckesaterkallelse', aterkallat('af'))?.kod).toBe('inget_samtycke');
  });

  test('leaves a gap in which the verksamhet is out', () => {
    const own = med({ af: 20 }).ta('samtycke', { verksamheter: ['af'], fran: dagar(30), till: dagar(60) });
    expect(own.till(dagar(25)).lage.samtycken).not.toContain('af');
    expect(own.till(dagar(30)).lage).toMatchObject({
      samtycken: expect.arrayContaining(['af']),
      samtyckenTill: { af: dagar(60) },
    });
    expect(own.till(dagar(61)).lage.samtycken).not.toContain('af');
  });
});

describe('a samtycke that is taken back', () => {
  test('shuts the verksamhet out in the same moment: its tasks end, the team is told, the quorum follows', () => {
    const own = new Prov(samba).konsultation().ta('samtyckesaterkallelse', aterkallat('af'));
    expect(own.lage.samtycken).toEqual(['fk', 'ifo']);
    expect(own.uppgifter).toEqual(['yttrande fk', 'yttrande ifo', 'rekommendation']);
    expect(own.lage.mote?.quorum).toBe(2);
    expect(own.senaste.utskick.map(({ till }) => till)).toEqual([{ team: true }, { roll: 'sammankallande' }]);
    expect(own.hindret('yttrande', { verksamhet: 'af' })?.kod).toBe('utan_samtycke');
  });

  test('tells nobody of the team as long as the team has not heard of the case', () => {
    const own = new Prov(samba).ta('samtyckesaterkallelse', aterkallat('af'));
    expect(own.senaste.utskick.map(({ till }) => till)).toEqual([{ roll: 'sammankallande' }]);
  });

  test.each(['fk', 'ifo'])('of %s stops what shares the case, and sammankallande has it as a task', (verksamhet) => {
    const own = new Prov(samba).iProcess().ta('samtyckesaterkallelse', aterkallat(verksamhet));
    expect(own.uppgifter).toContain('samtycke_saknas');
    const hinder = own.hindret('flerpartsmote', { datum: own.idag, atgarder: [] });
    expect(hinder?.kod).toBe('samtycke_saknas');
    expect(hinder?.mening).toContain('Registrera ett nytt samtycke, eller stäng ärendet.');
    expect(own.hindret('teamlyft', {})?.kod).toBe('samtycke_saknas');
    expect(own.hindret('avvikelse', { datum: own.idag })?.kod).toBe('samtycke_saknas');
    own.ta('samtycke', { verksamheter: [verksamhet], fran: own.idag });
    expect(own.uppgifter).not.toContain('samtycke_saknas');
    expect(own.hindret('avvikelse', { datum: own.idag })?.kod).not.toBe('samtycke_saknas');
  });

  test('still lets the case be put off, found not to concern the team, or be closed', () => {
    const own = new Prov(samba).konsultation().tillMotet().ta('samtyckesaterkallelse', aterkallat('fk'));
    const narvarande = ['af', 'ifo'];
    expect(own.hindret('rekommendation', { utfall: 'inskrivning', narvarande })?.kod).toBe('samtycke_saknas');
    expect(own.hindret('rekommendation', { utfall: 'bordlagd', narvarande })).toBeUndefined();
    expect(own.hindret('rekommendation', { utfall: 'inte_aktuell', narvarande })).toBeUndefined();
    const incoming = new Prov(samba).ta('samtyckesaterkallelse', aterkallat('fk'));
    expect(incoming.hindret('granskning', { utfall: 'accepterad' })?.kod).toBe('samtycke_saknas');
    expect(incoming.hindret('granskning', { utfall: 'inte_aktuell' })).toBeUndefined();
  });

  test('after the insats asks nothing more of sammankallande', () => {
    const own = new Prov(samba).iUppfoljning().ta('samtyckesaterkallelse', aterkallat('fk'));
    expect(own.uppgifter).not.toContain('samtycke_saknas');
  });
});

describe('a case from before the state knew what it rests on', () => {
  test('goes on as it did', () => {
    const own = new Prov(samba).konsultation().ta('samtyckesaterkallelse', aterkallat('af'));
    const { remittentVerksamhet: _r, huvudman: _h, ...old } = own.lage;
    own.lage = { ...old, samtycken: ['ifo'] };
    expect(own.hindret('yttrande', { verksamhet: 'ifo' })).toBeUndefined();
  });
});

describe('wrong answers about samtycke', () => {
  test.each([
    ['slut_fore_start', { verksamheter: ['af'], fran: dagar(5), till: dagar(4) }],
    ['redan_upphort', { verksamheter: ['af'], fran: dagar(-9), till: dagar(-1) }],
    ['for_langt_fram', { verksamheter: ['af'], fran: dagar(366) }],
    ['ingen_verksamhet', { verksamheter: [], fran: dagar(0) }],
    ['samma_verksamhet', { verksamheter: ['af', 'af'], fran: dagar(0) }],
  ])('%s is refused', (kod, data) => {
    expect(new Prov(samba).hindret('samtycke', data)?.kod).toBe(kod);
  });

  test('an avidentifierad person gives and takes back none', () => {
    const own = new Prov(samba, undefined, { identifierad: false });
    expect(own.hindret('samtycke', { verksamheter: ['af'], fran: START })?.kod).toBe('avidentifierad');
    expect(own.hindret('samtyckesaterkallelse', aterkallat('af'))?.kod).toBe('avidentifierad');
    expect(own.hindret('samtyckesaterkallelse', aterkallat())?.kod).toBe('avidentifierad');
    expect(new Prov(samba).hindret('samtyckesaterkallelse', aterkallat())?.kod).toBe('ingen_verksamhet');
  });
});

describe('an avidentifierad konsultation that is given a name', () => {
  const given = (...verksamheter: string[]): Beslutsunderlag['identifiering'] => ({
    samtycken: verksamheter.map((verksamhet) => ({ verksamhet, fran: START, till: dagar(100) })),
  });
  const nameless = () => new Prov(samba, undefined, { identifierad: false }).konsultation();

  test('is open to those alone whom samtycke covers, and can now lead to inskrivning', () => {
    const own = nameless().tillMotet();
    const rekommendation = { utfall: 'inskrivning' as const, narvarande: ['fk', 'ifo'] };
    expect(own.hindret('rekommendation', { ...rekommendation, narvarande: VERKSAMHETER })?.kod).toBe('avidentifierad');
    own.ta('identifiering', given('fk', 'ifo'));
    expect(own.lage).toMatchObject({ identifierad: true, samtycken: ['fk', 'ifo'], samtyckenTill: { fk: dagar(100) } });
    expect(own.uppgifter).not.toContain('yttrande af');
    expect(handelser(own)).toEqual(['identifiering']);
    expect(own.hindret('rekommendation', rekommendation)).toBeUndefined();
    expect(own.till(dagar(101)).lage.samtycken).toEqual([]);
  });

  test('needs samtycke for the remittent and the huvudman, that holds today, once', () => {
    expect(nameless().hindret('identifiering', given('fk', 'af'))?.kod).toBe('samtycke_saknas');
    expect(nameless().hindret('identifiering', given('fk', 'fk', 'ifo'))?.kod).toBe('samma_verksamhet');
    const later = { samtycken: ['fk', 'ifo'].map((verksamhet) => ({ verksamhet, fran: dagar(5) })) };
    expect(nameless().hindret('identifiering', later)?.kod).toBe('framtida_datum');
    expect(new Prov(samba).hindret('identifiering', given('fk', 'ifo'))?.kod).toBe('redan_identifierad');
  });
});
