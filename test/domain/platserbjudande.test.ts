import { nextStep } from '../../domain/lage.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const profil = await readProfil('samba_lis');

describe('an offered place', () => {
  const erbjuden = () => new Prov(profil).iKo().dagar(3).erbjuds('e1');
  const kontakt = (own: Prov) => own.ta('erbjudandekontakt', { datum: own.idag, naddes: false });

  test('is the koordinator’s task within 10 working days, the remittent is told, and the look at the turn rests', () => {
    const own = erbjuden();
    const { kalender } = own.om;
    expect(own.lage.erbjudande).toEqual({
      id: 'e1',
      erbjuden: own.idag,
      senast: kalender.addArbetsdagar(own.idag, 10),
      kontakter: 0,
      maxKontakter: 3,
    });
    expect(own.lage.uppgifter).toMatchObject([
      { typ: 'platserbjudande', roll: 'koordinator', forfaller: own.lage.erbjudande?.senast },
    ]);
    expect(own.told).toEqual(['uppgift koordinator', 'besked remittent']);
    expect(own.lage.frister).toEqual([]);
  });

  test('a yes enrols with the decision’s day kept and the startdatum of the answer', () => {
    const own = erbjuden();
    const { beslutsdatum } = own.lage.ko ?? {};
    const svar = { svar: 'ja', datum: own.idag } as const;
    expect(own.hindret('erbjudandesvar', svar)?.kod).toBe('utan_start');
    const early = { ...svar, startdatum: own.om.kalender.addDays(own.idag, -1) };
    expect(own.hindret('erbjudandesvar', early)?.kod).toBe('start_fore_svaret');
    const startdatum = own.om.kalender.addDays(own.idag, 7);
    own.ta('erbjudandesvar', { ...svar, startdatum });
    expect(own.lage).toMatchObject({ fas: 'kartlaggning', startdatum, koordinator: 'k' });
    expect(own.lage.ko ?? own.lage.erbjudande).toBeUndefined();
    expect(own.senaste.handelser.map(({ typ }) => typ)).toEqual(['erbjudandesvar', 'inskrivning']);
    expect(own.senaste.handelser[1]?.data).toEqual({ beslutsdatum, startdatum, koordinator: 'k' });
  });

  test('a no closes the case', () => {
    const own = erbjuden();
    own.ta('erbjudandesvar', { svar: 'nej', datum: own.idag });
    expect(own.lage).toMatchObject({ fas: 'stangd', stangdSom: 'tackat_nej', svar: 'nej' });
  });

  test('not reached only after every contact or the last day; the turn is kept once and then sammankallande decides', () => {
    const own = erbjuden();
    const ejNadd = () => ({ svar: 'ej_nadd', datum: own.idag }) as const;
    expect(own.hindret('erbjudandesvar', ejNadd())?.kod).toBe('fler_kontakter');
    kontakt(kontakt(kontakt(own)));
    expect(own.hindret('erbjudandekontakt', { datum: own.idag, naddes: true })?.kod).toBe('alla_kontakter');
    own.ta('erbjudandesvar', ejNadd());
    expect(own.lage).toMatchObject({ fas: 'ko', ko: { missar: 1 } });
    expect(own.lage.erbjudande).toBeUndefined();
    expect(nextStep(own.lage)).toMatchObject({ typ: 'turoversyn' });

    own.dagar(2).erbjuds('e2');
    expect(own.hindret('erbjudandesvar', ejNadd())?.kod).toBe('fler_kontakter');
    own.dagar(16);
    own.ta('erbjudandesvar', ejNadd());
    expect(own.lage.ko).toMatchObject({ missar: 2 });
    expect(own.uppgifter).toEqual(['koplats']);
    own.ta('koprioritet', { tur: null });
    expect(own.lage.ko).toMatchObject({ missar: 0 });
    expect(own.uppgifter).toEqual([]);
  });

  test('without any answer it is lifted to sammankallande; the offer stands until somebody answers', () => {
    const own = erbjuden().dagar(40);
    expect(own.lage.uppgifter[0]?.paminnelse.niva).toBe('styrgrupp');
    expect(own.lage.erbjudande?.id).toBe('e1');
  });

  test('dates in the future or before the offer, and answers without an offer, are refused', () => {
    const own = erbjuden();
    const later = own.om.kalender.addDays(own.idag, 1);
    const before = own.om.kalender.addDays(own.idag, -1);
    const kod = (datum: string) => [
      own.hindret('erbjudandesvar', { svar: 'nej', datum })?.kod,
      own.hindret('erbjudandekontakt', { datum, naddes: false })?.kod,
    ];
    expect(kod(later)).toEqual(['framtida_datum', 'framtida_datum']);
    expect(kod(before)).toEqual(['fore_erbjudandet', 'fore_erbjudandet']);
    const utan = new Prov(profil).iKo();
    expect(utan.hindret('erbjudandesvar', { svar: 'nej', datum: utan.idag })?.kod).toBe('inget_erbjudande');
    expect(utan.hindret('erbjudandekontakt', { datum: utan.idag, naddes: true })?.kod).toBe('inget_erbjudande');
  });

  test('a turn that is changed meanwhile does not start the look at it', () => {
    const own = erbjuden();
    own.ta('koprioritet', { tur: 1 });
    expect(own.uppgifter).toEqual(['platserbjudande']);
    expect(own.lage.frister).toEqual([]);
  });
});
