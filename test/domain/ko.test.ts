import fc from 'fast-check';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { kanFoljaKoversyn, koordning, nastaITur, regelpoang, turoversynsdag, type Kotur } from '../../domain/ko.js';
import { nextStep } from '../../domain/lage.js';
import { antalSomErbjuds, raknaPlatser } from '../../domain/platser.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov } from './prov.js';

const profil = await readProfil('samba_lis');

const dag = fc.constantFrom('2026-01-01', '2026-01-02', '2026-02-01');
const kotur: fc.Arbitrary<Kotur> = fc.record(
  {
    arendeId: fc.uuid(),
    nummer: fc.uuid(),
    beslutsdatum: dag,
    koad: dag.map((one) => `${one}T08:00:00.000Z`),
    regelpoang: fc.nat({ max: 2 }),
    tur: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    missad: fc.option(
      dag.map((one) => `${one}T09:00:00.000Z`),
      { nil: undefined },
    ),
  },
  { requiredKeys: ['arendeId', 'nummer', 'beslutsdatum', 'koad', 'regelpoang'] },
);
const ko = fc.uniqueArray(kotur, { selector: ({ nummer }) => nummer, maxLength: 12 });

describe('the order of the queue', () => {
  test('is one and the same whatever order people are read in, and gives everybody a place of her own', () => {
    fc.assert(
      fc.property(
        ko.chain((turer) =>
          fc.tuple(
            fc.constant(turer),
            fc.shuffledSubarray(turer, { minLength: turer.length, maxLength: turer.length }),
          ),
        ),
        ([turer, shuffled]) => {
          expect(shuffled.toSorted(koordning)).toEqual(turer.toSorted(koordning));
          for (const a of turer)
            for (const b of turer) {
              expect(Math.sign(koordning(a, b)) + Math.sign(koordning(b, a))).toBe(0);
              expect(koordning(a, b) === 0).toBe(a === b);
            }
        },
      ),
    );
  });

  test('is the turn given by hand, then the points of the rules, then the day of the decision', () => {
    fc.assert(
      fc.property(ko, (turer) => {
        const keys = turer
          .toSorted(koordning)
          .map(({ tur, regelpoang: poang, beslutsdatum }) => [tur ?? 999, -poang, beslutsdatum] as const);
        for (const [index, [tur, poang, beslutad]] of keys.entries()) {
          const [turBefore, poangBefore, beslutadBefore] = keys[index - 1] ?? [0, -99, ''];
          expect(turBefore).toBeLessThanOrEqual(tur);
          if (turBefore !== tur) continue;
          expect(poangBefore).toBeLessThanOrEqual(poang);
          expect(poangBefore < poang || beslutadBefore <= beslutad).toBe(true);
        }
      }),
    );
  });
});

describe('whose turn it is', () => {
  const tur = (nummer: string, given: Partial<Kotur> = {}): Kotur => ({
    arendeId: nummer,
    nummer,
    beslutsdatum: '2026-01-01',
    koad: '2026-01-01T08:00:00.000Z',
    regelpoang: 0,
    ...given,
  });

  test('a place that somebody was not reached for goes on to the next, and the one after that is hers', () => {
    const missed = tur('1', { missad: '2026-03-01T08:00:00.000Z' });
    expect(nastaITur([tur('2'), missed], '2026-02-10T08:00:00.000Z')?.nummer).toBe('2');
    expect(nastaITur([tur('3'), missed], '2026-03-01T08:00:00.000Z')?.nummer).toBe('1');
    expect(nastaITur([missed], '2026-02-10T08:00:00.000Z')?.nummer).toBe('1');
    expect(nastaITur([])).toBeUndefined();
  });
});

