import { beslutstyper, check } from '../../domain/beslut/index.js';
import { faser, isPossibleIn, overgangar } from '../../domain/faser.js';
import { koder } from '../../domain/koder.js';
import { nextStep, nextWake } from '../../domain/lage.js';
import { uppgiftstyper } from '../../domain/uppgifter.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov, VERKSAMHETER } from './prov.js';

const samba = await readProfil('samba_lis');
const vagknuten = await readProfil('vagknuten');
const hard = { ...vagknuten, insatstid: { slag: 'hard', manader: 12, varningDagarFore: [90, 30, 7] } } as const;

const imorgon = (own: Prov) => own.om.kalender.addDays(own.idag, 1);
const utskick = (own: Prov) => own.senaste.utskick.map(({ slag, till }) => `${slag} ${Object.values(till).join()}`);

describe('the table of the process', () => {
  test('every phase has a way on, and the last only the one back', () => {
    for (const fas of koder(faser)) {
      const ways = new Set(overgangar.filter(({ fran }) => fran.includes(fas)).map(({ beslut }) => beslut));
      expect([fas, ways.size > 0, [...ways].every((typ) => typ === 'ateroppning')]).toEqual([fas, true, fas === 'stangd']);
    }
  });

  test('every kind of task is done by decisions that the table has', () => {
    for (const { beslut } of Object.values(uppgiftstyper))
      for (const one of beslut) expect(overgangar.some((overgang) => overgang.beslut === one)).toBe(true);
  });
});

describe('decisions at the wrong time', () => {
  const cases = {
    mottagen: new Prov(samba),
    konsultation: new Prov(samba).konsultation(),
    rad: new Prov(samba).rekommenderad('rad'),
    inskrivning: new Prov(samba).rekommenderad('inskrivning'),
    kartlaggning: new Prov(samba).inskriven(),
    process: new Prov(samba).iProcess(),
    avslut: new Prov(samba).avslutad(),
    uppfoljning: new Prov(samba).iUppfoljning(),
    stangd: new Prov(samba).ta('granskning', { utfall: 'inte_aktuell' }),
  };

  test.each(Object.entries(cases))(
    'in %s every decision that the table does not have is refused in a sentence',
    (fas, own) => {
      expect(own.lage.fas).toBe(fas);
      for (const typ of beslutstyper.filter((one) => !isPossibleIn(one, own.lage.fas))) {
        const hinder = check(own.lage, { id: 'b', typ, av: 'p', dag: own.idag, data: {} });
        expect(hinder?.kod).toBe('fel_fas');
        expect(hinder?.mening).toContain(`ärendet är i fasen ${faser[own.lage.fas]}.`);
      }
    },
  );

  test.each(Object.entries(cases).filter(([fas]) => fas !== 'stangd'))(
    '%s waits for somebody by a day, and wakes by itself',
    (_fas, own) => {
      expect(nextStep(own.lage)?.forfaller).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect((nextWake(own.lage) ?? '') > own.nu).toBe(true);
    },
  );
});

describe('granskning', () => {
  test('an arriving remiss gives the remittent a receipt and sammankallande three working days', () => {
    const own = new Prov(samba, '2026-11-05T09:00:00.000Z');
    expect(own.lage).toMatchObject({ fas: 'mottagen', version: 1 });
    expect(nextStep(own.lage)).toMatchObject({ typ: 'granskning', roll: 'sammankallande', forfaller: '2026-11-10' });
    expect(utskick(own)).toEqual(['kvitto remittent', 'uppgift sammankallande']);
  });

  test('what is taken in goes to the next open meeting, and every verksamhet with samtycke is asked', () => {
    const own = new Prov(samba, '2026-11-12T09:00:00.000Z').konsultation();
    expect(own.lage.mote).toMatchObject({ dag: '2026-12-01', quorum: 3 });
    expect(own.uppgifter).toEqual(['yttrande fk', 'yttrande af', 'yttrande ifo', 'rekommendation']);
    expect(own.lage.uppgifter.map(({ forfaller }) => forfaller)).toEqual([
      '2026-11-27',
      '2026-11-27',
      '2026-11-27',
      '2026-12-08',
    ]);
  });

  test('what is not for the insats is closed', () => {
    expect(new Prov(samba).ta('granskning', { utfall: 'inte_aktuell' }).lage).toMatchObject({
      fas: 'stangd',
      stangdSom: 'inte_aktuell',
      uppgifter: [],
      frister: [],
    });
  });
});

