import { relationer, rattTill, type Arenderelation, type Person } from '../../domain/atkomst.js';
import { check } from '../../domain/beslut/index.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import { mayDo, owes, type Agduppgift } from '../../domain/uppgiftsagare.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov, VERKSAMHETER } from './prov.js';

const samba = await readProfil('samba_lis');
const medForgrupp = { ...samba, forgrupp: 'fore' } as const;

const RATTELSE = { rekommendation: 'r', narvarande: VERKSAMHETER };
const RING = { id: 'ring', verksamhet: 'fk', person: 'p1', senast: '2026-12-05' };
const BOKA = { id: 'boka', verksamhet: 'af', senast: '2026-12-18' };

const rekommendation = (utfall: Beslutsunderlag['rekommendation']['utfall'], more = {}) => ({
  utfall,
  narvarande: VERKSAMHETER,
  ...more,
});

const radGivet = () =>
  new Prov(samba)
    .konsultation()
    .tillMotet()
    .ta('rekommendation', rekommendation('rad', { atgarder: [RING, BOKA] }));

const mottagare = ({ senaste }: Prov) => senaste.utskick.map(({ slag, till }) => [slag, till]);

describe('a råd with its plan', () => {
  test('each action is a task of the named person, otherwise of the verksamhet, due on a working day', () => {
    const atgarder = radGivet().lage.uppgifter.filter(({ typ }) => typ === 'atgard');
    // 5 December 2026 is a Saturday
    expect(atgarder).toMatchObject([
      { roll: 'medhandlaggare', verksamhet: 'fk', person: 'p1', ref: 'ring', forfaller: '2026-12-07' },
      { roll: 'medhandlaggare', verksamhet: 'af', ref: 'boka', forfaller: '2026-12-18' },
    ]);
    expect(atgarder[1]).not.toHaveProperty('person');
  });

  test('an action of a verksamhet without samtycke, on a day that has been, or twice is refused', () => {
    const own = new Prov(samba).konsultation().tillMotet();
    const refused = (atgarder: Beslutsunderlag['rekommendation']['atgarder']) =>
      own.hindret('rekommendation', rekommendation('rad', { atgarder }))?.kod;
    expect(refused([{ ...RING, verksamhet: 'okand' }])).toBe('atgard_utan_samtycke');
    expect(refused([{ ...RING, senast: '2026-11-16' }])).toBe('atgard_forsent');
    expect(refused([RING, { ...BOKA, id: 'ring' }])).toBe('samma_atgard');
    expect(own.hindret('rekommendation', rekommendation('bordlagd', { atgarder: [RING] }))?.kod).toBe(
      'atgard_utan_rad',
    );
  });

  test('done and hindered are reported once; a hindrance is told to sammankallande, after inskrivning to the koordinator', () => {
    const own = radGivet().ta('atgardsrapport', { atgard: 'ring', utfall: 'hindrad' });
    expect(mottagare(own)).toEqual([['besked', { roll: 'sammankallande' }]]);
    expect(own.hindret('atgardsrapport', { atgard: 'ring', utfall: 'klar' })?.kod).toBe('okand_atgard');
    own.ta('atgardsrapport', { atgard: 'boka', utfall: 'klar' });
    expect(mottagare(own)).toEqual([]);
    expect(own.uppgifter).toEqual(['aterkoppling']);

    const deltar = new Prov(samba).iProcess();
    deltar.ta('flerpartsmote', { datum: deltar.idag, atgarder: [{ ...BOKA, senast: '2027-03-01' }] });
    deltar.ta('atgardsrapport', { atgard: 'boka', utfall: 'hindrad' });
    expect(mottagare(deltar)).toEqual([['besked', { roll: 'koordinator' }]]);
  });

  test('a report about one action does not overtake a report about another', () => {
    const own = radGivet();
    const sedd = own.lage.version;
    own.ta('atgardsrapport', { atgard: 'ring', utfall: 'klar' });
    const second = own.beslut('atgardsrapport', { atgard: 'boka', utfall: 'klar' });
    expect(check(own.lage, { ...second, sedd })).toBeUndefined();
    expect(check(own.lage, { ...own.beslut('rekommendationsrattelse', RATTELSE), sedd: 1 })?.kod).toBe('hann_fore');
  });

  test.each(['delvis', 'gick_inte'] as const)(
    'a råd that went “%s” leaves no action behind and comes back to the team',
    (utfall) => {
      const own = radGivet().ta('aterkoppling', { utfall });
      expect(own.lage.fas).toBe('konsultation');
      expect(own.uppgifter).toEqual(['yttrande fk', 'yttrande af', 'yttrande ifo', 'rekommendation']);
    },
  );

  test.each(['genomfort', 'personen_vill_inte'] as const)(
    'a råd that ended as “%s” is closed with nothing left',
    (utfall) => {
      const own = radGivet().ta('aterkoppling', { utfall });
      expect(own.lage).toMatchObject({ fas: 'stangd', uppgifter: [] });
    },
  );

  test('without återkoppling the remittent is reminded on the day and five working days after; then sammankallande closes', () => {
    // six weeks after Tuesday 17 November
    const own = radGivet().till('2026-12-29');
    expect(own.lage.uppgifter.find(({ typ }) => typ === 'aterkoppling')).toMatchObject({
      forfaller: '2026-12-29',
      paminnelse: { steg: 1, nar: '2027-01-08T07:00:00.000Z' },
    });
    expect(own.hindret('utebliven_aterkoppling', {})?.kod).toBe('for_tidigt');
    own.till('2027-01-15');
    expect(own.uppgifter).toContain('utebliven_aterkoppling');
    expect(own.ta('utebliven_aterkoppling', {}).lage).toMatchObject({ stangdSom: 'utan_aterkoppling', uppgifter: [] });
  });
});

