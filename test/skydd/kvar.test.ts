import { laggTillRoll, taBortRoll, type Bemanning } from '../../api/records/bemanning.js';
import { oppnaKonto, stangKonto } from '../../api/records/forvaltning/konto.js';
import type { Insatsroll } from '../../domain/insats/bemanning.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { aRemiss } from '../support/remiss.js';
import type { Personkod } from '../support/grund.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';

/*
 * One ärende in which a sammankallande and a koordinator of the insats are named; another sammankallande is not. The tests
 * share it, and each goes on where the one before left it.
 */
describe('Those named for a protected person, as they lose what they could do', () => {
  let inst: Installation;
  let web: TestWeb;
  let id: string;
  let adress: string;
  beforeAll(async () => {
    inst = await startInstallation();
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    await inst.insatslage();
    await ge('annan_koordinator', 'sammankallande');
    const { person } = aRemiss(inst.grund, await inst.today());
    id = await inst.send({ person: { ...person, skyddad: true } as typeof person });
    adress = `/arenden/${(await inst.lage(id)).nummer}`;
    await inst.decide(
      id,
      'skyddad_identitet',
      'sammankallande',
      { ersattare: inst.grund.person.koordinator },
      { alias: 'Linden', skal: 'Skyddad folkbokföring.' },
    );
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const bemanning = async (): Promise<Bemanning> => ({
    av: inst.grund.person.kansli,
    nar: await inst.klocka.now(),
    insatsId: inst.grund.insats.id,
    insats: inst.grund.insats.kod,
    grund: 'kansli',
  });
  const ge = async (sub: Personkod, roll: Insatsroll) =>
    laggTillRoll(inst.prisma, { ...(await bemanning()), anvandareId: inst.grund.person[sub], roll });
  const ta = async (sub: Personkod, roll: Insatsroll) =>
    taBortRoll(inst.prisma, { ...(await bemanning()), anvandareId: inst.grund.person[sub], roll, ord: roll });
  const konto = async (change: typeof stangKonto | typeof oppnaKonto, sub: Personkod) =>
    change(inst.prisma, {
      av: inst.grund.person.kansli,
      anvandareId: inst.grund.person[sub],
      nar: await inst.klocka.now(),
    });

  const skyldiga = async (): Promise<string[]> =>
    (await inst.lage(id)).uppgifter
      .filter(({ typ }) => typ === 'namngivning')
      .map(({ roll, person }) => person ?? roll);
  /** Who owes the naming, once the ärende has looked. */
  const owedBy = async (...wanted: string[]): Promise<string[]> => {
    await until('the naming', async () => JSON.stringify(await skyldiga()) === JSON.stringify(wanted));
    return skyldiga();
  };
  const status = async (sub: Personkod, path = adress): Promise<number> => {
    const client = web.client();
    await client.login(sub);
    return (await client.get(path)).status;
  };

  it('are named anew when nobody of them is sammankallande any longer: who is left and may name is told at once', async () => {
    const { koordinator } = inst.grund.person;
    expect(await skyldiga()).toEqual([]);
    expect(await ta('sammankallande', 'sammankallande')).toBeUndefined();
    await owedBy(koordinator);
    expect(await status('koordinator', `${adress}/beslut/skyddad_identitet`)).toBe(200);
    expect(await status('annan_koordinator')).toBe(404);
    const told = { arendeId: id, uppgift: 'namngivning', slag: 'uppgift', mottagareId: koordinator };
    expect(await inst.prisma.utskick.count({ where: told })).toBe(1);
  });

  it('owe nothing when the role is given back', async () => {
    await ge('sammankallande', 'sammankallande');
    expect(await owedBy()).toEqual([]);
  });

  it('are too few when one of them is shut out, until she is let in again', async () => {
    await konto(stangKonto, 'koordinator');
    await owedBy('sammankallande');
    await konto(oppnaKonto, 'koordinator');
    expect(await owedBy()).toEqual([]);
  });

  it('are nobody when none of them may name others: those who lead the insats see the ärende, and they alone', async () => {
    await konto(stangKonto, 'sammankallande');
    await owedBy(inst.grund.person.koordinator);
    expect(await ta('koordinator', 'koordinator')).toBeUndefined();
    await owedBy('sammankallande');
    expect((await inst.lage(id)).namngivna).toEqual([]);
    expect(await status('annan_koordinator')).toBe(200);
    expect(await status('koordinator')).toBe(404);
    expect(await status('rep_af')).toBe(404);
    // who sent it was left out of those named, and names nobody
    expect(await status('remittent', `/remisser/${adress.split('/').at(-1)}`)).toBe(404);
    const remittent = web.client();
    await remittent.login('remittent');
    expect((await remittent.get('/remisser')).html).not.toContain(adress.split('/').at(-1));
    const told = { arendeId: id, slag: 'uppgift', uppgift: 'namngivning', mottagareId: inst.grund.person.remittent };
    expect(await inst.prisma.utskick.count({ where: told })).toBe(0);
  });

  it('are named by somebody whose chef is told in the end, and nobody else above her, as long as it is not done', async () => {
    const { prisma, grund } = inst;
    const { annan_koordinator: annan, annan_remittent: chef, remittent, rep_fk: hennesChef } = grund.person;
    for (const [person, chefId] of [
      [annan, chef],
      [remittent, hennesChef],
    ] as const)
      await prisma.anvandare.update({ where: { id: person }, data: { chefId }, select: { id: true } });
    const before = inst.mail.length;
    await inst.moveTo(kalender.instantAt(kalender.addArbetsdagar(await inst.today(), 20), '10:00'));
    const rows = await prisma.utskick.findMany({
      where: { arendeId: id, slag: { in: ['paminnelse', 'kannedom'] }, uppgift: 'namngivning' },
      select: { mottagareId: true },
    });
    expect(new Set(rows.map(({ mottagareId }) => mottagareId))).toEqual(new Set([annan, chef]));
    const chefens = inst.mail.slice(before).filter(({ to }) => JSON.stringify(to).includes('annan_remittent'));
    expect(chefens.length).toBeGreaterThan(0);
    expect(chefens[0]?.text).not.toContain((await inst.lage(id)).nummer);
    expect(await status('annan_remittent')).toBe(404);
  });

  it('are others after that, and the ärende goes on with them', async () => {
    await ge('koordinator', 'koordinator');
    const { annan_koordinator: annan, koordinator } = inst.grund.person;
    expect(
      await inst.decide(
        id,
        'skyddad_identitet',
        'annan_koordinator',
        { ersattare: koordinator },
        { alias: 'Linden', skal: 'Den som ledde har slutat.' },
      ),
    ).toMatchObject({ slag: 'fattat' });
    expect((await inst.lage(id)).namngivna).toEqual([annan, koordinator]);
    expect(await skyldiga()).toEqual([]);
    expect(await status('koordinator')).toBe(200);
  });
});