describe('yttrande', () => {
  test('a verksamhet answers once, and its own task is done, not the others’', () => {
    const own = new Prov(samba).konsultation().ta('yttrande', { verksamhet: 'af' });
    expect(own.uppgifter).toEqual(['yttrande fk', 'yttrande ifo', 'rekommendation']);
    expect(own.hindret('yttrande', { verksamhet: 'af' })?.kod).toBe('redan_lamnat');
  });

  test('a verksamhet outside samtycke has no say', () => {
    expect(new Prov(samba).konsultation().hindret('yttrande', { verksamhet: 'skolan' })?.kod).toBe('utan_samtycke');
  });
});

describe('rekommendation', () => {
  test('is recorded from the day of the meeting', () => {
    const own = new Prov(samba).konsultation();
    const data = { utfall: 'rad', narvarande: VERKSAMHETER } as const;
    expect(own.hindret('rekommendation', { ...data, narvarande: [...VERKSAMHETER] })?.kod).toBe('fore_motet');
    expect(own.tillMotet().hindret('rekommendation', { ...data, narvarande: [...VERKSAMHETER] })).toBeUndefined();
  });

  test('without quorum the case can only be put off', () => {
    const own = new Prov(samba).konsultation().tillMotet();
    expect(own.hindret('rekommendation', { utfall: 'rad', narvarande: ['fk', 'af'] })?.kod).toBe('inte_beslutsfort');
    expect(own.hindret('rekommendation', { utfall: 'bordlagd', narvarande: [] })).toBeUndefined();
  });

  test('a case that is put off comes to a later meeting, where everybody is asked anew', () => {
    const own = new Prov(samba).konsultation().ta('yttrande', { verksamhet: 'fk' }).tillMotet();
    const before = own.lage.mote?.borjar ?? '';
    own.ta('rekommendation', { utfall: 'bordlagd', narvarande: [] });
    expect(own.lage.fas).toBe('konsultation');
    expect((own.lage.mote?.borjar ?? '') > before).toBe(true);
    expect(own.uppgifter).toEqual(['yttrande fk', 'yttrande af', 'yttrande ifo', 'rekommendation']);
  });

  test('who gave no answer is noted and does not stop the meeting; the remittent is told', () => {
    const own = new Prov(samba).konsultation().ta('yttrande', { verksamhet: 'fk' }).tillMotet();
    own.ta('rekommendation', { utfall: 'rad', narvarande: VERKSAMHETER });
    expect(own.senaste.handelser[0]).toMatchObject({ typ: 'rekommendation', data: { inget_svar: ['af', 'ifo'] } });
    expect(own.senaste.avslutadeUppgifter.filter(({ som }) => som === 'bortfallen')).toHaveLength(2);
    expect(utskick(own)).toEqual(['rekommendation remittent', 'uppgift remittent']);
  });

  test('a konsultation without identity does not lead to inskrivning', () => {
    const own = new Prov(samba, undefined, { identifierad: false }).konsultation().tillMotet();
    expect(own.hindret('rekommendation', { utfall: 'inskrivning', narvarande: VERKSAMHETER })?.kod).toBe(
      'avidentifierad',
    );
    expect(own.hindret('rekommendation', { utfall: 'rad', narvarande: VERKSAMHETER })).toBeUndefined();
  });
});

describe('råd', () => {
  test('the remittent has six weeks; then sammankallande may close without an answer, and not before', () => {
    const own = new Prov(samba, '2026-11-12T09:00:00.000Z').rekommenderad('rad');
    expect(nextStep(own.lage)).toMatchObject({ typ: 'aterkoppling', roll: 'handlaggare', forfaller: '2027-01-12' });
    expect(own.till('2027-01-25').hindret('utebliven_aterkoppling', {})?.kod).toBe('for_tidigt');
    expect(own.till('2027-01-26').uppgifter).toEqual(['aterkoppling', 'utebliven_aterkoppling']);
    expect(own.ta('utebliven_aterkoppling', {}).lage).toMatchObject({ fas: 'stangd', stangdSom: 'utan_aterkoppling' });
  });

  test.each(['delvis', 'gick_inte'] as const)('“%s” puts the case back on the agenda of a later meeting', (utfall) => {
    const own = new Prov(samba).rekommenderad('rad').dagar(20).ta('aterkoppling', { utfall });
    expect(own.lage.fas).toBe('konsultation');
    expect((own.lage.mote?.borjar ?? '') > own.nu).toBe(true);
    expect(own.lage.frister).toEqual([]);
  });

  test.each([
    ['genomfort', 'rad_genomfort'],
    ['personen_vill_inte', 'personen_vill_inte'],
  ] as const)('“%s” closes the case', (utfall, stangdSom) => {
    expect(new Prov(samba).rekommenderad('rad').ta('aterkoppling', { utfall }).lage).toMatchObject({
      fas: 'stangd',
      stangdSom,
    });
  });
});