describe('what the team recommends', () => {
  const motet = (profil: typeof samba = samba, given = {}) =>
    new Prov(profil, '2026-11-02T09:00:00.000Z', given).konsultation().tillMotet();

  test('a förgrupp is offered to somebody who is known', () => {
    expect(motet(medForgrupp).ta('rekommendation', rekommendation('forgrupp'))).toMatchObject({
      lage: { fas: 'forgrupp' },
      uppgifter: ['forgrupp'],
    });
    for (const utfall of ['forgrupp', 'inskrivning'] as const)
      expect(motet(medForgrupp, { identifierad: false }).hindret('rekommendation', rekommendation(utfall))?.kod).toBe(
        'avidentifierad',
      );
  });

  test('somebody who was not let in by samtycke cannot have been present', () => {
    expect(motet().hindret('rekommendation', { utfall: 'rad', narvarande: [...VERKSAMHETER, 'okand'] })?.kod).toBe(
      'okand_narvaro',
    );
  });

  test('bordlagd asks those verksamheter again whose samtycke stands now, and no others', () => {
    const own = motet();
    own.lage = { ...own.lage, samtycken: ['fk', 'ifo'] };
    own.ta('rekommendation', { utfall: 'bordlagd', narvarande: ['fk'] });
    expect(own.uppgifter).toEqual(['yttrande fk', 'yttrande ifo', 'rekommendation']);
  });

  test('another insats closes the case here; which one has to be said, and it is not this one', () => {
    const own = motet();
    expect(own.hindret('rekommendation', rekommendation('annan_insats'))).toBeDefined();
    expect(own.hindret('rekommendation', rekommendation('annan_insats', { insats: samba.kod }))).toBeDefined();
    own.ta('rekommendation', rekommendation('annan_insats', { insats: 'vagknuten' }));
    expect(own.lage).toMatchObject({ fas: 'stangd', stangdSom: 'annan_insats', uppgifter: [] });
  });

  test('a question back to the remittent leaves the agenda until it is answered', () => {
    const own = motet().ta('rekommendation', rekommendation('komplettering'));
    expect(own.lage).toMatchObject({ fas: 'komplettering', kompletteringFran: 'konsultation' });
    expect(own.uppgifter).toEqual(['komplettering']);
  });

  test('a question to the styrgrupp waits twenty working days and comes back to the team’s next meeting', () => {
    const own = motet().ta('rekommendation', rekommendation('styrgrupp'));
    // from Tuesday 17 November
    expect(own.lage.uppgifter).toMatchObject([
      { typ: 'styrgruppsbeslut', roll: 'styrgrupp', forfaller: '2026-12-15', ref: own.lage.styrgruppslyft?.id },
    ]);
    own.till('2026-12-01').ta('styrgruppsbeslut', {});
    expect(own.lage).toMatchObject({ fas: 'konsultation', mote: { dag: '2026-12-15' } });
    expect(own.lage).not.toHaveProperty('styrgruppslyft');
    expect(mottagare(own)).toContainEqual(['besked', { roll: 'remittent' }]);
  });

  test('a correction needs a recommendation and somebody who was there, and changes no outcome', () => {
    const own = motet();
    expect(own.hindret('rekommendationsrattelse', RATTELSE)?.kod).toBe('ingen_rekommendation');
    own.ta('rekommendation', rekommendation('inskrivning'));
    expect(own.hindret('rekommendationsrattelse', { ...RATTELSE, narvarande: [] })?.kod).toBe('utan_narvaro');
    const { fas, uppgifter } = own.lage;
    expect(own.ta('rekommendationsrattelse', RATTELSE).lage).toMatchObject({ fas, uppgifter });
  });
});

