import { dayOf } from '../../domain/kalender/tid.js';
import { asDate } from '../../prisma/client.js';
import type { Personkod } from '../support/grund.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { startWeb, type TestWeb } from '../support/web.js';

/** One summer on the real engine: Friday 25 June 2027 is midsommarafton. The tests share its clock, in the order of their dates. */
describe('The reminders of a task that nobody does', () => {
  let inst: Installation;
  let web: TestWeb;
  let granskning: string;
  let komplettering: string;

  beforeAll(async () => {
    inst = await startInstallation({ from: '2027-06-14T08:00:00.000Z' });
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    const { person } = inst.grund;
    await inst.prisma.roll.updateMany({ where: { anvandareId: person.ordforande }, data: { ordforande: true } });
    await inst.prisma.anvandare.update({
      where: { id: person.remittent },
      data: { ersattareId: person.annan_remittent },
    });
    granskning = await inst.send();
    komplettering = await inst.send();
    const data = { utfall: 'komplettering' } as const;
    await inst.decide(komplettering, 'granskning', 'sammankallande', data, { skal: 'Vad har prövats?' });
  });
  afterAll(async () => {
    await web?.stop();
    await inst?.stop();
  });

  const kod = (id: string): string =>
    Object.entries(inst.grund.person).find(([, one]) => one === id)?.[0] ?? 'somebody else';
  /** What was told of an ärende, and what was not and why, by day. */
  async function told(arendeId: string, uppgift: string): Promise<string[]> {
    const rows = await inst.prisma.utskick.findMany({
      where: { arendeId, uppgift, slag: { in: ['paminnelse', 'kannedom'] } },
      orderBy: [{ skapat: 'asc' }, { slag: 'desc' }, { skal: { sort: 'asc', nulls: 'first' } }],
    });
    return rows.map(
      ({ skapat, slag, mottagareId, status, skal }) =>
        `${dayOf(skapat)} ${slag} ${kod(mottagareId)}: ${skal ?? status}`,
    );
  }
  const text = (html: string): string =>
    html
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/[\s\u00A0]+/g, ' ')
      .replaceAll(' :', ':');
  const page = async (som: Personkod, path: string) => {
    const client = web.client();
    await client.login(som);
    const answer = await client.get(path);
    return { ...answer, text: text(answer.html) };
  };

  it('climb in working days, over who is the same person, to who leads the styrgrupp; kansli hears once, by number', async () => {
    const { person } = inst.grund;
    // the remittent is away over midsommar: what is hers goes to who stands in for her
    await inst.prisma.franvaro.create({
      data: {
        anvandareId: person.remittent,
        ersattareId: person.rep_fk,
        fran: asDate('2027-06-28'),
        till: asDate('2027-07-02'),
        skapadAvId: person.remittent,
        skapad: new Date(),
      },
    });
    await inst.moveTo('2027-07-12T12:00:00.000Z');
    expect(await told(granskning, 'granskning')).toEqual([
      '2027-06-17 paminnelse sammankallande: skickat',
      '2027-06-22 paminnelse sammankallande: skickat',
      '2027-07-02 paminnelse ordforande: skickat',
      '2027-07-02 paminnelse sammankallande: samma_person',
      '2027-07-02 kannedom kansli: skickat',
      '2027-07-09 paminnelse ordforande: skickat',
    ]);
    expect(await told(komplettering, 'komplettering')).toEqual([
      '2027-06-23 paminnelse remittent: skickat',
      '2027-06-29 paminnelse rep_fk: skickat',
      '2027-07-02 paminnelse rep_fk: skickat',
      '2027-07-06 paminnelse annan_remittent: skickat',
    ]);
    const kannedom = inst.mail.find(({ subject }) => subject?.includes('lyft till styrgruppen'));
    expect(kannedom?.text).toContain('/kansli/arenden/');
    expect(inst.mail.find(({ text: body }) => body?.includes('Du är ersättare'))?.to).toMatchObject({
      text: 'annan_remittent@exempel.se',
    });
  });

  it('stand on the case with whom each reached, what it passed and what became of its mail, and with what comes next', async () => {
    const { nummer } = await inst.lage(granskning);
    const read = await page('sammankallande', `/arenden/${nummer}/paminnelser`);
    expect(read.text).toContain('Granska remissen');
    expect(read.text).toContain(
      'Styrgruppens ordförande. Projektledare är samma person som redan har påmints. Test ordforande: lämnat till mejlservern 2 juli 2027',
    );
    expect(read.text).toContain('Test sammankallande: skickades inte: samma person som i ett tidigare steg');
    expect(read.text).toContain('Test kansli, kansliet för kännedom');
    expect(read.text).toMatch(/Nästa påminnelse.*fre 23 juli 2027 Styrgruppens ordförande\./);
    const [first] = await inst.prisma.utskick.findMany({ where: { arendeId: granskning, slag: 'paminnelse' } });
    await inst.prisma.utskick.update({ where: { id: first?.id ?? '' }, data: { status: 'studsat', fel: '5.1.1' } });
    expect((await page('sammankallande', `/arenden/${nummer}/paminnelser`)).text).toContain('kom tillbaka (5.1.1)');
  });

  it('lead who leads the styrgrupp to a list of what is late, by number and role, as long as it is undone', async () => {
    const { nummer } = await inst.lage(granskning);
    const lyfta = async () => (await page('ordforande', '/styrgrupp')).text;
    expect(await lyfta()).toMatch(new RegExp(`${nummer} Vägknuten Granska remissen Sammankallande 2027-06-17`));
    expect(await lyfta()).not.toContain('Personsson');
  });

  it('are nobody’s to read who does not lead the case, and without names for kansli', async () => {
    const { nummer } = await inst.lage(granskning);
    expect((await page('rep_af', `/arenden/${nummer}/paminnelser`)).status).toBe(404);
    const kansli = await page('kansli', `/kansli/arenden/${nummer}`);
    expect(kansli.text).toContain('Projektledare är samma person som redan har påmints.');
    expect(kansli.text).toContain('Kommunens socialtjänst: lämnat till mejlservern');
    expect(kansli.html).not.toMatch(/Test (sammankallande|ordforande|remittent)/);
  });
});
