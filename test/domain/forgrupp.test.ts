import { nextStep } from '../../domain/lage.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const profil = await readProfil('samba_lis');
const fore = { ...profil, forgrupp: 'fore' } as const;
const efter = { ...profil, forgrupp: 'efter' } as const;

describe('a förgrupp before inskrivning', () => {
  const erbjuden = () => new Prov(fore).rekommenderad('forgrupp');
  const startad = () => {
    const own = erbjuden().dagar(7);
    return own.ta('forgruppsstart', { datum: own.idag }).dagar(21);
  };

  test('is followed by sammankallande within 8 weeks', () => {
    const own = erbjuden();
    expect(own.lage).toMatchObject({ fas: 'forgrupp', forgrupp: { erbjuden: own.idag } });
    expect(own.lage.uppgifter).toMatchObject([{ typ: 'forgrupp', roll: 'sammankallande' }]);
    expect(own.om.kalender.daysBetween(own.idag, own.lage.uppgifter[0]?.forfaller ?? '')).toBeGreaterThanOrEqual(56);
  });

  test('a yes leads to the person’s own answer about inskrivning', () => {
    const own = startad();
    own.ta('forgruppsresultat', { resultat: 'ja', datum: own.idag });
    expect(own.lage.fas).toBe('inskrivning');
    expect(own.uppgifter).toEqual(['personens_svar']);
    expect(own.lage.forgrupp).toBeUndefined();
  });

  test('a no leads to råd with the remittent’s återkoppling, or back to the team’s next meeting', () => {
    const rad = startad();
    rad.ta('forgruppsresultat', { resultat: 'avbruten', datum: rad.idag, sedan: 'rad' });
    expect(rad.lage.fas).toBe('rad');
    expect(rad.uppgifter).toEqual(['aterkoppling']);
    expect(rad.told).toContain('besked remittent');
    const team = erbjuden();
    team.ta('forgruppsresultat', { resultat: 'nej', datum: team.idag, sedan: 'teamet' });
    expect(team.lage.fas).toBe('konsultation');
    expect(nextStep(team.lage)?.typ).toBe('yttrande');
  });

  test('what cannot be is refused: a result without a start, before it, in the future, without a way on, a start twice', () => {
    const own = erbjuden();
    const { idag } = own;
    const { kalender } = own.om;
    const resultat = (utfall: 'ja' | 'nej', datum: string, sedan?: 'rad') =>
      own.hindret('forgruppsresultat', { resultat: utfall, datum, ...(sedan ? { sedan } : {}) })?.kod;
    expect(resultat('ja', idag)).toBe('inte_startad');
    expect(resultat('nej', idag)).toBe('utan_vag');
    expect(resultat('nej', kalender.addDays(idag, 1), 'rad')).toBe('framtida_datum');
    expect(resultat('nej', kalender.addDays(idag, -1), 'rad')).toBe('fore_erbjudandet');
    const start = (datum: string) => own.hindret('forgruppsstart', { datum })?.kod;
    expect(start(kalender.addDays(idag, 1))).toBe('framtida_datum');
    expect(start(kalender.addDays(idag, -1))).toBe('fore_erbjudandet');
    own.ta('forgruppsstart', { datum: idag });
    expect(start(idag)).toBe('redan_startad');
    own.dagar(2);
    expect(resultat('ja', kalender.addDays(idag, -1))).toBe('fore_starten');
  });

  test('has no time to pause or extend, and no partners of a participation, before inskrivning', () => {
    const own = startad();
    const { idag } = own;
    expect(own.hindret('paus', { orsak: 'sjukdom', fran: idag, till: idag })?.kod).toBe('ej_inskriven');
    expect(own.hindret('pausslut', { datum: idag })?.kod).toBe('ej_inskriven');
    expect(own.hindret('flerpartsmote', { datum: idag, atgarder: [] })?.kod).toBe('ej_inskriven');
    expect(own.hindret('avvikelse', { datum: idag })?.kod).toBe('ej_inskriven');
    expect(own.hindret('undantag', { slut: idag })?.kod).toBe('ej_inskriven');
    expect(own.hindret('forlangningsforslag', { dialogdatum: idag, slut: idag })?.kod).toBe('ej_inskriven');
  });

  test('one who moves is not current any longer', () => {
    const own = startad().ta('ej_aktuell', { orsak: 'flytt' });
    expect(own.lage).toMatchObject({ fas: 'stangd', stangdSom: 'ej_aktuell_langre' });
  });
});

