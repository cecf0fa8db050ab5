import { kanGorasFran } from '../../domain/beslut/index.js';
import { nextStep } from '../../domain/lage.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov, VERKSAMHETER } from './prov.js';

const samba = await readProfil('samba_lis');

describe('granskning', () => {
  test('an arriving remiss gives the remittent a receipt and sammankallande three working days', () => {
    const own = new Prov(samba, '2026-11-05T09:00:00.000Z');
    expect(own.lage).toMatchObject({ fas: 'mottagen', version: 1 });
    expect(nextStep(own.lage)).toMatchObject({ typ: 'granskning', roll: 'sammankallande', forfaller: '2026-11-10' });
    expect(own.told).toEqual(['kvitto remittent', 'uppgift sammankallande']);
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

describe('the day of the meeting', () => {
  test('when it is over nobody is asked for a yttrande before it any longer: the rekommendation is the next step', () => {
    const own = new Prov(samba).konsultation().ta('yttrande', { verksamhet: 'fk' }).tillMotet();
    expect(own.lage.frister).toEqual([{ typ: 'motesdag_slut', nar: '2026-11-17T23:00:00.000Z' }]);
    expect(nextStep(own.lage)?.typ).toBe('yttrande');
    own.dagar(1);
    expect(own.uppgifter).toEqual(['rekommendation']);
    expect(nextStep(own.lage)).toMatchObject({ typ: 'rekommendation', roll: 'sammankallande' });
    expect(own.lage.frister).toEqual([]);
    expect(own.senaste).toMatchObject({
      handelser: [{ typ: 'motesdag_slut', data: { inget_svar: ['af', 'ifo'] } }],
      avslutadeUppgifter: [{ som: 'bortfallen' }, { som: 'bortfallen' }],
      utskick: [],
    });
    // given at the meeting and noted afterwards
    expect(own.hindret('yttrande', { verksamhet: 'af' })).toBeUndefined();
  });

  test('is that of the meeting that the case waits for: a case put off or closed does not wait for the old one', () => {
    const own = new Prov(samba).konsultation().tillMotet();
    const putOff = own.kopia().ta('rekommendation', { utfall: 'bordlagd', narvarande: [] });
    expect(putOff.lage.frister).toEqual([{ typ: 'motesdag_slut', nar: '2026-12-01T23:00:00.000Z' }]);
    expect(putOff.dagar(1).uppgifter).toEqual(['yttrande fk', 'yttrande af', 'yttrande ifo', 'rekommendation']);
    expect(own.ta('rekommendation', { utfall: 'rad', narvarande: VERKSAMHETER }).lage.frister).not.toContainEqual(
      expect.objectContaining({ typ: 'motesdag_slut' }),
    );
  });

  test('tells from when a task can be done, as the refusal does', () => {
    const own = new Prov(samba).konsultation();
    expect(kanGorasFran('rekommendation', own.lage)).toEqual({ dag: '2026-11-17', vantar: 'motet' });
    expect(kanGorasFran('yttrande', own.lage)).toBeUndefined();
    const lyft = new Prov(samba).iProcess().ta('teamlyft', {});
    const svar = kanGorasFran('teamlyft', lyft.lage);
    expect(svar).toMatchObject({ vantar: 'motet' });
    expect(lyft.hindret('teamlyftsvar', { atgarder: [] })?.kod).toBe('fore_motet');
    expect(lyft.till(svar?.dag ?? '').hindret('teamlyftsvar', { atgarder: [] })).toBeUndefined();
    const start = kalender.addDays(
      own.tillMotet().ta('rekommendation', { utfall: 'inskrivning', narvarande: VERKSAMHETER }).idag,
      10,
    );
    own.ta('personens_svar', { svar: 'ja', datum: own.idag });
    const beslut = { beslutsdatum: own.idag, startdatum: start, koordinator: 'k', overinskrivning: false };
    own.ta('inskrivning', beslut);
    expect(kanGorasFran('kartlaggning', own.lage)).toEqual({ dag: start, vantar: 'starten' });
    const klar = () => own.hindret('kartlaggning', { klar: own.idag, spar: 'snabbspar' })?.kod;
    expect(klar()).toBe('fore_start');
    own.till(start);
    expect(klar()).toBeUndefined();
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
    expect(own.told).toEqual(['rekommendation remittent', 'uppgift remittent']);
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
    expect(own.lage.frister.map(({ typ }) => typ)).toEqual(['motesdag_slut']);
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
