import type { GivenRole } from '../../api/login/claim-mapping.js';
import { taEmotInloggning } from '../../api/records/inloggning.js';
import { laggTillRoll, laggTillTeamplats, taBortRoll, taBortTeamplats } from '../../api/records/bemanning.js';
import { sparaAviseringsval } from '../../api/records/aviseringsval.js';
import { oppnaKonto, stangKonto } from '../../api/records/forvaltning/konto.js';
import { kallaIn } from '../../api/records/mote/kalla-in.js';
import { publiceraProfil } from '../../api/records/profiler.js';
import type { Insatsbeslutsunderlag } from '../../domain/insats/lage.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { formatDatum } from '../../domain/datumord.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { weekday } from '../../domain/kalender/tid.js';
import { startInstallation, type Installation } from '../support/installation.js';
import type { Personkod } from '../support/grund.js';
import { readKalenderfil, type Lasthandelse } from '../support/kalenderfil.js';
import { until } from '../support/until.js';

const BAS = 'https://remiss.exempel.se';

/** The last Sunday of next October, when the clocks are set back. */
function omstallning(): string {
  let dag = `${new Date().getFullYear() + 1}-10-31`;
  while (weekday(dag) !== 7) dag = kalender.addDays(dag, -1);
  return dag;
}

/** A team that meets every Thursday at nine, the first time before the clocks are set back. */
const FORSTA = kalender.addDays(omstallning(), -3);
const torsdagar = (profil: Insatsprofil): Insatsprofil => {
  const [team] = profil.team;
  const moten = { forsta: FORSTA, veckor: 1, klockslag: '09:00', minuterPerArende: 20 };
  return { ...profil, team: [{ kod: team.kod, namn: team.namn, quorum: team.quorum, moten, platser: 9 }] };
};
const torsdag = (nr: number, klockslag = '09:00') => kalender.instantAt(kalender.addDays(FORSTA, 7 * nr), klockslag);
const timmar = (instant: string, antal: number) => new Date(Date.parse(instant) + antal * 3_600_000).toISOString();

/** A word to somebody's calendar, as her mail brought it. */
interface Ord extends Lasthandelse {
  readonly amne: string;
  readonly text: string;
  readonly method: string;
}

/** When the meeting was before, as its mail says. */
const tidigareIn = (ord: Ord | undefined): string | undefined => /^Tidigare: (.+)$/m.exec(ord?.text ?? '')?.[1];

/** The team, and who leads its insats. */
const TEAMET: readonly Personkod[] = ['rep_af', 'rep_fk', 'rep_kommun', 'rep_psykiatri', 'sammankallande'];

/*
 * A team and its calendars over some weeks. The tests share one clock that only moves forward, so they stand in the order of
 * their dates.
 */