describe('inskrivning', () => {
  test('nobody is enrolled without their own yes, given once and not in the future', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    const inskrivning = { beslutsdatum: own.idag, startdatum: own.idag, koordinator: 'k', overinskrivning: false };
    expect(own.hindret('inskrivning', inskrivning)?.kod).toBe('utan_ja');
    expect(own.hindret('personens_svar', { svar: 'ja', datum: imorgon(own) })?.kod).toBe('framtida_datum');
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    expect(own.hindret('personens_svar', { svar: 'ja', datum: own.idag })?.kod).toBe('redan_svarat');
    expect(own.hindret('inskrivning', inskrivning)).toBeUndefined();
  });

  test('a no closes the case', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    expect(own.ta('personens_svar', { svar: 'nej', datum: own.idag }).lage).toMatchObject({
      fas: 'stangd',
      stangdSom: 'tackat_nej',
    });
  });

  test('a yes is taken back by a no, not dated before it, until the enrolment; the case is closed and owes nothing', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    const igar = own.om.kalender.addDays(own.idag, -1);
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    expect(own.uppgifter).toEqual(['inskrivning']);
    expect(own.hindret('personens_svar', { svar: 'nej', datum: igar })?.kod).toBe('fore_svaret');
    const [task] = own.lage.uppgifter;
    own.ta('personens_svar', { svar: 'nej', datum: own.idag });
    expect(own.lage).toMatchObject({ fas: 'stangd', stangdSom: 'tackat_nej', svar: 'nej', uppgifter: [], frister: [] });
    expect(own.senaste.avslutadeUppgifter).toEqual([{ nr: task?.nr, som: 'bortfallen' }]);
    const enrolled = new Prov(samba).inskriven();
    expect(enrolled.hindret('personens_svar', { svar: 'nej', datum: enrolled.idag })?.kod).toBe('fel_fas');
  });

  test('the decision is not made before the person’s own yes', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    const igar = own.om.kalender.addDays(own.idag, -1);
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    const base = { koordinator: 'k', overinskrivning: false };
    for (const startdatum of [igar, own.idag])
      expect(own.hindret('inskrivning', { ...base, beslutsdatum: igar, startdatum })?.kod).toBe('fore_svaret');
    expect(own.hindret('inskrivning', { ...base, beslutsdatum: own.idag, startdatum: own.idag })).toBeUndefined();
  });

  test('the timeline does not say överinskrivning: whether there was room is known only where the place is taken', () => {
    const own = new Prov(samba).rekommenderad('inskrivning').ta('personens_svar', { svar: 'ja', datum: '2026-11-02' });
    const { idag } = own;
    own.ta('inskrivning', { beslutsdatum: idag, startdatum: idag, koordinator: 'k', overinskrivning: true });
    expect(own.senaste.handelser).toEqual([
      { typ: 'inskrivning', data: { beslutsdatum: idag, startdatum: idag, koordinator: 'k' } },
    ]);
  });

  test('the decision is not in the future and the start not before the decision', () => {
    const own = new Prov(samba).rekommenderad('inskrivning');
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    const base = { koordinator: 'k', overinskrivning: false };
    const igar = own.om.kalender.addDays(own.idag, -1);
    expect(own.hindret('inskrivning', { ...base, beslutsdatum: imorgon(own), startdatum: imorgon(own) })?.kod).toBe(
      'framtida_datum',
    );
    expect(own.hindret('inskrivning', { ...base, beslutsdatum: own.idag, startdatum: igar })?.kod).toBe(
      'start_fore_beslut',
    );
  });

  test('without a time limit a review opens thirty days before six months have gone, and again after each', () => {
    const own = new Prov(samba).inskriven();
    const { startdatum = '', koordinator } = own.lage;
    expect(koordinator).toBe('k');
    expect(own.lage.insatstid).toBeUndefined();
    const { kalender } = own.om;
    const due = kalender.arbetsdagFrom(kalender.addMonths(startdatum, 6));
    expect(own.till(kalender.addDays(due, -32)).uppgifter).not.toContain('insatstidsoversyn');
    expect(own.till(kalender.addDays(due, -25)).uppgifter).toContain('insatstidsoversyn');
    own.ta('insatstidsoversyn', { datum: own.idag });
    expect(own.uppgifter).not.toContain('insatstidsoversyn');
    expect(own.lage.frister).toHaveLength(1);
    expect(own.hindret('forlangningsforslag', { dialogdatum: own.idag, slut: '2030-01-01' })?.kod).toBe(
      'utan_insatstid',
    );
  });
});

