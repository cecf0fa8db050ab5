import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { tillInskrivning } from '../support/till-inskrivning.js';
import { startWeb, type TestWeb } from '../support/web.js';

/** One case with a hard maximum on the real engine; the tests share its clock and stand in the order of their dates. */
describe('A hard insatstid', () => {
  let inst: Installation;
  let web: TestWeb;
  let id: string;
  let adress: string;

  beforeAll(async () => {
    inst = await startInstallation({
      shape: (profile) => ({
        ...profile,
        insatstid: { slag: 'hard', manader: 4, varningDagarFore: [90, 30, 7] },
        medel: { riktlinjer: 'Kurser.', takPerBeslut: 5000, arssumma: 7000 },
      }),
    });
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    id = await tillInskrivning(inst);
    const idag = await inst.today();
    const { koordinator } = inst.grund.person;
    await inst.decide(
      id,
      'inskrivning',
      'sammankallande',
      { beslutsdatum: idag, startdatum: idag, koordinator, overinskrivning: false },
      {},
    );
    adress = `/arenden/${(await inst.lage(id)).nummer}/beslut`;
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const som = async (sub: string) => {
    const client = web.client();
    await client.login(sub);
    return client;
  };
  const slut = async () => (await inst.lage(id)).insatstid?.slut ?? '';
  const forslag = async () => (await inst.lage(id)).medel?.at(-1)?.id ?? '';
  const foresla = async (belopp: number, av: 'koordinator' | 'sammankallande' = 'koordinator') => {
    const formular = { vad: 'Truckkort', motivering: 'Behövs för jobbet.' };
    await inst.decide(id, 'medelforslag', av, { belopp, extern: false }, formular);
    return forslag();
  };

  it('lets sammankallande grant medel within the ceiling and the year’s sum, and nobody her own proposal', async () => {
    const own = await foresla(1000, 'sammankallande');
    const bifall = (vilket: string, belopp: number) => ({ forslag: vilket, utfall: 'bifall', belopp }) as const;
    expect(await inst.decide(id, 'medelbeslut', 'sammankallande', bifall(own, 1000), {})).toMatchObject({
      hinder: { kod: 'eget_forslag' },
    });
    expect(await inst.decide(id, 'medelbeslut', 'ordforande', bifall(own, 1000), {})).toMatchObject({
      hinder: { kod: 'fel_roll' },
    });
    const [first, second] = [await foresla(4000), await foresla(4000)];
    const client = await som('sammankallande');
    const { html } = await client.get(`${adress}/medelbeslut?ref=${second}`);
    expect(html).toMatch(/7\s000 kronor/);
    expect(html).toContain(`value="${second}" checked`);
    expect(await inst.decide(id, 'medelbeslut', 'sammankallande', bifall(first, 4000), {})).toMatchObject({
      slag: 'fattat',
    });
    expect(await inst.decide(id, 'medelbeslut', 'sammankallande', bifall(second, 4000), {})).toMatchObject({
      hinder: { kod: 'over_arssumman' },
    });
    expect((await client.get(`${adress}/medelbeslut`)).html).toMatch(/3\s000 kronor/);
  });

  it('sends what the year’s sum cannot bear to the styrgrupp, who reads it without the person', async () => {
    const over = await foresla(4500);
    expect(await inst.prisma.medel.findUniqueOrThrow({ where: { id: over } })).toMatchObject({ beslutas: 'styrgrupp' });
    const client = await som('ordforande');
    const page = await client.get(`${adress}/medelbeslut?ref=${over}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('Testsson');
    await client.post(`${adress}/medelbeslut?ref=${over}`, { forslag: over, utfall: 'bifall', belopp: '4 500' });
    const { ar, ...row } = await inst.prisma.medel.findUniqueOrThrow({ where: { id: over } });
    expect(row).toMatchObject({ utfall: 'bifall', beslutatBelopp: 4500 });
    expect(String(ar)).toBe((await inst.today()).slice(0, 4));
  });

  it('is warned of three times by mail, and each time by one task', async () => {
    await inst.moveTo(kalender.instantAt(kalender.addDays(await slut(), -2), '12:00'));
    const { koordinator } = inst.grund.person;
    const told = { arendeId: id, uppgift: 'insatstid', mottagareId: koordinator };
    expect(await inst.prisma.utskick.count({ where: { ...told, slag: 'uppgift' } })).toBe(1);
    expect(await inst.prisma.handelse.count({ where: { arendeId: id, typ: 'insatstid_varning' } })).toBe(2);
    expect(await inst.prisma.uppgift.count({ where: { arendeId: id, typ: 'insatstid' } })).toBe(1);
    const dialog = { dialogdatum: await inst.today(), slut: kalender.addMonths(await slut(), 1) };
    expect(await inst.decide(id, 'forlangningsforslag', 'koordinator', dialog, { behov: 'Mer tid.' })).toMatchObject({
      hinder: { kod: 'langsta_tid' },
    });
  });

  it('when passed waits for the styrgrupp, and goes on only by its exception', async () => {
    await inst.moveTo(kalender.instantAt(kalender.addDays(await slut(), 1), '12:00'));
    const { nastaUppgift, nastaRoll, overTidenSedan } = await inst.prisma.arende.findUniqueOrThrow({ where: { id } });
    expect({ nastaUppgift, nastaRoll }).toEqual({ nastaUppgift: 'langsta_tid', nastaRoll: 'styrgrupp' });
    expect(overTidenSedan).toEqual(new Date(`${kalender.addDays(await slut(), 1)}T00:00:00Z`));
    const teamlyft = await inst.decide(id, 'teamlyft', 'koordinator', {}, { fraga: 'Hur går vi vidare?' });
    expect(teamlyft).toMatchObject({ hinder: { kod: 'langsta_tid' } });

    const client = await som('ordforande');
    const page = await client.get(`${adress}/undantag`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('Testsson');
    const nytt = kalender.addMonths(await slut(), 2);
    await client.post(`${adress}/undantag`, { slut: nytt, skal: 'En anställning väntar.' });
    expect(await slut()).toBe(nytt);
    expect(await inst.prisma.undantag.findMany({ where: { arendeId: id }, select: { skal: true } })).toEqual([
      { skal: 'En anställning väntar.' },
    ]);
    expect(await inst.decide(id, 'undantag', 'ordforande', { slut: nytt }, { skal: 'Igen.' })).toMatchObject({
      hinder: { kod: 'inte_langre' },
    });
  });
});
