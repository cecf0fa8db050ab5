import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';
import { aRemiss } from '../support/remiss.js';
import type { Personkod } from '../support/grund.js';

const NAMN = 'Prov Personsson';
const ALIAS = 'Linden';

/*
 * One remiss about a protected person, from its sending to its reminders. The tests share it, and each goes on where the
 * one before left it.
 */
describe('A person whose details are protected', () => {
  let inst: Installation;
  let web: TestWeb;
  let id: string;
  let nummer: string;
  beforeAll(async () => {
    inst = await startInstallation();
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    await inst.insatslage();
    const { person } = aRemiss(inst.grund, await inst.today());
    id = await inst.send({ person: { ...person, skyddad: true } as typeof person });
    nummer = (await inst.lage(id)).nummer;
    await inst.prisma.roll.create({
      data: {
        anvandareId: inst.grund.person.annan_koordinator,
        roll: 'sammankallande',
        insatsId: inst.grund.insats.id,
      },
    });
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const as = async (sub: Personkod): Promise<WebClient> => {
    const client = web.client();
    await client.login(sub);
    return client;
  };
  /** Whether somebody's pages tell of the ärende at all, by its number, the alias or the person's name. */
  async function tells(sub: Personkod, ...paths: string[]): Promise<string[]> {
    const client = await as(sub);
    const found: string[] = [];
    for (const path of paths) {
      const { html, status } = await client.get(path);
      const shown = html.replaceAll(/\s+/g, ' ');
      if (status < 400 && [nummer, ALIAS, NAMN].some((word) => shown.includes(word))) found.push(path);
    }
    return found;
  }
  const status = async (sub: Personkod, path: string): Promise<number> => (await (await as(sub)).get(path)).status;
  const LISTOR = ['/', '/uppgifter?visa=alla', '/uppgifter?visa=teamets', '/dagen', '/arenden', '/remisser'];

  it('is seen by the remittent and who leads the insats alone until people are named, which is a task of theirs', async () => {
    expect(await status('sammankallande', `/arenden/${nummer}`)).toBe(200);
    expect(await status('remittent', `/remisser/${nummer}`)).toBe(200);
    const { html } = await (await as('sammankallande')).get(`/arenden/${nummer}`);
    expect(html).toContain('Ingen är namngiven än');
    const { uppgifter } = await inst.lage(id);
    expect(uppgifter.map(({ typ, roll, forfaller }) => ({ typ, roll, forfaller }))).toContainEqual({
      typ: 'namngivning',
      roll: 'sammankallande',
      forfaller: kalender.addArbetsdagar(await inst.today(), 2),
    });

    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    for (const sub of ['rep_af', 'koordinator', 'ordforande', 'kansli', 'annan_remittent'] as const) {
      expect(await status(sub, `/arenden/${nummer}`)).toBe(404);
      expect(await tells(sub, ...LISTOR, '/kansli', '/styrgrupp', `/insatser/${inst.grund.insats.kod}`)).toEqual([]);
    }
  });

  it('stands on the agenda as a turn and nothing else for who may not see her', async () => {
    const { moteId } = await inst.prisma.motespunkt.findFirstOrThrow({ where: { arendeId: id, utgatt: false } });
    const path = `/moten/${moteId}`;
    expect(await status('rep_af', path)).toBe(200);
    expect(await tells('rep_af', path)).toEqual([]);
    expect(await tells('sammankallande', path)).toEqual([path]);
  });

  it('takes no alias with her name in it, keeps what was typed, and tells who does not see the name nothing of it', async () => {
    const { koordinator } = inst.grund.person;
    const choose = async (alias: string) =>
      (await as('sammankallande')).post(`/arenden/${nummer}/beslut/skyddad_identitet`, {
        alias,
        ersattare: koordinator,
        skal: 'Skyddad folkbokföring.',
      });
    const answer = await choose('lilla PRÖV');
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Aliaset kan inte användas. Välj ett påhittat namn');
    expect(answer.html).toContain('value="lilla PRÖV"');
    expect(answer.html).toContain('Skyddad folkbokföring.');
    expect(answer.html).not.toContain('riktiga namn');
    expect(answer.html).not.toContain(NAMN);
    expect((await inst.lage(id)).namngivna).toBeUndefined();

    const { individId } = await inst.prisma.arende.findUniqueOrThrow({ where: { id }, select: { individId: true } });
    const skydda = (skyddad: boolean) =>
      inst.prisma.individ.update({ where: { id: individId }, data: { skyddad }, select: { id: true } });
    await skydda(false);
    const { html } = await choose('Personssons');
    await skydda(true);
    expect(html).toContain(NAMN);
    expect(html).toContain('Aliaset innehåller en del av personens riktiga namn.');
  });

  it('has an alias from the moment it is given, also in the remiss that its sender wrote, and never the name', async () => {
    const { sammankallande, koordinator, remittent, rep_af: rep } = inst.grund.person;
    const client = await as('sammankallande');
    const form = await client.get(`/arenden/${nummer}/beslut/skyddad_identitet`);
    expect(form.html).toContain('Fler som behöver se ärendet');
    const answer = await client.post(`/arenden/${nummer}/beslut/skyddad_identitet`, {
      alias: ALIAS,
      ersattare: koordinator,
      fler: [remittent, rep],
      skal: 'Skyddad folkbokföring.',
    });
    expect(answer.status).toBe(200);
    expect(new Set((await inst.lage(id)).namngivna)).toEqual(new Set([sammankallande, koordinator, rep, remittent]));
    expect((await inst.lage(id)).uppgifter.map(({ typ }) => typ)).not.toContain('namngivning');

    for (const [sub, path] of [
      ['sammankallande', `/arenden/${nummer}`],
      ['remittent', `/remisser/${nummer}`],
      ['rep_af', `/arenden/${nummer}`],
    ] as const) {
      const { html } = await (await as(sub)).get(path);
      expect(html).toContain(ALIAS);
      expect(html).not.toContain(NAMN);
      expect(html).not.toContain('800101');
    }
  });

  it('is there for those named and nobody else, each with the rights that she has in any ärende', async () => {
    expect(await status('koordinator', `/arenden/${nummer}`)).toBe(200);
    expect(await status('koordinator', `/arenden/${nummer}/beslut/koordinatorsbyte`)).toBe(404);
    expect(await status('rep_af', `/arenden/${nummer}/beslut/yttrande`)).toBe(200);
    expect(await status('rep_psykiatri', `/arenden/${nummer}`)).toBe(404);
    // she leads the insats as the other sammankallande does, and is not named
    expect(await status('annan_koordinator', `/arenden/${nummer}`)).toBe(404);
    for (const sub of ['annan_koordinator', 'rep_psykiatri', 'ordforande', 'kansli'] as const)
      expect(await tells(sub, ...LISTOR, `/insatser/${inst.grund.insats.kod}`, '/kansli', '/styrgrupp')).toEqual([]);
    expect(await tells('koordinator', '/arenden')).toEqual(['/arenden']);
  });

  it('is counted for kansli like everybody else', async () => {
    const { html } = await (await as('kansli')).get('/kansli');
    expect(html).not.toContain(nummer);
    expect(html).toMatch(/fas=konsultation#alla"[^>]*>1</);
  });

  it('lends nobody’s right to who stands in for one of those named, unless she is named too', async () => {
    const { prisma, grund } = inst;
    const idag = new Date(await inst.today());
    const borta = (ersattareId: string) =>
      prisma.franvaro.create({
        data: {
          anvandareId: grund.person.rep_af,
          ersattareId,
          fran: idag,
          till: idag,
          skapadAvId: grund.person.rep_af,
          skapad: idag,
        },
      });
    const { id: franvaro } = await borta(grund.person.annan_remittent);
    expect(await status('annan_remittent', `/arenden/${nummer}`)).toBe(404);
    expect(await tells('annan_remittent', ...LISTOR)).toEqual([]);
    await prisma.franvaro.delete({ where: { id: franvaro } });
  });

  it('has mails that tell neither number nor name, and lead to a list behind the login', async () => {
    await inst.moveTo(kalender.instantAt(kalender.addArbetsdagar(await inst.today(), 1), '10:00'));
    expect(inst.mail.length).toBeGreaterThan(3);
    const words = [nummer, nummer.toLowerCase(), NAMN, ALIAS, id];
    for (const one of inst.mail) {
      const whole = JSON.stringify([one.subject, one.text, one.html, [...one.headers]]);
      expect(words.filter((word) => whole.includes(word))).toEqual([]);
    }
    expect(inst.mail.map(({ subject }) => subject)).toContain('Ett ärende: vi har tagit emot din remiss');
  });

  it('has reminders that end with the chef of those named: neither the styrgrupp nor kansli is told', async () => {
    const { prisma, grund } = inst;
    const { person } = grund;
    await prisma.anvandare.update({
      where: { id: person.rep_af },
      data: { chefId: person.annan_remittent },
    });
    const before = inst.mail.length;
    const { mote } = await inst.lage(id);
    await inst.moveTo(kalender.instantAt(kalender.addArbetsdagar(mote?.dag ?? '', 20), '10:00'));
    const rows = await prisma.utskick.findMany({
      where: { arendeId: id, slag: { in: ['paminnelse', 'kannedom'] } },
      select: { mottagareId: true, slag: true },
    });
    const told = new Set(rows.map(({ mottagareId }) => mottagareId));
    expect(told).toContain(person.annan_remittent);
    const allowed = [
      person.sammankallande,
      person.koordinator,
      person.remittent,
      person.rep_af,
      person.annan_remittent,
    ];
    expect([...told].filter((one) => !allowed.includes(one))).toEqual([]);
    const chefens = inst.mail.slice(before).filter(({ to }) => JSON.stringify(to).includes('annan_remittent'));
    expect(chefens.length).toBeGreaterThan(0);
    expect(chefens[0]?.text).not.toContain(nummer);
    expect(await status('annan_remittent', `/arenden/${nummer}`)).toBe(404);
  });

  it('can be seen by others when others are named, and by those before no longer', async () => {
    const { annan_koordinator: annan, sammankallande } = inst.grund.person;
    expect(
      await inst.decide(
        id,
        'skyddad_identitet',
        'sammankallande',
        { ersattare: annan },
        { alias: 'Eken', skal: 'Andra tar vid.' },
      ),
    ).toMatchObject({ slag: 'fattat' });
    expect((await inst.lage(id)).namngivna).toEqual([sammankallande, annan]);
    expect(await status('annan_koordinator', `/arenden/${nummer}`)).toBe(200);
    expect(await status('rep_af', `/arenden/${nummer}`)).toBe(404);
    expect(await status('remittent', `/remisser/${nummer}`)).toBe(404);
    expect(await tells('remittent', ...LISTOR)).toEqual([]);
    const { html } = await (await as('sammankallande')).get(`/arenden/${nummer}`);
    expect(html).toContain('Eken');
  });
});
