import { kraverSkal, provaBehorighet } from '../../domain/behorighet.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { birthDate, formatPersonnummer, readPersonnummer } from '../../domain/personnummer.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import { IDAG, PERSONNUMMER, testPersonnummer } from './varld.js';

const profil = (behorighet: Insatsprofil['behorighet'], kommuner: string[] = []) =>
  ({ behorighet, kommuner }) as unknown as Insatsprofil;

const named = (personnummer: string, kommun = '0881'): Remissinnehall['person'] => ({
  identifierad: true,
  personnummer,
  namn: 'Test Testsson',
  kon: 'man',
  kommun,
  tolk: false,
  skyddad: false,
});
const unnamed = (fodelsear: number): Remissinnehall['person'] => ({
  identifierad: false,
  fodelsear,
  kon: 'kvinna',
  kommun: '0881',
});

const alder = profil([{ slag: 'alder', fran: 20, till: 60, text: '20–60 år' }]);
const outcome = (rules: Insatsprofil, person: Remissinnehall['person'], antalVerksamheter?: number) =>
  provaBehorighet(rules, { person, antalVerksamheter }, IDAG).map(({ utfall }) => utfall);

describe('an age rule', () => {
  it.each([
    ['turns 20 today', '20061123', 'uppfylld'],
    ['turns 20 tomorrow', '20061124', 'inte_uppfylld'],
    ['is 60 until tomorrow', '19651124', 'uppfylld'],
    ['turns 61 today', '19651123', 'inte_uppfylld'],
    ['was born on a leap day', '20040229', 'uppfylld'],
  ])('counts whole years: somebody who %s', (_text, born, utfall) => {
    expect(outcome(alder, named(testPersonnummer(born, 0)))).toEqual([utfall]);
  });

  it.each([
    [2007, 'inte_uppfylld'],
    [2006, 'uppfylld'],
    [1965, 'uppfylld'],
    [1964, 'inte_uppfylld'],
  ])('gives somebody of whom only the year %d is known the benefit of the doubt', (year, utfall) => {
    expect(outcome(alder, unnamed(year))).toEqual([utfall]);
  });

  it('reads the age out of a samordningsnummer', () => {
    expect(outcome(alder, named('200611832387'))).toEqual(['uppfylld']);
  });
});

describe('the other rules', () => {
  it('ask where the person lives, also when the profile only lists the kommuner of the insats', () => {
    const rules = profil([], ['0881', '0862']);
    expect(provaBehorighet(rules, { person: named(PERSONNUMMER, 'utanfor') }, IDAG)).toEqual([
      { utfall: 'inte_uppfylld', text: 'Personen ska bo i Nybro eller Emmaboda.' },
    ]);
    expect(outcome(rules, named(PERSONNUMMER, '0862'))).toEqual(['uppfylld']);
  });

  it('count the verksamheter that samtycke covers, and only tell when nobody can know', () => {
    const rules = profil([{ slag: 'minst_antal_verksamheter', antal: 2, text: 'Minst två' }]);
    expect(outcome(rules, named(PERSONNUMMER), 1)).toEqual(['inte_uppfylld']);
    expect(outcome(rules, named(PERSONNUMMER), 2)).toEqual(['uppfylld']);
    expect(outcome(rules, unnamed(1990))).toEqual(['upplysning']);
  });

  it('ask for a reason only when one is not met', () => {
    expect(
      kraverSkal([
        { utfall: 'upplysning', text: '' },
        { utfall: 'uppfylld', text: '' },
      ]),
    ).toBe(false);
    expect(
      kraverSkal([
        { utfall: 'uppfylld', text: '' },
        { utfall: 'inte_uppfylld', text: '' },
      ]),
    ).toBe(true);
  });
});

describe('a personnummer', () => {
  it.each([
    [PERSONNUMMER, PERSONNUMMER],
    [formatPersonnummer(PERSONNUMMER), PERSONNUMMER],
    [` ${PERSONNUMMER.slice(0, 8)} ${PERSONNUMMER.slice(8)} `, PERSONNUMMER],
    ['20061183-2387', '200611832387'],
    [PERSONNUMMER.slice(2), undefined],
    [`${PERSONNUMMER}0`, undefined],
    [`${PERSONNUMMER.slice(0, 11)}${(Number(PERSONNUMMER[11]) + 1) % 10}`, undefined],
    ['198513012384', undefined],
    ['', undefined],
    ['ÅÅÅÅMMDD-NNNN', undefined],
  ])('%j is read as %j', (typed, read) => {
    expect(readPersonnummer(typed)).toBe(read);
  });

  it('holds the birth date', () => {
    expect(birthDate(PERSONNUMMER)).toBe('1985-04-12');
    expect(birthDate('200611832387')).toBe('2006-11-23');
  });
});
