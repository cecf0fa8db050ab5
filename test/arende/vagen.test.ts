import { startInstallation, type Installation } from '../support/installation.js';
import { whileTraceIsShut } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';
import { statementsDuring } from '../listor/statements.js';

/** The way of one case as its people walk it in their browsers, on real servers. */
describe('A case on the web, from the review to the end of the kartläggning', () => {
  let inst: Installation;
  let web: TestWeb;
  let nummer: string;
  let arendeId: string;

  beforeAll(async () => {
    inst = await startInstallation({ insats: 'vagknuten' });
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    arendeId = await inst.send();
    ({ nummer } = await inst.lage(arendeId));
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
  const decide = async (sub: string, typ: string, fields: Record<string, string | string[]>) =>
    (await as(sub)).post(`/arenden/${nummer}/beslut/${typ}`, fields);

  it('is decided step by step by those whose step it is, each told what became of it', async () => {
    const taken = await decide('sammankallande', 'granskning', { utfall: 'accepterad', skal: '' });
    expect(taken).toMatchObject({ status: 200, address: `/arenden/${nummer}` });
    expect(taken.html).toContain('Remissen är mottagen.');

    const answered = await decide('rep_af', 'yttrande', {
      verksamhet: inst.grund.verksamhet.af,
      text: 'Vi har en plats på jobbspåret.',
    });
    expect(answered.html).toContain('Yttrandet är lämnat.');
    const meetings = await (await as('rep_psykiatri')).get(`/arenden/${nummer}/moten`);
    expect(meetings.html).toContain('Vi har en plats på jobbspåret.');

    const byKinds = (await (await as('rep_psykiatri')).get(`/arenden/${nummer}`)).html;
    expect(byKinds).toContain('Lång frånvaro från arbetslivet.');
    expect(byKinds).toContain('Sysselsättning');
    expect(byKinds).not.toContain('Ekonomiskt bistånd');
    expect(byKinds).toContain(
      'Samtycket omfattar inte försörjning och ekonomi, utbildning eller sociala förhållanden.',
    );
    const whole = (await (await as('sammankallande')).get(`/arenden/${nummer}`)).html;
    expect(whole).toContain('Ekonomiskt bistånd');
    expect(whole).not.toContain('Samtycket omfattar inte');

    await inst.moveTo((await inst.lage(arendeId)).mote?.borjar ?? '');
    await decide('sammankallande', 'rekommendation', {
      utfall: 'inskrivning',
      narvarande: Object.values(inst.grund.verksamhet),
      motivering: 'Flera behövs samtidigt.',
    });
    const idag = await inst.today();
    const remiss = await (await as('remittent')).send(`/arenden/${nummer}/beslut/personens_svar`, []);
    expect(remiss.status).toBe(409);
    await (await as('sammankallande')).get(`/arenden/${nummer}`);
    const svar = await decide('sammankallande', 'personens_svar', {
      svar: 'ja',
      datum: idag,
      till: 'Test remittent',
      satt: 'telefon',
    });
    expect(svar.html).toContain('Personens ja är registrerat.');
    await decide('sammankallande', 'inskrivning', {
      beslutsdatum: idag,
      startdatum: idag,
      koordinator: inst.grund.person.koordinator,
    });
    const done = await decide('koordinator', 'kartlaggning', {
      klar: idag,
      instrument: 'Tuba',
      utfordAv: 'Test koordinator',
      certifierad: 'ja',
      sammanfattning: 'Kan mer än vad som syns.',
      resurser: 'Vana vid djur.',
      hinder: '',
      spar: 'langre_insats',
    });
    expect(done.html).toContain('Kartläggningen är avslutad.');
    expect(done.html).toContain('Kan mer än vad som syns.');
    expect((await inst.lage(arendeId)).fas).toBe('process');
  });

  it('then shows its whole history, what is planned, and asks for the next step', async () => {
    const client = await as('koordinator');
    const { html } = await client.get(`/arenden/${nummer}/tidslinje`);
    for (const words of [
      'Remissen kom in',
      'Remissen togs emot',
      'Arbetsförmedlingen lämnade yttrande',
      'Teamets rekommendation: Inskrivning',
      'Personens svar: Ja',
      'Vägledare: Test koordinator',
      'Kartläggningen avslutades',
      'Sista dag: Registrera planuppföljning',
      'Insatstiden går ut',
    ])
      expect(html).toContain(words);
    expect((await client.get(`/arenden/${nummer}`)).html).toContain('Registrera planuppföljning');
  });

  it('is shown with a small number of statements', async () => {
    const client = await as('koordinator');
    // each page counts what waits for its reader; the overview also reads who has which task, a form the team's calendar
    const most = { '': 10, '/moten': 9, '/samtycken': 9, '/tidslinje': 9, '/beslut/planuppfoljning': 12 };
    for (const [path, statements] of Object.entries(most)) {
      const said = await statementsDuring(() => client.get(`/arenden/${nummer}${path}`));
      expect(said.length).toBeLessThanOrEqual(statements);
    }
  });

  it('shows who has read and done what to who leads the insats, and to nobody else', async () => {
    const { html } = await (await as('sammankallande')).get(`/arenden/${nummer}/logg`);
    for (const words of [
      'Beslutade: Avsluta kartläggningen',
      'Läste ärendet: loggen',
      'Test rep_af',
      'Skickade remissen',
    ])
      expect(html).toContain(words);
    const koordinator = await as('koordinator');
    expect((await koordinator.get(`/arenden/${nummer}/logg`)).status).toBe(404);
    expect((await koordinator.get(`/arenden/${nummer}`)).html).not.toContain(`/arenden/${nummer}/logg`);
  });

  it('traces every reading before it is shown, and shows nothing when it cannot be traced', async () => {
    const client = await as('koordinator');
    const before = await inst.prisma.logg.count({ where: { arendeId, handling: 'las_arende' } });
    await client.get(`/arenden/${nummer}/samtycken`);
    expect(await inst.prisma.logg.count({ where: { arendeId, handling: 'las_arende' } })).toBe(before + 1);
    expect(
      await inst.prisma.logg.findFirst({ where: { arendeId, handling: 'las_arende' }, orderBy: { id: 'desc' } }),
    ).toMatchObject({
      avId: inst.grund.person.koordinator,
      grund: 'koordinator',
    });

    await whileTraceIsShut(inst.databaseUrl, async () => {
      for (const path of ['', '/moten', '/samtycken', '/tidslinje', '/beslut/planuppfoljning']) {
        const { status, html } = await client.get(`/arenden/${nummer}${path}`);
        expect(status).toBeGreaterThanOrEqual(500);
        expect(html).not.toContain('Prov Personsson');
      }
    });
  });

  it('shows a protected person by alias: neither name, number, kommun nor contact is in any page', async () => {
    const id = await inst.send({
      person: {
        identifierad: true,
        personnummer: '198001022394',
        namn: 'Hemlig Skyddsson',
        kon: 'kvinna',
        kommun: '0882',
        telefon: '0701740699',
        epost: 'hemlig@exempel.se',
        tolk: false,
        skyddad: true,
      },
    });
    const other = (await inst.lage(id)).nummer;
    const client = await as('sammankallande');
    for (const path of ['', '/moten', '/samtycken', '/tidslinje', '/beslut/granskning']) {
      const { status, html } = await client.get(`/arenden/${other}${path}`);
      expect(status).toBe(200);
      for (const secret of ['Hemlig', '198001022394', '19800102-2394', '0701740699', 'hemlig@', 'Oskarshamn'])
        expect(html).not.toContain(secret);
    }
  });
});