describe('insatstid', () => {
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

  test('a hard limit is marked as such', () => {
    expect(new Prov(hard).inskriven().lage.insatstid?.hard).toBe(true);
  });

  test('is not looked over half-yearly', () => {
    const own = enrolled();
    expect(own.hindret('insatstidsoversyn', { datum: own.idag })?.kod).toBe('har_insatstid');
  });
});

describe('kartläggning, process and verkställighet', () => {
  test('kartläggning is done between startdatum and today, and planuppföljning follows', () => {
    const own = new Prov(samba).inskriven().dagar(10);
    expect(own.hindret('kartlaggning', { klar: imorgon(own), spar: 'snabbspar' })?.kod).toBe('framtida_datum');
    expect(own.hindret('kartlaggning', { klar: '2026-01-01', spar: 'snabbspar' })?.kod).toBe('fore_start');
    own.ta('kartlaggning', { klar: own.idag, spar: 'snabbspar' });
    expect(own.lage.fas).toBe('process');
    expect(own.uppgifter).toEqual(['genomforandeplan', 'skattning', 'planuppfoljning']);
  });

  test('each planuppföljning opens the next, ninety days on', () => {
    const own = new Prov(samba).iProcess().dagar(90);
    own.ta('planuppfoljning', { datum: own.idag });
    const [task] = own.lage.uppgifter.filter(({ typ }) => typ === 'planuppfoljning');
    expect(own.om.kalender.daysBetween(own.idag, task?.forfaller ?? '')).toBeGreaterThanOrEqual(90);
    expect(own.hindret('planuppfoljning', { datum: imorgon(own) })?.kod).toBe('framtida_datum');
  });

  test('one moves freely between the working phases, but not to where one is', () => {
    const own = new Prov(samba).iProcess().medPlan();
    expect(own.hindret('fasbyte', { till: 'process' })?.kod).toBe('samma_fas');
    for (const till of ['verkstallighet', 'bada', 'process', 'bada'] as const)
      expect(own.ta('fasbyte', { till }).lage.fas).toBe(till);
    expect(own.uppgifter).toEqual(['planuppfoljning']);
  });
});

