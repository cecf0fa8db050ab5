import {
  rattsgrund,
  rattTill,
  relationer,
  type Arenderelation,
  type Ersatt,
  type Person,
} from '../../domain/atkomst.js';
import { beslut, type Beslutstyp } from '../../domain/faser.js';
import { insatsrattsgrund } from '../../domain/insats/atkomst.js';
import { roller } from '../../domain/koder.js';
import { mayDo, owes, owesInPlaceOf, type Agduppgift, type Uppgiftsperson } from '../../domain/uppgiftsagare.js';

const IDAG = '2026-11-20';
const samtycke = (verksamhetId: string) => ({ verksamhetId, giltigtFran: '2026-01-01', aterkallat: false });

const ARENDE: Arenderelation = {
  insatsId: 'i',
  teamId: 't',
  remittentId: 'rem',
  remittentVerksamhetId: 'fk',
  identifierad: true,
  koordinatorId: 'k',
  samtycken: [samtycke('fk'), samtycke('af')],
  medhandlaggare: [{ personId: 'p1', verksamhetId: 'fk' }],
  lyft: true,
  paDagordning: true,
  kanslivy: true,
};

const ersatt = (id: string, verksamhetId: string, change: Partial<Ersatt> = {}): Ersatt => ({
  id,
  verksamhetId,
  roller: [],
  team: [],
  ...change,
});

/** Somebody with nothing of her own. */
const iStalletFor = (...ersatter: Ersatt[]): Person & Uppgiftsperson => ({ id: 'e', roller: [], team: [], ersatter });

const ALLT = Object.keys(beslut) as Beslutstyp[];
const decides = (person: Person): string[] => ALLT.filter((typ) => rattTill(person, typ, ARENDE, IDAG));

describe('Who stands in for somebody who is away', () => {
  test.each([
    ['koordinator', ersatt('k', 'kommun')],
    ['remittent', ersatt('rem', 'fk')],
    ['medhandlaggare', ersatt('p1', 'fk')],
    ['teamrepresentant', ersatt('m', 'af', { team: [{ teamId: 't', verksamhetId: 'af' }] })],
    ['sammankallande', ersatt('s', 'kommun', { roller: [{ roll: 'sammankallande', insatsId: 'i' }] })],
    ['styrgrupp', ersatt('o', 'kommun', { roller: [{ roll: 'styrgrupp' }] })],
  ] as const)(
    'decides and reads as %s exactly what the absent one does, and the trace says for whom',
    (grund, borta) => {
      const person = iStalletFor(borta);
      expect(relationer(person, ARENDE, IDAG)).toEqual([grund]);
      expect(decides(person)).toEqual(decides(borta));
      expect(decides(person).length).toBeGreaterThan(0);
      for (const typ of decides(person))
        expect(rattsgrund(person, typ as Beslutstyp, ARENDE, IDAG)).toEqual({ grund, istalletFor: borta.id });
    },
  );

  test('decides by her own right as long as she has one', () => {
    const own = { ...iStalletFor(ersatt('k', 'kommun')), roller: [{ roll: 'sammankallande', insatsId: 'i' }] };
    expect(rattsgrund(own, 'koordinatorsbyte', ARENDE, IDAG)).toEqual({ grund: 'sammankallande' });
    expect(rattsgrund(own, 'planuppfoljning', ARENDE, IDAG)).toEqual({ grund: 'sammankallande' });
  });

  test('gets nothing of another verksamhet than the one they share, and no role that administers', () => {
    const team = [{ teamId: 't', verksamhetId: 'af' }];
    expect(relationer(iStalletFor(ersatt('m', 'fk', { team })), ARENDE, IDAG)).toEqual([]);
    expect(relationer(iStalletFor(ersatt('rem', 'af')), ARENDE, IDAG)).toEqual([]);
    expect(relationer(iStalletFor(ersatt('p1', 'af')), ARENDE, IDAG)).toEqual([]);
    const lent = Object.keys(roller).filter((roll) => {
      const person = iStalletFor(ersatt('x', 'kommun', { roller: [{ roll }] }));
      return relationer(person, ARENDE, IDAG).length > 0;
    });
    expect(lent).toEqual(['sammankallande', 'styrgrupp']);
  });

  test('owes the tasks of who is away, in her place', () => {
    const uppgift = (change: Partial<Agduppgift>): Agduppgift => ({
      typ: 'planuppfoljning',
      roll: 'koordinator',
      ...change,
    });
    const person = iStalletFor(ersatt('k', 'kommun'));
    expect(owes(person, uppgift({}), ARENDE, IDAG)).toBe(true);
    expect(mayDo(person, uppgift({}), ARENDE, IDAG)).toBe(true);
    expect(owesInPlaceOf(person, uppgift({}), ARENDE, IDAG)).toBe('k');
    expect(owesInPlaceOf({ id: 'k', roller: [], team: [] }, uppgift({}), ARENDE, IDAG)).toBeUndefined();
    const hers = uppgift({ typ: 'aterkoppling', roll: 'handlaggare' });
    expect(owesInPlaceOf(iStalletFor(ersatt('rem', 'fk')), hers, ARENDE, IDAG)).toBe('rem');
    const atgard = uppgift({ typ: 'atgard', roll: 'medhandlaggare', verksamhetId: 'fk', personId: 'p1' });
    expect(owesInPlaceOf(iStalletFor(ersatt('p1', 'fk')), atgard, ARENDE, IDAG)).toBe('p1');
    expect(owes(iStalletFor(ersatt('p1', 'af')), atgard, ARENDE, IDAG)).toBe(false);
    const yttrande = uppgift({ typ: 'yttrande', roll: 'teamrepresentant', verksamhetId: 'af' });
    const seat = (ersattare: boolean) => ersatt('m', 'af', { team: [{ teamId: 't', verksamhetId: 'af', ersattare }] });
    expect(owesInPlaceOf(iStalletFor(seat(false)), yttrande, ARENDE, IDAG)).toBe('m');
    expect(owes(iStalletFor(seat(true)), yttrande, ARENDE, IDAG)).toBe(false);
    expect(owes(iStalletFor(seat(true)), yttrande, { ...ARENDE, inkallade: ['m'] }, IDAG)).toBe(true);
  });

  test('leads the insats as the one who is away does', () => {
    const insats = { insatsId: 'i', teamIds: ['t'] };
    const leder = ersatt('s', 'kommun', { roller: [{ roll: 'sammankallande', insatsId: 'i' }] });
    const expected = { grund: 'sammankallande', istalletFor: 's' };
    expect(insatsrattsgrund(iStalletFor(leder), 'motesandring', insats)).toEqual(expected);
    expect(insatsrattsgrund(iStalletFor(leder), 'motesandring', { ...insats, insatsId: 'j' })).toBeUndefined();
  });
});