test('priority rules of the profile give points for what applies', () => {
  const rules: Insatsprofil = {
    ...profil,
    behorighet: [
      { slag: 'prioritet', villkor: { slag: 'nollplacerad' }, poang: 1, text: '' },
      { slag: 'prioritet', villkor: { slag: 'skyndsam' }, poang: 2, text: '' },
      { slag: 'prioritet', villkor: { slag: 'alder', till: 29 }, poang: 4, text: '' },
      { slag: 'prioritet', villkor: { slag: 'kommun', kommuner: ['0881'] }, poang: 8, text: '' },
      { slag: 'upplysning', text: '' },
    ],
  };
  const underlag = { nollplacerad: false, skyndsam: false, kommun: '0862' };
  expect(regelpoang(rules, underlag)).toBe(0);
  expect(regelpoang(rules, { ...underlag, alder: 30 })).toBe(0);
  expect(regelpoang(rules, { nollplacerad: true, skyndsam: true, kommun: '0881', alder: 29 })).toBe(15);
});

describe('inskrivning', () => {
  test('takes a free place when nobody waits', () => {
    const own = new Prov(profil).medJa();
    own.platser = { lediga: 1, fore: 0, regelpoang: 0 };
    expect(own.skrivIn().lage).toMatchObject({ fas: 'kartlaggning', koordinator: 'k' });
    expect(own.lage.ko).toBeUndefined();
  });

  test.each([
    ['every place is taken', { lediga: 0, fore: 0, regelpoang: 3 }],
    ['somebody waits before', { lediga: 1, fore: 1, regelpoang: 3 }],
  ])('joins the queue when %s; the koordinator is kept, the remittent told', (_, platser) => {
    const own = new Prov(profil).medJa();
    own.platser = platser;
    own.skrivIn();
    expect(own.lage).toMatchObject({
      fas: 'ko',
      koordinator: 'k',
      ko: { beslutsdatum: own.idag, regelpoang: 3, missar: 0 },
    });
    expect(own.lage.startdatum).toBeUndefined();
    expect(own.told).toEqual(['besked remittent']);
    expect(nextStep(own.lage)).toMatchObject({ typ: 'turoversyn', roll: 'sammankallande' });
  });

  test('goes beyond the places and out of the queue only with a reason', () => {
    const own = new Prov(profil).iKo();
    const { idag } = own;
    const data = { beslutsdatum: idag, startdatum: idag, koordinator: 'k', overinskrivning: false };
    expect(own.hindret('inskrivning', data)?.kod).toBe('star_i_ko');
    own.skrivIn(true);
    expect(own.lage.fas).toBe('kartlaggning');
    expect(own.lage.ko).toBeUndefined();
    expect(own.lage.frister.some((frist) => 'uppgift' in frist && frist.uppgift === 'turoversyn')).toBe(false);
    const direct = new Prov(profil).medJa();
    direct.platser = { lediga: 0, fore: 2, regelpoang: 0 };
    expect(direct.skrivIn(true).lage.fas).toBe('kartlaggning');
    expect(direct.senaste.handelser[0]?.data).toMatchObject({ overinskrivning: true });
    const unneeded = new Prov(profil).medJa();
    unneeded.platser = { lediga: 1, fore: 0, regelpoang: 0 };
    expect(unneeded.skrivIn(true).senaste.handelser[0]?.data).not.toHaveProperty('overinskrivning');
  });
});