describe('avslut and the follow-up', () => {
  test('the last day lies between startdatum and today; every task falls away but the completion', () => {
    const own = new Prov(vagknuten).iProcess();
    expect(own.hindret('avslut', { avslutsdatum: imorgon(own) })?.kod).toBe('framtida_datum');
    expect(own.hindret('avslut', { avslutsdatum: '2026-01-01' })?.kod).toBe('fore_start');
    own.ta('avslut', { avslutsdatum: own.idag });
    expect(own.uppgifter).toEqual(['avslutsuppgifter']);
    expect(own.lage.frister.map(({ typ }) => typ)).toEqual(['uppgift_oppnas']);
  });

  test('one who never began leaves on the day that it is decided', () => {
    const own = new Prov(vagknuten).rekommenderad('inskrivning');
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    const startdatum = own.om.kalender.addDays(own.idag, 40);
    own.ta('inskrivning', { beslutsdatum: own.idag, startdatum, koordinator: 'k', overinskrivning: false }).dagar(3);
    const igar = own.om.kalender.addDays(own.idag, -1);
    expect(own.hindret('avslut', { avslutsdatum: igar })?.kod).toBe('inte_borjat');
    expect(own.ta('avslut', { avslutsdatum: own.idag }).lage).toMatchObject({ fas: 'avslut', avslutsdatum: own.idag });
  });

  test.each([
    ['avliden', 'utan_uppfoljning'],
    ['felregistrering', 'felregistrerad'],
  ] as const)('nobody is followed up after “%s”', (orsak, stangdSom) => {
    expect(new Prov(samba).avslutad().ta('avslutsuppgifter', { orsak }).lage).toMatchObject({
      fas: 'stangd',
      stangdSom,
      frister: [],
    });
  });

  test('the task opens on day 76, the result describes day 90, and the case is then closed', () => {
    const own = new Prov(samba).iUppfoljning();
    const { kalender } = own.om;
    const slut = own.lage.avslutsdatum ?? '';
    expect(nextStep(own.lage)).toMatchObject({ typ: 'uppfoljning', roll: 'koordinator' });
    expect(own.hindret('kontaktforsok', { datum: own.idag, naddes: false })?.kod).toBe('inte_oppen');
    own.till(kalender.addDays(slut, 75));
    expect(own.uppgifter).toEqual([]);
    own.till(kalender.arbetsdagFrom(kalender.addDays(slut, 76)));
    expect(own.uppgifter).toEqual(['uppfoljning']);
    expect(own.hindret('uppfoljning', { resultat: 'nadd', datum: own.idag })?.kod).toBe('fore_dag_90');
    own.till(kalender.addDays(slut, 90)).ta('uppfoljning', { resultat: 'nadd', datum: kalender.addDays(slut, 90) });
    expect(own.lage).toMatchObject({ fas: 'stangd', stangdSom: 'uppfoljd', uppgifter: [], frister: [] });
  });

  test('no result is of a day before the avslut, and what the person answered not of one before day 90', () => {
    const own = new Prov(samba).iUppfoljning();
    const { kalender } = own.om;
    const slut = own.lage.avslutsdatum ?? '';
    own.till(kalender.addDays(slut, 92));
    const on = (resultat: 'nadd' | 'vill_inte', dag: number) =>
      own.hindret('uppfoljning', { resultat, datum: kalender.addDays(slut, dag) })?.kod;
    expect([on('nadd', -1), on('vill_inte', -1)]).toEqual(['fore_avslutet', 'fore_avslutet']);
    expect([on('nadd', 89), on('nadd', 90), on('vill_inte', 0)]).toEqual(['galler_fore_dag_90', undefined, undefined]);
  });

  test('“not reached” needs three attempts, or that the last day has come; there is no fourth', () => {
    const own = new Prov(samba).iUppfoljning().dagar(92);
    expect(own.hindret('uppfoljning', { resultat: 'ej_nadd', datum: own.idag })?.kod).toBe('fler_forsok');
    const late = own.kopia();
    late.till(late.lage.uppfoljning?.senast ?? '');
    expect(late.hindret('uppfoljning', { resultat: 'ej_nadd', datum: late.idag })).toBeUndefined();
    for (let nr = 1; nr <= 3; nr += 1) own.ta('kontaktforsok', { datum: own.idag, naddes: false });
    expect(own.hindret('kontaktforsok', { datum: own.idag, naddes: false })?.kod).toBe('alla_forsok');
    expect(own.hindret('uppfoljning', { resultat: 'ej_nadd', datum: own.idag })).toBeUndefined();
  });

  test('an avslut registered months late opens the follow-up at once, before it is completed', () => {
    const own = new Prov(samba).iProcess();
    const slut = own.idag;
    own.dagar(100).ta('avslut', { avslutsdatum: slut }).forfall();
    expect(own.uppgifter).toEqual(['avslutsuppgifter', 'uppfoljning']);
  });
});

describe('what happens by itself', () => {
  test('a task left undone is reminded of, then lifted: to sammankallande, to the styrgrupp, and again', () => {
    const own = new Prov(samba, '2026-11-12T09:00:00.000Z').konsultation().ta('yttrande', { verksamhet: 'af' });
    const mails: string[] = [];
    for (let wake = nextWake(own.lage); wake !== undefined && wake < '2027-01-20'; wake = nextWake(own.lage)) {
      own.nu = wake;
      const reminders = own.forfall().senaste.utskick.filter(({ nyckel }) => nyckel.startsWith('paminnelse-2-'));
      mails.push(...reminders.map(({ till }) => `${own.idag} ${Object.values(till).join()}`));
    }
    expect(mails).toEqual([
      '2026-11-27 fk',
      '2026-12-04 fk',
      '2026-12-11 sammankallande',
      '2026-12-18 styrgrupp',
      '2027-01-08 styrgrupp',
    ]);
  });

  test('a server that slept for a month gives each task one reminder, not four', () => {
    const own = new Prov(samba, '2026-11-12T09:00:00.000Z');
    own.nu = '2026-12-20T09:00:00.000Z';
    expect(own.forfall().senaste.utskick.map(({ slag }) => slag)).toEqual(['paminnelse']);
    expect((nextWake(own.lage) ?? '') > own.nu).toBe(true);
  });
});
