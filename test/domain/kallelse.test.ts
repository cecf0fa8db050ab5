import fc from 'fast-check';
import {
  borjadeFore,
  kallelseAv,
  kallelsenyckel,
  nyaKallelser,
  type Kallelse,
  type Kommandemote,
} from '../../domain/kallelse.js';
import { isHeld } from '../../domain/motesplan.js';

const ID = '0b7c9a52-6a55-4c43-9b1f-9f2f3a1d0c11';
const NU = '2026-12-01T08:00:00.000Z';
const mote: Kommandemote = {
  moteId: ID,
  borjar: '2026-12-08T08:00:00.000Z',
  slutar: '2026-12-08T10:00:00.000Z',
  halls: true,
  kallas: true,
  deltar: ['anna'],
};
const said = (change: Partial<Kallelse> = {}): Kallelse => ({
  moteId: ID,
  anvandareId: 'anna',
  sekvens: 0,
  borjar: mote.borjar,
  slutar: mote.slutar,
  installd: false,
  ...change,
});

describe('What a calendar is told of a meeting', () => {
  it('is the invitation, once, and not before people are called to it', () => {
    expect(nyaKallelser([mote], [], NU)).toEqual([said()]);
    expect(nyaKallelser([mote], [said()], NU)).toEqual([]);
    expect(nyaKallelser([{ ...mote, kallas: false }], [], NU)).toEqual([]);
  });

  it('is each new time, under a higher number, also of a meeting that nobody would be called to yet', () => {
    const flyttat = { ...mote, borjar: '2026-12-09T08:00:00.000Z', slutar: '2026-12-09T10:00:00.000Z', kallas: false };
    expect(nyaKallelser([flyttat], [said({ sekvens: 3 })], NU)).toEqual([
      said({ sekvens: 4, borjar: flyttat.borjar, slutar: flyttat.slutar }),
    ]);
  });

  it('is the new end of a meeting that begins as before', () => {
    const langre = { ...mote, slutar: '2026-12-08T11:00:00.000Z' };
    expect(nyaKallelser([langre], [said()], NU)).toEqual([said({ sekvens: 1, slutar: langre.slutar })]);
    // nothing is said of the length of a meeting that she does not come to
    expect(nyaKallelser([{ ...langre, deltar: [] }], [said({ installd: true })], NU)).toEqual([]);
  });

  it('is once that she is not to come: the meeting is not held, or she is not of it', () => {
    for (const change of [{ halls: false }, { deltar: [] }]) {
      expect(nyaKallelser([{ ...mote, ...change }], [said()], NU)).toEqual([said({ sekvens: 1, installd: true })]);
      expect(nyaKallelser([{ ...mote, ...change }], [said({ sekvens: 1, installd: true })], NU)).toEqual([]);
    }
  });

  it('is that it is held after all, also at the same time', () => {
    expect(nyaKallelser([mote], [said({ sekvens: 1, installd: true })], NU)).toEqual([said({ sekvens: 2 })]);
  });

  it('is nothing once it has begun', () => {
    expect(nyaKallelser([{ ...mote, deltar: [] }], [said()], mote.borjar)).toEqual([]);
  });

  const tider = ['2026-12-08T08:00:00.000Z', '2026-12-09T08:00:00.000Z', '2026-12-10T08:00:00.000Z'];
  const nagotMote = fc.record({
    moteId: fc.constantFrom('a', 'b', 'c'),
    borjar: fc.constantFrom(...tider),
    slut: fc.constantFrom('T10', 'T11'),
    halls: fc.boolean(),
    kallas: fc.boolean(),
    deltar: fc.uniqueArray(fc.constantFrom('anna', 'bo', 'cia')),
  });
  /** How the meetings of a team stand at a moment; each has one row. */
  const laget = fc
    .uniqueArray(nagotMote, { selector: ({ moteId }) => moteId })
    .map((moten): Kommandemote[] =>
      moten.map(({ slut, ...one }) => ({ ...one, slutar: one.borjar.replace('T08', slut) })),
    );
  const keyOf = ({ moteId, anvandareId }: Pick<Kallelse, 'moteId' | 'anvandareId'>) => `${moteId} ${anvandareId}`;

  it('leaves every calendar right whatever happened in whatever order, under growing numbers, and says nothing twice', () => {
    fc.assert(
      fc.property(fc.array(laget, { maxLength: 8 }), (historia) => {
        const told = new Map<string, Kallelse>();
        for (const moten of historia) {
          const nya = nyaKallelser(moten, [...told.values()], NU);
          expect(new Set(nya.map(keyOf)).size).toBe(nya.length);
          expect(nya.map(({ sekvens }) => sekvens)).toEqual(
            nya.map((one) => (told.get(keyOf(one))?.sekvens ?? -1) + 1),
          );
          // nothing is taken back that a calendar does not have
          const taken = nya.filter(({ installd }) => installd);
          expect(taken.every((one) => told.get(keyOf(one))?.installd === false)).toBe(true);
          for (const one of nya) told.set(keyOf(one), one);
          expect(nyaKallelser(moten, [...told.values()], NU)).toEqual([]);
          for (const { moteId, borjar, slutar, halls, kallas, deltar } of moten)
            for (const anvandareId of ['anna', 'bo', 'cia']) {
              const has = told.get(keyOf({ moteId, anvandareId }));
              const ska = halls && deltar.includes(anvandareId);
              expect(has?.installd === false).toBe(ska && (kallas || has !== undefined));
              const hennes = has?.installd === false ? [has.borjar, has.slutar] : [borjar, slutar];
              expect(hennes).toEqual([borjar, slutar]);
            }
        }
      }),
    );
  });
});

describe('A meeting', () => {
  it('is held unless it is cancelled; one that a changed cadence left behind only when something stands on its agenda', () => {
    const rad = { borjar: mote.borjar, installt: false, extra: false, arenden: 0 };
    expect(isHeld(rad, [mote.borjar])).toBe(true);
    expect(isHeld(rad, [])).toBe(false);
    expect(isHeld({ ...rad, arenden: 1 }, [])).toBe(true);
    expect(isHeld({ ...rad, extra: true }, [])).toBe(true);
    expect(isHeld({ ...rad, installt: true, extra: true, arenden: 1 }, [mote.borjar])).toBe(false);
  });

  it('is read back from the key of the mail that tells of it, and from no other', () => {
    expect(kallelseAv(kallelsenyckel({ moteId: ID, sekvens: 12 }))).toEqual({ moteId: ID, sekvens: 12 });
    for (const nyckel of ['motesandring', `inkallad-${ID}-1`, `kallelse-${ID}`, 'kallelse-x-1'])
      expect(kallelseAv(nyckel)).toBeUndefined();
  });
});

describe('When a meeting began before some moves', () => {
  const [nio, tio, elva] = ['2026-12-08T09:00:00.000Z', '2026-12-08T10:00:00.000Z', '2026-12-08T11:00:00.000Z'];

  it('is followed through each of its moves, and not through those of another that took its place', () => {
    const flyttar = [
      { fran: tio, till: elva },
      { fran: nio, till: tio },
    ];
    expect(borjadeFore(elva, flyttar)).toBe(nio);
    // one that has come to ten o'clock since
    expect(borjadeFore(tio, [{ fran: nio, till: tio }, ...flyttar.slice(0, 1)])).toBe(nio);
    expect(borjadeFore(nio, flyttar)).toBe(nio);
    expect(borjadeFore(nio, [])).toBe(nio);
  });
});
