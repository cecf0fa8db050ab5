import fc from 'fast-check';
import type { Arenderelation } from '../../domain/atkomst.js';
import {
  deltagarhinder,
  lamnarRummet,
  omordnad,
  ordningshinder,
  punktBorjar,
  stangningshinder,
  type Motesprotokoll,
} from '../../domain/mote.js';
import { owes } from '../../domain/uppgiftsagare.js';

const BORJAR = '2026-12-01T08:00:00.000Z';
const EFTER = '2026-12-01T12:00:00.000Z';

const mote = (change: Partial<Motesprotokoll> = {}): Motesprotokoll => ({
  borjar: BORJAR,
  installt: false,
  avslutat: false,
  punkter: [
    { arendeId: 'a', klar: false },
    { arendeId: 'b', klar: false },
  ],
  ...change,
});
const klara = mote({
  punkter: [
    { arendeId: 'a', klar: true },
    { arendeId: 'b', klar: true },
  ],
});

describe('The order of an agenda', () => {
  it('can be changed until the team has taken up an ärende', () => {
    expect(ordningshinder(mote())).toBeUndefined();
    expect(ordningshinder(mote({ punkter: [{ arendeId: 'a', klar: true }] }))).toMatchObject({
      kod: 'redan_taget_upp',
    });
    expect(ordningshinder(mote({ installt: true }))).toMatchObject({ kod: 'installt' });
    expect(ordningshinder(mote({ avslutat: true }))).toMatchObject({ kod: 'protokoll_stangt' });
  });

  it('moves one and keeps the order of the others, whatever place is asked for', () => {
    expect(omordnad(['a', 'b', 'c'], 'c', 1)).toEqual(['c', 'a', 'b']);
    expect(omordnad(['a', 'b', 'c'], 'a', 99)).toEqual(['b', 'c', 'a']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.integer(), (ids, at, plats) => {
        const moved = ids[at % ids.length] ?? '';
        const after = omordnad(ids, moved, plats);
        expect(after.toSorted()).toEqual(ids.toSorted());
        expect(after.filter((id) => id !== moved)).toEqual(ids.filter((id) => id !== moved));
      }),
    );
  });

  it('gives each ärende its time by its place', () => {
    expect(punktBorjar(BORJAR, 1, 20)).toBe(BORJAR);
    expect(punktBorjar(BORJAR, 3, 20)).toBe('2026-12-01T08:40:00.000Z');
  });
});

describe('The minutes', () => {
  it('are not closed while an ärende has no outcome, nor before the meeting, nor twice', () => {
    expect(stangningshinder(mote(), EFTER)).toMatchObject({ kod: 'saknar_rekommendation' });
    expect(stangningshinder(klara, '2026-12-01T07:59:59.000Z')).toMatchObject({ kod: 'inte_borjat' });
    expect(stangningshinder(klara, EFTER)).toBeUndefined();
    expect(stangningshinder({ ...klara, avslutat: true }, EFTER)).toMatchObject({ kod: 'protokoll_stangt' });
    expect(stangningshinder(mote({ punkter: [] }), EFTER)).toBeUndefined();
  });

  it('let nobody be called in once they are closed', () => {
    expect(deltagarhinder(klara)).toBeUndefined();
    expect(deltagarhinder({ ...klara, avslutat: true })).toMatchObject({ kod: 'protokoll_stangt' });
  });
});

describe('A participant', () => {
  const arende: Arenderelation = {
    insatsId: 'i',
    teamId: 't',
    remittentId: 'r',
    remittentVerksamhetId: 'fk',
    identifierad: true,
    koordinatorId: null,
    samtycken: [
      { verksamhetId: 'fk', giltigtFran: '2026-11-01', aterkallat: false },
      { verksamhetId: 'af', giltigtFran: '2026-11-01', giltigtTill: '2026-11-30', aterkallat: false },
      { verksamhetId: 'ifo', giltigtFran: '2026-11-01', aterkallat: true },
    ],
    medhandlaggare: [],
    lyft: false,
    paDagordning: true,
    kanslivy: false,
  };

  it('leaves the room before an ärende that samtycke does not open to the verksamhet on the day of the meeting', () => {
    expect(lamnarRummet(['fk', 'af', 'ifo', 'psykiatri'], arende, '2026-12-01')).toEqual(['af', 'ifo', 'psykiatri']);
    expect(lamnarRummet(['fk', 'af'], arende, '2026-11-30')).toEqual([]);
  });

  it('who is ersättare owes the yttrande only when called in', () => {
    const ersattare = { id: 'e', roller: [], team: [{ teamId: 't', verksamhetId: 'fk', ersattare: true }] };
    const uppgift = { typ: 'yttrande', roll: 'teamrepresentant', verksamhetId: 'fk' } as const;
    expect(owes(ersattare, uppgift, arende, '2026-11-20')).toBe(false);
    expect(owes(ersattare, uppgift, { ...arende, inkallade: ['e'] }, '2026-11-20')).toBe(true);
    expect(owes(ersattare, { ...uppgift, verksamhetId: 'af' }, { ...arende, inkallade: ['e'] }, '2026-11-20')).toBe(
      false,
    );
  });
});