describe('waiting in the queue', () => {
  test('is looked at by itself only when the look at the whole queue was not made, and is then planned again', () => {
    const own = new Prov(profil).iKo();
    const { kalender } = own.om;
    const koversyn = kalender.arbetsdagFrom(kalender.addDays(own.idag, profil.frister.koversynDagar));
    const senast = kalender.addArbetsdagar(koversyn, profil.frister.registreringArbetsdagar);
    const egen = turoversynsdag(own.idag, own.om);
    expect(egen > senast).toBe(true);
    own.till(senast);
    expect(own.uppgifter).toEqual([]);
    own.till(egen);
    expect(own.uppgifter).toEqual(['turoversyn']);
    own.ta('koprioritet', { tur: 2 });
    expect(own.lage.ko).toMatchObject({ tur: 2 });
    expect(own.uppgifter).toEqual([]);
    expect(nextStep(own.lage)).toMatchObject({ typ: 'turoversyn' });
    own.ta('koprioritet', { tur: null });
    expect(own.lage.ko).not.toHaveProperty('tur');
    expect(own.lage.frister).toHaveLength(1);
  });

  test('takes over a look at the whole queue once: its own is due later, an open one ends', () => {
    const own = new Prov(profil).iKo();
    const { fasSedan } = own.lage;
    const planned = () => own.lage.frister.map(({ nar }) => nar);
    expect(kanFoljaKoversyn(own.lage, '2026-01-01T08:00:00.000Z', own.om)).toBe(false);
    expect(kanFoljaKoversyn(own.lage, fasSedan, own.om)).toBe(false);
    const [first = ''] = planned();
    own.dagar(20);
    const sedd = own.nu;
    own.foljer(sedd);
    expect(planned()).toHaveLength(1);
    expect((planned()[0] ?? '') > first).toBe(true);
    expect(kanFoljaKoversyn(own.lage, sedd, own.om)).toBe(false);

    own.till(own.om.kalender.addArbetsdagar(own.om.kalender.dayOf(planned()[0] ?? ''), 1));
    expect(own.uppgifter).toEqual(['turoversyn']);
    expect(kanFoljaKoversyn(own.lage, sedd, own.om)).toBe(false);
    own.foljer(own.nu);
    expect(own.uppgifter).toEqual([]);
    expect(nextStep(own.lage)).toMatchObject({ typ: 'turoversyn' });
  });

  test('a turn with an offer, or one that sammankallande must decide on, takes over no look', () => {
    const own = new Prov(profil).iKo().erbjuds('e1').dagar(2);
    expect(kanFoljaKoversyn(own.lage, own.nu, own.om)).toBe(false);
    expect(kanFoljaKoversyn(new Prov(profil).medJa().lage, own.nu, own.om)).toBe(false);
  });

  test('a turn by hand is a number from 1', () => {
    const own = new Prov(profil).iKo();
    for (const tur of [0, -1, 1.5, 1000, Number.NaN])
      expect(own.hindret('koprioritet', { tur })?.kod).toBe('ogiltig_tur');
    expect(own.hindret('koprioritet', { tur: 999 })).toBeUndefined();
  });

  test('ends when the person takes the yes back, or is not there any longer; nothing of the queue is left', () => {
    const nej = new Prov(profil).iKo().erbjuds('e');
    nej.ta('personens_svar', { svar: 'nej', datum: nej.idag });
    const flytt = new Prov(profil).iKo().dagar(40).ta('ej_aktuell', { orsak: 'flytt' });
    for (const { lage } of [nej, flytt]) {
      expect(lage.fas).toBe('stangd');
      expect(lage.ko ?? lage.erbjudande ?? lage.uppgifter[0] ?? lage.frister[0]).toBeUndefined();
    }
    expect(nej.lage.stangdSom).toBe('tackat_nej');
    expect(flytt.lage.stangdSom).toBe('ej_aktuell_langre');
    expect(flytt.told).toContain('besked remittent');
  });
});

describe('another number of places', () => {
  const antal = fc.nat({ max: 30 });
  const platser = fc
    .record({ upptagna: antal, overinskrivna: antal, erbjudna: antal, samtidigt: fc.option(antal, { nil: undefined }) })
    .map(({ samtidigt, ...underlag }) => raknaPlatser(underlag, samtidigt));

  test('offers as many as are free and wait, never more, and everybody where there is no limit', () => {
    fc.assert(
      fc.property(platser, antal, (given, vantar) => {
        const erbjuds = antalSomErbjuds(given, vantar);
        expect(erbjuds).toBeLessThanOrEqual(vantar);
        const fria = given.lediga === undefined ? vantar : Math.max(0, given.lediga);
        expect([vantar, fria]).toContain(erbjuds);
        expect(erbjuds).toBeLessThanOrEqual(fria);
      }),
    );
  });
});