describe('an enrolled case that is lifted', () => {
  test('to the team: one question at a time, answered from the day of its meeting, with actions back', () => {
    const own = new Prov(samba).iProcess().ta('teamlyft', {});
    const { teamlyft, fas } = own.lage;
    expect(mottagare(own)).toContainEqual(['besked', { team: true }]);
    expect(own.hindret('teamlyft', {})?.kod).toBe('redan_lyft');
    expect(own.hindret('teamlyftsvar', { atgarder: [] })?.kod).toBe('fore_motet');
    own.till(teamlyft?.dag ?? '').ta('teamlyftsvar', { atgarder: [{ ...BOKA, senast: '2027-06-01' }] });
    expect(own.lage.fas).toBe(fas);
    expect(own.uppgifter).toContain('atgard af');
    expect(own.uppgifter).not.toContain('teamlyft');
    expect(own.hindret('teamlyftsvar', { atgarder: [] })?.kod).toBe('ingen_fraga');
    expect(own.hindret('teamlyft', {})).toBeUndefined();
  });

  test('to the styrgrupp: one question at a time, the answer goes to the koordinator and the remittent hears nothing', () => {
    const own = new Prov(samba).iProcess().ta('styrgruppslyft', {});
    expect(own.hindret('styrgruppslyft', {})?.kod).toBe('redan_lyft');
    own.ta('styrgruppsbeslut', {});
    expect(own.lage.fas).toBe('process');
    expect(mottagare(own)).toEqual([['besked', { roll: 'koordinator' }]]);
    expect(own.hindret('styrgruppsbeslut', {})?.kod).toBe('ingen_fraga');
  });

  test('an avslut ends what was asked and what was promised', () => {
    const own = new Prov(samba).iProcess().ta('teamlyft', {}).ta('styrgruppslyft', {});
    own.ta('flerpartsmote', { datum: own.idag, atgarder: [{ ...BOKA, senast: '2027-06-01' }] });
    own.ta('avslut', { avslutsdatum: own.idag });
    expect(own.uppgifter).toEqual(['avslutsuppgifter']);
    expect(own.hindret('atgardsrapport', { atgard: 'boka', utfall: 'klar' })?.kod).toBe('okand_atgard');
  });

  test('a flerpartsmöte in the future or before the start is refused', () => {
    const own = new Prov(samba).iProcess();
    const on = (datum: string) => own.hindret('flerpartsmote', { datum, atgarder: [] })?.kod;
    expect(on('2099-01-01')).toBe('framtida_datum');
    expect(on('2026-01-01')).toBe('fore_start');
  });
});

