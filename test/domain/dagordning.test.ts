import { dagordningspunkt, flyttaMote } from '../../domain/dagordning.js';
import { Forandring } from '../../domain/forandring.js';
import { nextMote } from '../../domain/frister.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { isMote, teamMoten, type Belaggning, type Dagordning, type Motesandringar } from '../../domain/motesplan.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { Prov, VERKSAMHETER } from './prov.js';

/*
 * SAMBA's team meets every other Tuesday at 9: 3 and 17 November, 1, 15 and 29 December 2026. The agenda closes seven
 * working days before. Every day below is counted by hand.
 */
const samba = await readProfil('samba_lis');
const [team] = samba.team;
const TEAM = team.kod;
const NOV_3 = '2026-11-03T08:00:00.000Z';
const NOV_17 = '2026-11-17T08:00:00.000Z';
const DEC_1 = '2026-12-01T08:00:00.000Z';
const DEC_15 = '2026-12-15T08:00:00.000Z';

const withSlots = (platser: number, oronmarkta = 0): Insatsprofil => ({
  ...samba,
  team: [{ ...team, platser, oronmarkta }],
});

const dagordning = (andringar: Partial<Motesandringar> = {}, belaggning: readonly Belaggning[] = []): Dagordning => ({
  andringar: { installda: [], extra: [], ...andringar },
  belaggning,
});

const full = (borjar: string, upptagna: number, nollplacerade = 0): Belaggning => ({ borjar, upptagna, nollplacerade });

/** On Monday 2 November the first open agenda is that of the 17th. */
const next = (profil: Insatsprofil, given: Dagordning, nollplacerad = false) =>
  nextMote(TEAM, { nu: '2026-11-02T09:00:00.000Z', profil, kalender, dagordning: given }, undefined, nollplacerad);

describe('slots of an agenda', () => {
  test('a full agenda sends the case to the meeting after, and an insats without a number of slots is never full', () => {
    expect(next(withSlots(3), dagordning({}, [full(NOV_17, 2)])).borjar).toBe(NOV_17);
    expect(next(withSlots(3), dagordning({}, [full(NOV_17, 3)])).borjar).toBe(DEC_1);
    expect(next(withSlots(3), dagordning({}, [full(NOV_17, 3), full(DEC_1, 3)])).borjar).toBe(DEC_15);
    expect(next(samba, dagordning({}, [full(NOV_17, 99)])).borjar).toBe(NOV_17);
  });

  test('earmarked slots stay free for nollplacerade, who take them first and the others after', () => {
    const profil = withSlots(3, 1);
    expect(next(profil, dagordning({}, [full(NOV_17, 2)])).borjar).toBe(DEC_1);
    expect(next(profil, dagordning({}, [full(NOV_17, 2)]), true)).toMatchObject({ borjar: NOV_17, oronmarkt: true });
    expect(next(profil, dagordning({}, [full(NOV_17, 1, 1)]), true)).toMatchObject({
      borjar: NOV_17,
      oronmarkt: false,
    });
    expect(next(profil, dagordning({}, [full(NOV_17, 3, 1)]), true)).toMatchObject({ borjar: DEC_1, oronmarkt: true });
  });

  test('the case remembers that it takes an earmarked slot', () => {
    const own = new Prov(withSlots(3, 1), '2026-11-02T09:00:00.000Z', { nollplacerad: true });
    expect(dagordningspunkt(own.konsultation().lage)).toEqual({
      borjar: NOV_17,
      slag: 'konsultation',
      oronmarkt: true,
    });
  });
});