describe('a förgrupp after inskrivning', () => {
  const erbjuden = () => new Prov(efter).inskriven();

  test('is where the enrolled begins, followed by the koordinator; place and insatstid run from startdatum', () => {
    const own = erbjuden();
    expect(own.lage).toMatchObject({ fas: 'forgrupp', startdatum: own.idag, koordinator: 'k' });
    expect(own.lage.uppgifter).toMatchObject([{ typ: 'forgrupp', roll: 'koordinator' }]);
  });

  test.each(['ja', 'avbruten'] as const)('%s goes on to the kartläggning, and the koordinator is told', (resultat) => {
    const own = erbjuden();
    own.ta('forgruppsstart', { datum: own.idag }).dagar(28);
    own.ta('forgruppsresultat', { resultat, datum: own.idag });
    expect(own.lage.fas).toBe('kartlaggning');
    expect(own.uppgifter).toContain('kartlaggning');
    expect(own.told).toContain('besked koordinator');
    const [uppgift] = own.lage.uppgifter;
    expect(own.om.kalender.daysBetween(own.idag, uppgift?.forfaller ?? '')).toBeGreaterThanOrEqual(56);
  });

  test('cannot lead back before inskrivning, nor close as not current: the participation is ended instead', () => {
    const own = erbjuden();
    const resultat = { resultat: 'nej', datum: own.idag, sedan: 'rad' } as const;
    expect(own.hindret('forgruppsresultat', resultat)?.kod).toBe('redan_inskriven');
    expect(own.hindret('ej_aktuell', { orsak: 'flytt' })?.kod).toBe('inskriven');
  });

  test('is a participation already: its time can be paused and extended, partners meet and the remittent is told', () => {
    const own = new Prov({
      ...efter,
      insatstid: { slag: 'mjuk', manader: 12, varningDagarFore: [90, 30, 7] },
    }).inskriven();
    const { idag } = own;
    const { kalender } = own.om;
    const senast = own.lage.uppgifter[0]?.forfaller ?? '';
    own.ta('avvikelse', { datum: idag }).ta('flerpartsmote', { datum: idag, atgarder: [] });
    own.ta('paus', { orsak: 'sjukdom', fran: idag, till: kalender.addDays(idag, 9) });
    expect(own.uppgifter).toEqual(['forgrupp']);
    expect(own.lage.uppgifter[0]?.forfaller).toBe(kalender.arbetsdagFrom(kalender.addDays(senast, 10)));
    own.dagar(4).ta('pausslut', { datum: own.idag });
    expect(own.lage.fas).toBe('forgrupp');
    expect(own.lage.uppgifter[0]?.forfaller).toBe(kalender.arbetsdagFrom(kalender.addDays(senast, 5)));
    const slut = kalender.addMonths(own.lage.insatstid?.slut ?? '', 3);
    own.ta('forlangningsforslag', { dialogdatum: own.idag, slut }).ta('forlangning', { utfall: 'bifall', slut });
    expect(own.lage.insatstid?.slut).toBe(slut);
    expect(nextStep(own.lage)?.typ).toBe('forgrupp');
  });

  test('comes after an offered place too', () => {
    const own = new Prov(efter).iKo().erbjuds('e');
    own.ta('erbjudandesvar', { svar: 'ja', datum: own.idag, startdatum: own.idag });
    expect(own.lage).toMatchObject({ fas: 'forgrupp', startdatum: own.idag });
  });
});