describe('The calendars of those who come to a team’s meetings', () => {
  let inst: Installation;
  let read = 0;
  beforeAll(async () => {
    inst = await startInstallation({
      shape: torsdagar,
      from: kalender.instantAt(kalender.addDays(FORSTA, -1), '10:00'),
      baseUrl: BAS,
    });
    await inst.insatslage();
  });
  afterAll(() => inst.stop());

  const ordOf = ({ subject, text, attachments }: Installation['mail'][number]): Ord[] =>
    attachments
      .filter(({ contentType }) => contentType === 'text/calendar')
      .flatMap(({ content }) => {
        const { method = '', handelser } = readKalenderfil(content.toString('utf8'));
        return handelser.map((one) => ({ ...one, method, amne: subject ?? '', text: text ?? '' }));
      });

  /** What calendars have been told since the last time, by whom: waits until that many words have come. */
  async function sagt(antal: number): Promise<Partial<Record<Personkod, Ord[]>>> {
    const words = () => inst.mail.slice(read).filter((mail) => ordOf(mail).length > 0);
    await until(`${antal} words to calendars`, () => words().length >= antal, 30_000);
    await stilla();
    const all = words();
    read = inst.mail.length;
    expect(all).toHaveLength(antal);
    const by: Partial<Record<Personkod, Ord[]>> = {};
    for (const mail of all) {
      const [kod = ''] = ([mail.to].flat()[0]?.text ?? '').split('@');
      by[kod as Personkod] = [...(by[kod as Personkod] ?? []), ...ordOf(mail)];
    }
    for (const one of Object.values(by)) one.sort((a, b) => a.borjar.localeCompare(b.borjar));
    return by;
  }

  /** Nothing is on its way: neither to the engine nor to the mail server. */
  const stilla = () =>
    until(
      'everything to be told',
      async () =>
        (await inst.prisma.motoruppdrag.count()) === 0 &&
        (await inst.prisma.utskick.count({ where: { status: 'vantar', gar: { lte: await inst.klocka.now() } } })) === 0,
      30_000,
    );

  const team = () => inst.grund.insats.profil.team[0].kod;
  const andra = (data: Omit<Insatsbeslutsunderlag['motesandring'], 'team'>) =>
    inst
      .decideInsats('motesandring', 'sammankallande', { team: team(), ...data }, { skal: 'Hemligt skäl.' })
      .then((besked) => expect(besked).toMatchObject({ slag: 'fattat' }));
  const moteAt = async (borjar: string) =>
    (await inst.prisma.mote.findUniqueOrThrow({ where: { teamId_borjar: { teamId: inst.grund.teamId, borjar } } })).id;
  const uid = (moteId: string) => `mote-${moteId}@exempel.se`;
  const bemanning = async () => ({
    av: inst.grund.person.sammankallande,
    nar: await inst.klocka.now(),
    insatsId: inst.grund.insats.id,
    grund: 'sammankallande' as const,
    insats: inst.grund.insats.kod,
    teamId: inst.grund.teamId,
  });

  it('get the next two planned meetings at nine o’clock Swedish time, before and after the clocks are set back', async () => {
    const by = await sagt(10);
    expect(Object.keys(by).toSorted()).toEqual(TEAMET);
    for (const [kod, ord] of Object.entries(by)) {
      const [forst, sist] = ord;
      expect(ord).toHaveLength(2);
      expect(forst).toMatchObject({
        method: 'REQUEST',
        uid: uid(await moteAt(torsdag(0))),
        sekvens: 0,
        status: 'CONFIRMED',
        borjar: `${FORSTA}T07:00:00.000Z`,
        slutar: `${FORSTA}T10:00:00.000Z`,
        fran: 'mailto:remissflode@exempel.se',
        till: [`MAILTO:${kod}@exempel.se`],
        lank: `${BAS}/moten/${await moteAt(torsdag(0))}`,
      });
      expect(sist).toMatchObject({ sekvens: 0, borjar: `${kalender.addDays(FORSTA, 7)}T08:00:00.000Z` });
      expect(forst?.text).toMatch(/Möte: tors \d+ okt \d{4} klockan 09\.00, som längst till 12\.00/);
      expect(forst?.text).toContain('Ärenden: Inga på dagordningen än\n');
      expect(forst?.text).not.toContain('Tidigare');
    }
  });

  it('are told nothing of agendas that fill up, and have no word of what stands on them', async () => {
    const nummer: string[] = [];
    for (let nr = 0; nr < 2; nr += 1) {
      const id = await inst.send();
      await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
      nummer.push((await inst.lage(id)).nummer);
    }
    // the first case makes the row of a meeting farther on, which its team is called to; the second changes nothing
    const borjar = (await inst.prisma.motespunkt.findFirstOrThrow({ include: { mote: true } })).mote.borjar;
    expect(borjar.toISOString()).toBe(torsdag(2));
    const by = await sagt(5);
    expect(by.rep_fk).toMatchObject([{ method: 'REQUEST', sekvens: 0, borjar: torsdag(2) }]);
    const raw = JSON.stringify(inst.mail.flatMap(ordOf));
    for (const word of [...nummer, 'Personsson']) expect(raw).not.toContain(word);
  });

  it('follow a meeting that is moved, moved again, cancelled and held after all, under one id and growing numbers', async () => {
    const id = await moteAt(torsdag(1));
    const till = torsdag(1, '13:00');
    await andra({ slag: 'flytt', fran: torsdag(1), till });
    const flyttad = await sagt(5);
    await andra({ slag: 'flytt', fran: till, till: torsdag(1, '14:00') });
    const igen = await sagt(5);
    await andra({ slag: 'installt', fran: torsdag(1, '14:00') });
    // the meeting after is one of the next two now, but has been told of already
    const installd = await sagt(5);
    await andra({ slag: 'extra', till: torsdag(1, '14:00') });
    const hallen = await sagt(5);
    for (const kod of TEAMET) {
      const samma = { uid: uid(id), lank: `${BAS}/moten/${id}` };
      expect(flyttad[kod]).toMatchObject([{ ...samma, method: 'REQUEST', sekvens: 1, borjar: till }]);
      expect(igen[kod]).toMatchObject([{ ...samma, method: 'REQUEST', sekvens: 2, borjar: torsdag(1, '14:00') }]);
      expect(installd[kod]).toMatchObject([
        { ...samma, method: 'CANCEL', status: 'CANCELLED', sekvens: 3, borjar: torsdag(1, '14:00') },
      ]);
      expect(hallen[kod]).toMatchObject([
        { ...samma, method: 'REQUEST', status: 'CONFIRMED', sekvens: 4, slutar: torsdag(1, '17:00') },
      ]);
    }
    // each tells what the one before it said, and nothing when that still is so
    const tidigare = [flyttad, igen, installd, hallen].map(({ rep_af = [] }) => tidigareIn(rep_af[0]));
    const klockan = (klockslag: string) => `${formatDatum(torsdag(1))} klockan ${klockslag}`;
    expect(tidigare).toEqual([klockan('09.00'), klockan('13.00'), undefined, undefined]);
    expect([flyttad, installd, hallen].map(({ rep_af = [] }) => rep_af[0]?.amne.split(',')[0])).toEqual([
      'Vägknuten: mötet har ändrats',
      'Vägknuten: mötet är inställt',
      'Vägknuten: mötet har ändrats',
    ]);
    expect(JSON.stringify(installd)).not.toContain('Hemligt skäl');
  });

  it('of an ersättare have the meeting while she is called in', async () => {
    const { person, teamId, verksamhet } = inst.grund;
    const plats = { anvandareId: person.annan_remittent, verksamhetId: verksamhet.af, ersattare: true, parter: ['af'] };
    expect(await laggTillTeamplats(inst.prisma, { ...(await bemanning()), ...plats, teamId })).toBeUndefined();
    const moteId = await moteAt(torsdag(2));
    const kalla = async (inkallad: boolean) => {
      const arbete = { moteId, av: person.sammankallande, nu: (await inst.klocka.now()).toISOString() };
      expect(await kallaIn(inst.prisma, arbete, person.annan_remittent, inkallad)).toBeUndefined();
      return (await sagt(1)).annan_remittent;
    };
    expect(await kalla(true)).toMatchObject([{ method: 'REQUEST', sekvens: 0, borjar: torsdag(2) }]);
    expect(await kalla(false)).toMatchObject([
      { method: 'CANCEL', sekvens: 1, amne: expect.stringContaining('du är inte längre kallad till mötet') as string },
    ]);
    expect(await kalla(true)).toMatchObject([{ method: 'REQUEST', sekvens: 2 }]);
  });

  it('lose the coming meetings with the seat in the team, and have them again with a new one', async () => {
    const { person, verksamhet } = inst.grund;
    await inst.prisma.teammedlem.create({
      data: { teamId: inst.grund.teamId, anvandareId: person.annan_koordinator, verksamhetId: verksamhet.kommun },
    });
    const anvandareId = person.rep_kommun;
    expect(await taBortTeamplats(inst.prisma, { ...(await bemanning()), anvandareId })).toBeUndefined();
    const by = await sagt(6);
    expect(by.rep_kommun).toMatchObject([
      { method: 'CANCEL', sekvens: 1, borjar: torsdag(0) },
      { method: 'CANCEL', sekvens: 5, borjar: torsdag(1, '14:00') },
      { method: 'CANCEL', sekvens: 1, borjar: torsdag(2) },
    ]);
    // she may not open the meeting any longer: her mail leads to her own list
    for (const { lank, text } of by.rep_kommun ?? []) {
      expect(lank).toBe(`${BAS}/moten`);
      expect(text).toContain(`${BAS}/moten\n`);
    }
    expect(by.annan_koordinator?.map(({ method, sekvens }) => ({ method, sekvens }))).toEqual(
      Array.from({ length: 3 }, () => ({ method: 'REQUEST', sekvens: 0 })),
    );
    const plats = { anvandareId, verksamhetId: verksamhet.kommun, ersattare: false, parter: ['kommun'] };
    expect(await laggTillTeamplats(inst.prisma, { ...(await bemanning()), ...plats })).toBeUndefined();
    expect((await sagt(3)).rep_kommun?.map(({ method, sekvens }) => ({ method, sekvens }))).toEqual([
      { method: 'REQUEST', sekvens: 2 },
      { method: 'REQUEST', sekvens: 6 },
      { method: 'REQUEST', sekvens: 2 },
    ]);
  });

  it('of who wants no such mails are left as they are, and are put right when she wants them again', async () => {
    const valj = async (satt: 'inte' | 'direkt') =>
      sparaAviseringsval(inst.prisma, {
        anvandareId: inst.grund.person.rep_psykiatri,
        valen: { kallelse: satt },
        nu: await inst.klocka.now(),
      });
    await valj('inte');
    const till = torsdag(2, '10:00');
    await andra({ slag: 'flytt', fran: torsdag(2), till });
    // who leads, the ordinary members but her, the new one among them, and the ersättare who is called in
    const by = await sagt(6);
    expect(by.rep_psykiatri).toBeUndefined();
    expect(by.annan_remittent).toMatchObject([{ method: 'REQUEST', sekvens: 3, borjar: till }]);
    await valj('direkt');
    expect((await sagt(1)).rep_psykiatri).toMatchObject([{ method: 'REQUEST', sekvens: 1, borjar: till }]);
  });

  it('are told in the morning of what became of an evening: the last word alone, and nothing of what came and went', async () => {
    await inst.moveTo(timmar(torsdag(0), 13));
    // the first meeting has been held, and two that are told of already are the next ones
    expect(await sagt(0)).toEqual({});
    await andra({ slag: 'flytt', fran: torsdag(1, '14:00'), till: torsdag(1, '15:00') });
    await andra({ slag: 'flytt', fran: torsdag(1, '15:00'), till: torsdag(1, '16:00') });
    await andra({ slag: 'extra', till: torsdag(3, '16:00') });
    await andra({ slag: 'installt', fran: torsdag(3, '16:00') });
    await stilla();
    expect(await sagt(0)).toEqual({});
    await inst.moveTo(kalender.instantAt(kalender.addDays(FORSTA, 1), '07:01'));
    const by = await sagt(6);
    for (const [kod, ord] of Object.entries(by))
      expect({ kod, ord: ord.map(({ method, borjar }) => ({ method, borjar })) }).toEqual({
        kod,
        ord: [{ method: 'REQUEST', borjar: torsdag(1, '16:00') }],
      });
    // what she was told last, not the evening's step between
    expect(tidigareIn(by.rep_af?.[0])).toBe(`${formatDatum(torsdag(1))} klockan 14.00`);
  });

  it('are told of meetings that only become longer, under the same id', async () => {
    const { insats, person } = inst.grund;
    const [before] = insats.profil.team;
    const langre = { ...before, moten: { ...before.moten, minuterPerArende: 30 } };
    const version = await publiceraProfil(inst.prisma, {
      insatsId: insats.id,
      bas: 1,
      profil: { ...insats.profil, team: [langre] },
      kommentar: 'Längre möten',
      av: person.sammankallande,
      nar: await inst.klocka.now(),
      grund: 'sammankallande',
    });
    expect(version).toBe(2);
    // of the next two, and of the second the ersättare who is called in to it
    const by = await sagt(13);
    for (const [kod, ord] of Object.entries(by))
      for (const one of ord) {
        const { borjar } = one;
        const id = await moteAt(borjar);
        const slutar = timmar(borjar, 4.5);
        expect({ kod, ...one }).toMatchObject({ kod, method: 'REQUEST', uid: uid(id), borjar, slutar });
        expect(one.sekvens).toBeGreaterThan(0);
      }
    expect(by.annan_remittent).toHaveLength(1);
    expect(by.rep_af?.map(({ borjar }) => borjar)).toEqual([torsdag(1, '16:00'), torsdag(2, '10:00')]);
  });

  it('get the next planned meeting as each one passes, and nothing twice when the insats looks again', async () => {
    await inst.moveTo(timmar(torsdag(1, '16:00'), 24));
    const by = await sagt(6);
    expect(by.rep_fk).toMatchObject([{ method: 'REQUEST', sekvens: 0, borjar: torsdag(3) }]);
    await inst.prisma.motoruppdrag.create({ data: { slag: 'insats', refId: inst.grund.insats.id } });
    await stilla();
    await inst.moveTo(timmar(torsdag(1, '16:00'), 30));
    expect(await sagt(0)).toEqual({});
  });

  it('of who begins to lead the insats have its meetings, each once also when she sits in the team, until she leads it no more', async () => {
    await inst.moveTo(kalender.instantAt(kalender.addDays(FORSTA, 11), '09:00'));
    const { person } = inst.grund;
    const roll = { roll: 'sammankallande', ord: 'sammankallande' } as const;
    const given = { ...(await bemanning()), ...roll, anvandareId: person.ordforande };
    expect(await laggTillRoll(inst.prisma, { ...given, anvandareId: person.rep_af })).toBeUndefined();
    expect(await sagt(0)).toEqual({});
    expect(await laggTillRoll(inst.prisma, given)).toBeUndefined();
    const ord = (method: string, sekvens: number) =>
      [torsdag(2, '10:00'), torsdag(3)].map((borjar) => ({ method, sekvens, borjar }));
    expect(await sagt(2)).toMatchObject({ ordforande: ord('REQUEST', 0) });
    for (const anvandareId of [person.ordforande, person.rep_af])
      expect(await taBortRoll(inst.prisma, { ...given, anvandareId })).toBeUndefined();
    expect(await sagt(2)).toMatchObject({ ordforande: ord('CANCEL', 1) });
  });

  it('of whom the login makes sammankallande, and of whom it no longer does', async () => {
    const { person, insats } = inst.grund;
    const { sub } = await inst.prisma.anvandare.findUniqueOrThrow({ where: { id: person.ordforande } });
    const login = async (roller: GivenRole[]) =>
      taEmotInloggning(inst.prisma, { told: { sub, roller }, nyaPersoner: false, nar: await inst.klocka.now() });
    await login([{ roll: 'sammankallande', insats: insats.kod }]);
    const tider = [torsdag(2, '10:00'), torsdag(3)];
    const first = await sagt(2);
    expect(first.ordforande?.map(({ method, borjar }) => ({ method, borjar }))).toEqual(
      tider.map((borjar) => ({ method: 'REQUEST', borjar })),
    );
    await login([]);
    const then = await sagt(2);
    expect(then.ordforande?.map(({ method, borjar }) => ({ method, borjar }))).toEqual(
      tider.map((borjar) => ({ method: 'CANCEL', borjar })),
    );
  });

  it('of an ersättare have the meetings while the ordinary one’s account is closed', async () => {
    const { person, verksamhet } = inst.grund;
    const plats = { anvandareId: person.remittent, verksamhetId: verksamhet.fk, ersattare: true, parter: ['fk'] };
    expect(await laggTillTeamplats(inst.prisma, { ...(await bemanning()), ...plats })).toBeUndefined();
    const konto = { av: person.kansli, anvandareId: person.rep_fk, nar: await inst.klocka.now() };
    expect(await stangKonto(inst.prisma, konto)).toBeUndefined();
    const tider = [torsdag(2, '10:00'), torsdag(3)];
    expect(await sagt(2)).toMatchObject({
      remittent: tider.map((borjar) => ({ method: 'REQUEST', sekvens: 0, borjar })),
    });
    await oppnaKonto(inst.prisma, konto);
    const by = await sagt(4);
    expect(by.remittent).toMatchObject(tider.map((borjar) => ({ method: 'CANCEL', sekvens: 1, borjar })));
    expect(by.rep_fk).toMatchObject(tider.map((borjar) => ({ method: 'REQUEST', borjar })));
  });

  it('of who has left for good are told nothing, and hold nobody up', async () => {
    const { person } = inst.grund;
    const konto = { av: person.kansli, anvandareId: person.rep_fk, nar: await inst.klocka.now() };
    expect(await stangKonto(inst.prisma, konto)).toBeUndefined();
    expect(Object.keys(await sagt(2))).toEqual(['remittent']);
    await andra({ slag: 'installt', fran: torsdag(3) });
    // those who are left: the meeting is taken out, and the one after it is the second of the next two
    const by = await sagt(12);
    expect(by.rep_fk).toBeUndefined();
    expect(by.rep_af?.map(({ method, borjar }) => ({ method, borjar }))).toEqual([
      { method: 'CANCEL', borjar: torsdag(3) },
      { method: 'REQUEST', borjar: torsdag(4) },
    ]);
  });
});