describe('a team’s calendar beside its cadence', () => {
  test('a cancelled meeting is passed over', () => {
    expect(next(samba, dagordning({ installda: [NOV_17] })).borjar).toBe(DEC_1);
  });

  test('an extra meeting takes cases as long as its agenda is open', () => {
    const extra = '2026-11-12T12:00:00.000Z';
    const late = '2026-11-10T12:00:00.000Z';
    expect(next(samba, dagordning({ extra: [extra] }))).toMatchObject({ borjar: extra, dag: '2026-11-12' });
    expect(next(samba, dagordning({ extra: [late] })).borjar).toBe(NOV_17);
  });

  test('a moved meeting is held once, at its new hour; extra ones stand also in the summer; the order is that of time', () => {
    const given = { installda: [NOV_17], extra: ['2026-11-18T12:00:00.000Z', '2026-07-14T07:00:00.000Z'] };
    const first = [...teamMoten(TEAM, { profil: samba, kalender, dagordning: dagordning(given) }, '2026-11-04')];
    expect(first.slice(0, 3).map(({ dag }) => dag)).toEqual(['2026-11-18', '2026-12-01', '2026-12-15']);
    const summer = [...teamMoten(TEAM, { profil: samba, kalender, dagordning: dagordning(given) }, '2026-06-29')];
    expect(summer.slice(0, 3).map(({ dag }) => dag)).toEqual(['2026-06-30', '2026-07-14', '2026-08-11']);
  });

  test('a moment is a meeting by the cadence or beside it, and no other', () => {
    const om = { profil: samba, kalender, dagordning: dagordning({ installda: [DEC_1], extra: [NOV_3] }) };
    expect([NOV_3, NOV_17, DEC_1, '2026-11-17T09:00:00.000Z'].map((one) => isMote(one, TEAM, om))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a meeting that is moved or cancelled', () => {
  const move = (own: Prov, borjar?: string) => {
    const forandring = new Forandring(own.lage, own.om);
    const moved = flyttaMote(forandring, borjar);
    return { moved, lage: forandring.lage, forandring };
  };
  const due = (lage: Prov['lage']) =>
    lage.uppgifter.map(({ typ, verksamhet = '', forfaller }) => [typ, verksamhet, forfaller]);

  test('what is left to do gets new last days, what was answered stands, and the remittent is told', () => {
    const own = new Prov(samba).konsultation().ta('yttrande', { verksamhet: 'fk' });
    const { moved, lage, forandring } = move(own, '2026-11-19T12:00:00.000Z');
    expect(moved).toBe(true);
    expect(lage).toMatchObject({ mote: { dag: '2026-11-19', quorum: 3 }, yttranden: ['fk'] });
    expect(due(lage)).toEqual([
      ['yttrande', 'af', '2026-11-17'],
      ['yttrande', 'ifo', '2026-11-17'],
      ['rekommendation', '', '2026-11-26'],
    ]);
    expect(forandring.utskick).toContainEqual({ slag: 'besked', nyckel: 'besked', till: { roll: 'remittent' } });
    expect(forandring.handelser).toEqual([
      { typ: 'mote_flyttat', data: { fran: NOV_17, mote: '2026-11-19T12:00:00.000Z' } },
    ]);
  });

  test('a meeting moved so near that the last day to answer has been asks for the answer today', () => {
    const own = new Prov(samba).konsultation();
    expect(due(move(own, '2026-11-03T12:00:00.000Z').lage)[0]).toEqual(['yttrande', 'fk', '2026-11-02']);
  });

  test('a cancelled one leads to the next that is held', () => {
    const own = new Prov(samba).konsultation();
    own.dagordning = dagordning({ installda: [NOV_17] });
    expect(move(own).lage.mote?.borjar).toBe(DEC_1);
  });

  test('a lifted question moves along without anybody being asked for a yttrande', () => {
    const own = new Prov(samba).iProcess().ta('teamlyft', {});
    const { lage } = move(own, '2027-02-25T12:00:00.000Z');
    expect(lage.teamlyft).toMatchObject({ dag: '2027-02-25' });
    expect(lage.uppgifter.filter(({ typ }) => typ === 'teamlyft')).toMatchObject([{ forfaller: '2027-03-04' }]);
    expect(lage.uppgifter.filter(({ typ }) => typ === 'yttrande')).toEqual([]);
  });

  test('a case that stands on no agenda, or already on that one, is left alone', () => {
    expect(move(new Prov(samba)).moved).toBe(false);
    expect(move(new Prov(samba).konsultation(), NOV_17).moved).toBe(false);
    expect(move(new Prov(samba).rekommenderad('rad'), DEC_15).moved).toBe(false);
  });
});

describe('taking a case up before its turn', () => {
  const tidigt = (nu = '2026-11-02T09:00:00.000Z') => new Prov(samba, nu).konsultation();

  test('an earlier meeting whose agenda is closed gets an extra slot, with one working day less to answer', () => {
    const own = tidigt('2026-11-10T09:00:00.000Z');
    expect(own.lage.mote?.borjar).toBe(DEC_1);
    own.ta('yttrande', { verksamhet: 'af' }).ta('skyndsamhet', { mote: NOV_17 });
    expect(own.lage).toMatchObject({ mote: { borjar: NOV_17 }, skyndsam: true, yttranden: ['af'] });
    expect(own.lage.uppgifter.map(({ typ, verksamhet, forfaller }) => [typ, verksamhet, forfaller])).toEqual([
      ['yttrande', 'fk', '2026-11-16'],
      ['yttrande', 'ifo', '2026-11-16'],
      ['rekommendation', undefined, '2026-11-24'],
    ]);
    own.tillMotet().ta('rekommendation', { utfall: 'inskrivning', narvarande: VERKSAMHETER });
    expect(own.lage.fas).toBe('inskrivning');
  });

  test('a later meeting, the same one, one that has been and a case on no agenda are refused', () => {
    const own = tidigt();
    expect(own.hindret('skyndsamhet', { mote: DEC_1 })?.kod).toBe('inte_tidigare');
    expect(own.hindret('skyndsamhet', { mote: NOV_17 })?.kod).toBe('inte_tidigare');
    expect(own.hindret('skyndsamhet', { mote: '2026-11-01T08:00:00.000Z' })?.kod).toBe('mote_har_varit');
    expect(new Prov(samba).hindret('skyndsamhet', { mote: NOV_3 })?.kod).toBe('fel_fas');
  });
});
