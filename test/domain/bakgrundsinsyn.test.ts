import type { Arenderelation, Person } from '../../domain/atkomst.js';
import { stangdaSlag } from '../../domain/bakgrundsinsyn.js';

const IDAG = '2026-11-20';

const person = (id: string, verksamheter: readonly string[] = [], roller: Person['roller'] = []): Person => ({
  id,
  roller,
  team: verksamheter.map((verksamhetId) => ({ teamId: 't', verksamhetId })),
});

const samtycke = (verksamhetId: string, uppgiftsslag: readonly string[] | undefined, change = {}) => ({
  verksamhetId,
  giltigtFran: '2026-11-01',
  aterkallat: false,
  uppgiftsslag,
  ...change,
});

const arende = (change: Partial<Arenderelation> = {}): Arenderelation => ({
  insatsId: 'i',
  teamId: 't',
  remittentId: 'rem',
  remittentVerksamhetId: 'fk',
  identifierad: true,
  koordinatorId: 'k',
  samtycken: [samtycke('fk', ['ekonomi', 'halsa']), samtycke('af', ['sysselsattning', 'utbildning'])],
  medhandlaggare: [],
  lyft: false,
  paDagordning: true,
  kanslivy: true,
  ...change,
});

describe('The background of a remiss', () => {
  test('is open to who reads by samtycke as far as the kinds that it names for her verksamhet', () => {
    expect(stangdaSlag(person('p', ['fk']), arende(), IDAG)).toEqual(['sysselsattning', 'utbildning', 'socialt']);
    expect(stangdaSlag(person('p', ['af']), arende(), IDAG)).toEqual(['ekonomi', 'socialt']);
    expect(stangdaSlag(person('p', ['fk', 'af']), arende(), IDAG)).toEqual(['socialt']);
  });

  test('adds up over the samtycken of the verksamhet that hold on the day, and over no others', () => {
    const several = [
      samtycke('fk', ['ekonomi']),
      samtycke('fk', ['socialt']),
      samtycke('fk', ['sysselsattning'], { aterkallat: true }),
      samtycke('fk', ['utbildning'], { giltigtFran: '2026-11-21' }),
    ];
    const closed = (idag: string) => stangdaSlag(person('p', ['fk']), arende({ samtycken: several }), idag);
    expect(closed(IDAG)).toEqual(['sysselsattning', 'utbildning']);
    expect(closed('2026-11-21')).toEqual(['sysselsattning']);
  });

  test('is closed by a samtycke that names no kinds', () => {
    const unnamed = arende({ samtycken: [samtycke('fk', undefined)] });
    expect(stangdaSlag(person('p', ['fk']), unnamed, IDAG)).toHaveLength(4);
  });

  test('is whole for the remittent, the koordinator and sammankallande of the insats', () => {
    const leads = (insatsId: string) => person('s', ['fk'], [{ roll: 'sammankallande', insatsId }]);
    for (const one of [person('rem', ['fk']), person('k', ['fk']), leads('i')])
      expect(stangdaSlag(one, arende(), IDAG)).toEqual([]);
    expect(stangdaSlag(leads('another'), arende(), IDAG)).not.toEqual([]);
  });

  test('is whole in an avidentifierad konsultation, where nobody gives samtycke', () => {
    const nobody = arende({ identifierad: false, samtycken: [samtycke('fk', undefined)] });
    expect(stangdaSlag(person('p', ['fk']), nobody, IDAG)).toEqual([]);
  });
});