describe('whose an action is', () => {
  const IDAG = '2026-11-20';
  const person = (id: string, verksamhetId?: string, ersattare = false) => ({
    id,
    roller: [],
    team: verksamhetId === undefined ? [] : [{ teamId: 't', verksamhetId, ersattare }],
  });
  const samtycke = (verksamhetId: string, giltigtTill?: string) => ({
    verksamhetId,
    giltigtFran: '2026-11-01',
    giltigtTill,
    aterkallat: false,
  });
  const arende = (change: Partial<Arenderelation> = {}): Arenderelation => ({
    insatsId: 'i',
    teamId: 't',
    remittentId: 'rem',
    remittentVerksamhetId: 'fk',
    identifierad: true,
    koordinatorId: 'k',
    samtycken: [samtycke('fk'), samtycke('af')],
    medhandlaggare: [
      { personId: 'p1', verksamhetId: 'fk' },
      { personId: null, verksamhetId: 'af' },
    ],
    lyft: false,
    paDagordning: true,
    kanslivy: true,
    ...change,
  });
  const namngiven: Agduppgift = { typ: 'atgard', roll: 'medhandlaggare', verksamhetId: 'fk', personId: 'p1' };
  const verksamhetens: Agduppgift = { typ: 'atgard', roll: 'medhandlaggare', verksamhetId: 'af' };

  test('the named person’s, and nobody else’s of the verksamhet', () => {
    expect(owes(person('p1'), namngiven, arende(), IDAG)).toBe(true);
    expect(owes(person('p2', 'fk'), namngiven, arende(), IDAG)).toBe(false);
    expect(mayDo(person('p2', 'fk'), namngiven, arende(), IDAG)).toBe(false);
    expect(mayDo(person('k'), namngiven, arende(), IDAG)).toBe(true);
  });

  test('without a name: the ordinary member’s of the verksamhet; her ersättare may do it', () => {
    expect(owes(person('p3', 'af'), verksamhetens, arende(), IDAG)).toBe(true);
    expect(owes(person('p4', 'af', true), verksamhetens, arende(), IDAG)).toBe(false);
    expect(mayDo(person('p4', 'af', true), verksamhetens, arende(), IDAG)).toBe(true);
    expect(owes(person('p2', 'fk'), verksamhetens, arende(), IDAG)).toBe(false);
  });

  test('who has promised something reads it and not the case, as long as samtycke opens it to the verksamhet', () => {
    const rights = (own: Person, relation: Arenderelation) =>
      (['las_atgard', 'atgardsrapport', 'las_arende'] as const).map((one) => rattTill(own, one, relation, IDAG));
    expect(rights(person('p1'), arende())).toEqual(['medhandlaggare', 'medhandlaggare', undefined]);
    const ended = arende({ samtycken: [samtycke('fk', '2026-11-19'), samtycke('af')] });
    expect(rights(person('p1'), ended)).toEqual([undefined, undefined, undefined]);
    expect(owes(person('p1'), namngiven, ended, IDAG)).toBe(false);
    expect(relationer(person('p3', 'af'), arende({ medhandlaggare: [] }), IDAG)).not.toContain('medhandlaggare');
  });

  test('a remittent decides nothing once samtycke for her verksamhet has ended, and still reads what she sent', () => {
    const ended = arende({ samtycken: [samtycke('fk', '2026-11-19')] });
    const hers: Agduppgift = { typ: 'aterkoppling', roll: 'handlaggare' };
    expect(owes(person('rem'), hers, arende(), IDAG)).toBe(true);
    expect(rattTill(person('rem'), 'aterkoppling', arende(), IDAG)).toBe('remittent');
    expect(owes(person('rem'), hers, ended, IDAG)).toBe(false);
    expect(rattTill(person('rem'), 'aterkoppling', ended, IDAG)).toBeUndefined();
    expect(rattTill(person('rem'), 'las_remiss', ended, IDAG)).toBe('remittent');
    const okand = arende({ identifierad: false, samtycken: [] });
    expect(rattTill(person('rem'), 'aterkoppling', okand, IDAG)).toBe('remittent');
  });
});
