import { formatDatum, formatKlockslag } from '../../api/components/format.js';
import { decodeHtml } from '../support/html.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { whileTraceIsShut } from '../support/postgres.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

/** One meeting with two ärenden, the second without samtycke for the psychiatry; from agenda to closed minutes. */
describe('A meeting on the web', () => {
  let inst: Installation;
  let web: TestWeb;
  let alla: { id: string; nummer: string };
  let utan: { id: string; nummer: string };
  let mote: string;

  beforeAll(async () => {
    inst = await startInstallation();
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    const { person, verksamhet } = inst.grund;
    const accepted = async (change?: Parameters<Installation['send']>[0]) => {
      const id = await inst.send(change);
      await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
      return { id, nummer: (await inst.lage(id)).nummer };
    };
    alla = await accepted();
    const idag = await inst.today();
    utan = await accepted({
      person: {
        identifierad: true,
        personnummer: '198001022394',
        namn: 'Andra Andersson',
        kon: 'man',
        kommun: inst.grund.insats.profil.kommuner[0] ?? '0882',
        tolk: false,
        skyddad: false,
      },
      samtycken: [verksamhet.fk, verksamhet.af, verksamhet.kommun].map((one) => ({
        verksamhet: one,
        uppgiftsslag: ['halsa'],
        giltigtFran: idag,
        form: 'skriftligt',
      })),
      fraga: 'Hemlig fråga om Andra?',
    });
    const punkt = await inst.prisma.motespunkt.findFirstOrThrow({ where: { arendeId: alla.id } });
    mote = `/moten/${punkt.moteId}`;
    // the ordinary ersättare of af, who has another role elsewhere
    await inst.prisma.teammedlem.create({
      data: {
        teamId: inst.grund.teamId,
        anvandareId: person.annan_remittent,
        verksamhetId: verksamhet.af,
        ersattare: true,
      },
    });
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const as = async (sub: string): Promise<WebClient> => {
    const client = web.client();
    await client.login(sub);
    return client;
  };
  /** Where in a page each of two texts stands. */
  const order = (html: string, first: string, second: string) => html.indexOf(first) - html.indexOf(second);

  it('stands in the calendar of its team and of who leads the insats, and nowhere for others', async () => {
    for (const sub of ['rep_af', 'sammankallande']) {
      const { html } = await (await as(sub)).get('/moten');
      expect(html).toContain(mote);
      expect(html).toContain('Dagordningen är öppen');
    }
    for (const sub of ['remittent', 'kansli', 'koordinator']) {
      expect((await (await as(sub)).get('/moten')).html).not.toContain(mote);
      expect((await (await as(sub)).get(mote)).status).toBe(404);
    }
    expect((await (await as('rep_af')).get('/moten/nagot-annat')).status).toBe(404);
  });

  it('shows each only the ärenden that samtycke opens, keeps the times, and says who leaves the room', async () => {
    const ser = await (await as('rep_af')).get(mote);
    expect(ser.html).toContain('Prov Personsson');
    expect(ser.html).toContain('Hemlig fråga om Andra?');
    expect(ser.html).toMatch(/Lämnar rummet:<\/strong>\s*Vuxenpsykiatrin/);

    const lamnar = await (await as('rep_psykiatri')).get(mote);
    expect(lamnar.html).toContain('2. Ett ärende som du inte deltar i');
    expect(lamnar.html).toContain('Du lämnar rummet');
    for (const secret of ['Andra Andersson', 'Hemlig fråga', utan.nummer]) expect(lamnar.html).not.toContain(secret);
    const times = (html: string) =>
      html.match(/kl\. \d\d\.\d\d–\d\d\.\d\d/g)?.filter((one, at, all) => all.indexOf(one) === at);
    expect(times(lamnar.html)).toEqual(times(ser.html));
  });

  it('traces each ärende that is read there, and shows nothing when it cannot', async () => {
    const rows = () => inst.prisma.logg.count({ where: { arendeId: utan.id, handling: 'las_arende' } });
    const before = await rows();
    await (await as('rep_psykiatri')).get(mote);
    expect(await rows()).toBe(before);
    await (await as('rep_af')).get(mote);
    expect(await rows()).toBe(before + 1);
    const client = await as('rep_af');
    await whileTraceIsShut(inst.databaseUrl, async () => {
      const { status, html } = await client.get(mote);
      expect(status).toBeGreaterThanOrEqual(500);
      expect(html).not.toContain('Prov Personsson');
    });
  });

  it('says its day of the week, and leads who leads it to moving or cancelling just this one', async () => {
    const { borjar } = await inst.prisma.mote.findUniqueOrThrow({ where: { id: mote.slice('/moten/'.length) } });
    const { html, rubrik } = await (await as('sammankallande')).get(mote);
    expect(rubrik).toBe(`Möte ${formatDatum(borjar)} kl. ${formatKlockslag(borjar)}`);
    const [, flytta = ''] = /href="([^"]*slag=flytt[^"]*)"/.exec(html) ?? [];
    const form = await (await as('sammankallande')).get(decodeHtml(flytta));
    expect(form.rubrik).toBe('Flytta ett möte');
    expect(form.html).toMatch(new RegExp(`<option value="${borjar.toISOString()}" selected`));
    expect(html).toContain('slag=installt');
    expect(html).toContain('slag=extra');
    expect((await (await as('rep_af')).get(mote)).html).not.toContain('slag=flytt');
  });

  it('is printed as an agenda without names', async () => {
    const { html, status } = await (await as('sammankallande')).get(`${mote}/dagordning`);
    expect(status).toBe(200);
    expect(html).toContain(alla.nummer);
    expect(html).toContain('Vuxenpsykiatrin');
    for (const name of ['Prov Personsson', 'Andra Andersson', 'Hemlig fråga']) expect(html).not.toContain(name);
  });

  it('is put in another order by who leads it alone, a step or to a place, with a trace', async () => {
    const client = await as('sammankallande');
    const moved = await client.post(`${mote}/ordning`, { arende: utan.id, steg: 'upp' }, mote);
    expect(moved.html).toContain('Ordningen är ändrad.');
    expect(order(moved.html, '1. Andra Andersson', '2. Prov Personsson')).toBeLessThan(0);
    await client.post(`${mote}/ordning`, { arende: utan.id, plats: '2' }, mote);
    expect((await client.get(mote)).html).toContain('2. Andra Andersson');
    expect((await client.post(`${mote}/ordning`, { arende: utan.id, plats: 'sist' }, mote)).html).toContain(
      'Skriv platsen på dagordningen med siffror',
    );
    expect(await inst.prisma.logg.findMany({ where: { handling: 'motesordning' }, select: { data: true } })).toEqual([
      { data: expect.objectContaining({ andrat: { plats: [2, 1] } }) as unknown },
      { data: expect.objectContaining({ andrat: { plats: [1, 2] } }) as unknown },
    ]);
    const rep = await as('rep_af');
    expect((await rep.get(mote)).html).not.toContain('Ändra ordningen');
    expect((await rep.post(`${mote}/ordning`, { arende: utan.id, steg: 'upp' }, '/mig')).status).toBe(403);
  });

  it('gives a called-in ersättare the yttranden of its ärenden', async () => {
    const ersattare = await as('annan_remittent');
    const owed = async () => (await ersattare.get('/uppgifter')).html.includes(alla.nummer);
    expect(await owed()).toBe(false);
    const client = await as('sammankallande');
    const inkallad = inst.grund.person.annan_remittent;
    const told = await client.post(`${mote}/ersattare`, { ersattare: inkallad, inkallad: 'ja' }, mote);
    expect(told.html).toContain('Ersättaren är inkallad.');
    expect(await owed()).toBe(true);
    const mails = () => inst.mail.filter(({ subject }) => subject?.includes('du är inkallad till ett möte'));
    await until('the mail', () => Promise.resolve(mails().length === 1));
    const [{ text = '', to } = { to: undefined }] = mails();
    expect([to].flat()[0]?.text).toBe('annan_remittent@exempel.se');
    expect(text).toContain(mote);
    expect(text).toMatch(/Ärenden:?\s+2/);
    for (const secret of [alla.nummer, 'Prov Personsson', 'Hemlig fråga']) expect(text).not.toContain(secret);
    // said twice it is one calling-in
    await client.post(`${mote}/ersattare`, { ersattare: inkallad, inkallad: 'ja' }, mote);
    expect(await inst.prisma.utskick.count({ where: { slag: 'inkallelse' } })).toBe(1);
    const gone = { where: { id: inkallad }, data: { aktiv: false } };
    await client.post(`${mote}/ersattare`, { ersattare: inkallad, inkallad: 'nej' }, mote);
    await inst.prisma.anvandare.update(gone);
    const left = await client.post(`${mote}/ersattare`, { ersattare: inkallad, inkallad: 'ja' }, mote);
    expect(left.html).toContain('Kalla in en annan ersättare.');
    await inst.prisma.anvandare.update({ ...gone, data: { aktiv: true } });
    const wrong = await client.post(`${mote}/ersattare`, { ersattare: inst.grund.person.rep_fk, inkallad: 'ja' }, mote);
    expect(wrong.html).toContain('Välj en av teamets ersättare.');
    expect(await inst.prisma.logg.count({ where: { handling: 'ersattare_inkallad' } })).toBe(1);
  });

  it('becomes its own minutes, decided from the page and back to it, and is closed when every ärende has an outcome', async () => {
    const client = await as('sammankallande');
    expect((await client.post(`${mote}/stang`, {}, mote)).html).toContain('Mötet har inte börjat');
    await inst.moveTo((await inst.lage(alla.id)).mote?.borjar ?? '');
    const form = `/arenden/${alla.nummer}/beslut/rekommendation?mote=${mote.slice('/moten/'.length)}`;
    expect((await client.get(mote)).html).toContain(form);
    const done = await client.post(form, {
      utfall: 'inskrivning',
      narvarande: [inst.grund.verksamhet.fk, inst.grund.verksamhet.af, inst.grund.verksamhet.kommun],
      motivering: 'Flera behövs samtidigt.',
    });
    expect(done.address).toBe(mote);
    for (const text of ['Flera behövs samtidigt.', 'av Test sammankallande', 'Inget svar', 'Försäkringskassan'])
      expect(done.html).toContain(text);
    expect((await client.post(`${mote}/ordning`, { arende: utan.id, steg: 'upp' }, mote)).html).toContain(
      'Ordningen kan inte ändras längre',
    );
    expect((await client.post(`${mote}/stang`, {}, mote)).html).toContain('Ett ärende saknar rekommendation');
    await inst.decide(
      utan.id,
      'rekommendation',
      'sammankallande',
      { utfall: 'bordlagd', narvarande: [] },
      { motivering: 'Hann inte.', atgarder: [] },
    );
    const closed = await client.post(`${mote}/stang`, {}, mote);
    expect(closed.html).toContain('Protokollet är stängt.');
    expect(closed.html).toContain('av Test sammankallande');
    expect(await inst.prisma.logg.count({ where: { handling: 'protokoll_stangt' } })).toBe(1);
    expect((await client.post(`${mote}/stang`, {}, mote)).html).toContain('Protokollet är stängt.');
    expect(await inst.prisma.logg.count({ where: { handling: 'protokoll_stangt' } })).toBe(1);
  });
});
