import { randomUUID } from 'node:crypto';
import { fatta } from '../../api/beslut/fatta.js';
import type { Engine } from '../../api/engine/engine.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { formsOf } from '../support/html.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { withOwner } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

describe('A decision sent from a form', () => {
  let inst: Installation;
  let web: TestWeb;

  beforeAll(async () => {
    inst = await startInstallation({
      insats: 'vagknuten',
      shape: (profile) => ({ ...profile, kapacitet: { ...profile.kapacitet, samtidigt: 0 } }),
    });
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const as = async (sub: string, where: TestWeb = web): Promise<WebClient> => {
    const client = where.client();
    await client.login(sub);
    return client;
  };
  const aCase = async (): Promise<{ id: string; adress: string }> => {
    const id = await inst.send();
    return { id, adress: `/arenden/${(await inst.lage(id)).nummer}` };
  };
  /** The hidden fields of the form that a page shows. */
  const hiddenIn = (html: string): [string, string][] => {
    const form = formsOf(html).find(({ hidden }) => hidden.some(([name]) => name === 'beslutId'));
    if (!form) throw new Error('The page shows no form of a decision');
    return form.hidden;
  };
  const hiddenOf = async (client: WebClient, adress: string): Promise<[string, string][]> =>
    hiddenIn((await client.get(adress)).html);
  const decided = (arendeId: string, typ: string): Promise<number> =>
    inst.prisma.handelse.count({ where: { arendeId, typ } });

  it('twice at once is one decision, and both are told that it is taken', async () => {
    const { id, adress } = await aCase();
    const client = await as('sammankallande');
    const form = `${adress}/beslut/granskning`;
    const fields = [...(await hiddenOf(client, form)), ['utfall', 'accepterad'], ['skal', '']] as [string, string][];
    const answers = await Promise.all([client.send(form, fields), client.send(form, fields)]);
    expect(answers.map(({ status, address }) => [status, address])).toEqual([
      [200, adress],
      [200, adress],
    ]);
    expect(await decided(id, 'granskning')).toBe(1);
    expect(await client.send(form, fields)).toMatchObject({ status: 200, address: adress });
    expect(await inst.prisma.beslut.count({ where: { arendeId: id, fattat: { not: null } } })).toBe(1);
  });

  it('by two people at once is one of the two; the other is told who was faster and keeps what was typed', async () => {
    const { id, adress } = await aCase();
    const second = await inst.prisma.anvandare.create({
      data: {
        sub: `andra-${randomUUID()}`,
        namn: 'Test andra_sammankallande',
        epost: 'andra@exempel.se',
        verksamhetId: inst.grund.verksamhet.kommun,
        roller: { create: { roll: 'sammankallande', insatsId: inst.grund.insats.id } },
      },
    });
    const form = `${adress}/beslut/granskning`;
    const people = await Promise.all([as('sammankallande'), as(second.sub)]);
    const hidden = await Promise.all(people.map((client) => hiddenOf(client, form)));
    const answers = await Promise.all(
      people.map((client, index) =>
        client.send(form, [
          ...(hidden[index] ?? []),
          ['utfall', 'inte_aktuell'],
          ['skal', `Mitt eget skäl nummer ${index}`],
        ]),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const slower = answers.findIndex(({ status }) => status === 409);
    expect(answers[slower]?.html).toContain(`Mitt eget skäl nummer ${slower}`);
    expect(answers[slower]?.html).toContain('Remissen bedömdes inte aktuell');
    expect(answers[slower]?.html).toContain(slower === 0 ? 'Test andra_sammankallande' : 'Test sammankallande');
    expect(await decided(id, 'granskning')).toBe(1);
  });

  it('while the engine is away is told not to be registered yet, keeps the text, and is taken once when sent again', async () => {
    const { id, adress } = await aCase();
    const withoutEngine = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka });
    const form = `${adress}/beslut/granskning`;
    const typed: [string, string][] = [
      ['utfall', 'inte_aktuell'],
      ['skal', 'Bor i en annan kommun.'],
    ];
    let hidden: [string, string][];
    try {
      const client = await as('sammankallande', withoutEngine);
      const answer = await client.send(form, [...(await hiddenOf(client, form)), ...typed]);
      expect(answer.status).toBe(503);
      expect(answer.html).toContain('Beslutet är inte registrerat ännu');
      expect(answer.html).toContain('Bor i en annan kommun.');
      hidden = hiddenIn(answer.html);
    } finally {
      await withoutEngine.stop();
    }
    expect(await decided(id, 'granskning')).toBe(0);

    const beslutId = hidden.find(([name]) => name === 'beslutId');
    const client = await as('sammankallande');
    const fresh = (await hiddenOf(client, form)).filter(([name]) => name === '_csrf');
    const again = [...fresh, ...(beslutId ? [beslutId] : []), ...typed];
    expect(await client.send(form, again)).toMatchObject({ status: 200, address: adress });
    expect(await client.send(form, again)).toMatchObject({ status: 200, address: adress });
    expect(await decided(id, 'granskning')).toBe(1);
    expect((await inst.lage(id)).stangdSom).toBe('inte_aktuell');
  });

  it('and mended after an error is still judged by what stood when it was opened', async () => {
    const { id, adress } = await aCase();
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    await inst.moveTo((await inst.lage(id)).mote?.borjar ?? '');
    const client = await as('sammankallande');
    const form = `${adress}/beslut/rekommendation`;
    const opened = await hiddenOf(client, form);
    await inst.decide(id, 'yttrande', 'rep_af', { verksamhet: inst.grund.verksamhet.af }, { text: 'Vårt yttrande.' });
    const wrong = await client.send(form, [...opened, ['motivering', '']]);
    expect(wrong.status).toBe(422);
    const version = (fields: [string, string][]) => fields.find(([name]) => name === 'version')?.[1];
    expect(version(hiddenIn(wrong.html))).toBe(version(opened));
  });

  it('that the transaction refuses gets a new id, so that the mended form can be taken', async () => {
    const { id, adress } = await aCase();
    const { person, verksamhet } = inst.grund;
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    await inst.moveTo((await inst.lage(id)).mote?.borjar ?? '');
    const narvarande = Object.values(verksamhet);
    const form = { motivering: 'Flera behövs.', atgarder: [] };
    await inst.decide(id, 'rekommendation', 'sammankallande', { utfall: 'inskrivning', narvarande }, form);
    const idag = await inst.today();
    await inst.decide(id, 'personens_svar', 'remittent', { svar: 'ja', datum: idag }, { till: 'Test', satt: 'mote' });

    const inskriven = { beslutsdatum: idag, startdatum: idag, koordinator: person.koordinator, overinskrivning: true };
    await inst.decide(id, 'inskrivning', 'sammankallande', inskriven, { overinskrivningSkal: 'Kan inte vänta.' });

    // only the transaction knows whether the one who decides may pause for so long
    const client = await as('koordinator');
    const adressen = `${adress}/beslut/paus`;
    const hidden = await hiddenOf(client, adressen);
    const typed: [string, string][] = [
      ['orsak', 'sjukdom'],
      ['fran', idag],
    ];
    const refused = await client.send(adressen, [...hidden, ...typed, ['till', svenskKalender.addDays(idag, 60)]]);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('beslutas av sammankallande.');
    expect(refused.html).toContain('href="#till"');
    const fresh = hiddenIn(refused.html);
    expect(Object.fromEntries(fresh)['beslutId']).not.toBe(Object.fromEntries(hidden)['beslutId']);
    const mended = await client.send(adressen, [...fresh, ...typed, ['till', svenskKalender.addDays(idag, 10)]]);
    expect(mended).toMatchObject({ address: adress });
    expect((await inst.lage(id)).paus).toMatchObject({ till: svenskKalender.addDays(idag, 10) });
  });

  it('that cannot be written is told as our fault, and the same form sent again is a new try', async () => {
    const { id, adress } = await aCase();
    const client = await as('sammankallande');
    const form = `${adress}/beslut/granskning`;
    const typed: [string, string][] = [
      ['utfall', 'inte_aktuell'],
      ['skal', 'Bor i en annan kommun.'],
    ];
    const hidden = await hiddenOf(client, form);
    const alterTable = (change: string) =>
      withOwner(inst.databaseUrl, (owner) => owner.query(`ALTER TABLE handelse ${change}`));
    await alterTable(`ADD CONSTRAINT prov CHECK (typ <> 'granskning') NOT VALID`);
    const failed = await client.send(form, [...hidden, ...typed]);
    await alterTable('DROP CONSTRAINT prov');
    expect(failed.status).toBe(500);
    expect(failed.html).toContain('Något gick fel hos oss');
    expect(failed.html).toContain('Bor i en annan kommun.');
    const again = await client.send(form, [...hiddenIn(failed.html), ...typed]);
    expect(again).toMatchObject({ status: 200, address: adress });
    expect(await decided(id, 'granskning')).toBe(1);
  });

  it('and written just before its worker died is told as taken, whatever the case answers afterwards', async () => {
    const { id } = await aCase();
    const av = inst.grund.person.sammankallande;
    const nar = await inst.klocka.now();
    const beslut = {
      id: randomUUID(),
      typ: 'granskning',
      av,
      dag: await inst.today(),
      data: { utfall: 'accepterad' },
    } as const;
    const refusing: Engine = {
      ...inst.engine,
      async decide() {
        await inst.prisma.beslut.update({ where: { id: beslut.id }, data: { fattat: nar } });
        return { slag: 'hindrat', hinder: { kod: 'hann_fore', mening: 'Ärendet har ändrats.' } };
      },
      close: () => Promise.resolve(),
    };
    const ratt = { grund: 'sammankallande' } as const;
    const utgang = await fatta({ prisma: inst.prisma, engine: refusing }, id, beslut, {}, nar, ratt);
    expect(utgang).toEqual({ slag: 'fattat' });
  });

  it('under an id that belongs to another decision is refused', async () => {
    const [first, other] = [await aCase(), await aCase()];
    const client = await as('sammankallande');
    const hidden = await hiddenOf(client, `${first.adress}/beslut/granskning`);
    const fields = [...hidden, ['utfall', 'accepterad']] as [string, string][];
    await client.send(`${first.adress}/beslut/granskning`, fields);
    expect((await client.send(`${other.adress}/beslut/granskning`, fields)).status).toBe(400);
    const wrong = fields.map(([name, value]): [string, string] => [name, name === 'beslutId' ? "1' OR 1=1" : value]);
    expect((await client.send(`${other.adress}/beslut/granskning`, wrong)).status).toBe(400);
    expect(await decided(other.id, 'granskning')).toBe(0);
  });
});

describe('Those without the right', () => {
  let inst: Installation;
  let web: TestWeb;
  let id: string;
  let adress: string;

  beforeAll(async () => {
    inst = await startInstallation({ insats: 'vagknuten' });
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    id = await inst.send({ samtycken: samtyckeFor('fk', 'kommun') });
    adress = `/arenden/${(await inst.lage(id)).nummer}`;
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const samtyckeFor = (...koder: readonly ('fk' | 'af' | 'psykiatri' | 'kommun')[]) =>
    koder.map((kod) => ({
      verksamhet: inst.grund.verksamhet[kod],
      uppgiftsslag: ['halsa' as const],
      giltigtFran: '2020-01-01',
      form: 'skriftligt' as const,
    }));
  const get = async (sub: string, path: string) => {
    const client = web.client();
    await client.login(sub);
    return client.get(path, { follow: false });
  };

  it.each(['annan_remittent', 'rep_fk', 'koordinator', 'ordforande', 'kansli'])(
    'learn nothing: %s gets the same page as for a number that nobody has',
    async (sub) => {
      const unknown = await get(sub, '/arenden/VAG-2026-9999');
      expect(unknown.status).toBe(404);
      for (const path of ['', '/moten', '/samtycken', '/tidslinje', '/beslut/granskning', '/beslut/avslut']) {
        const answer = await get(sub, `${adress}${path}`);
        expect([path, answer.status, answer.rubrik]).toEqual([path, 404, unknown.rubrik]);
        expect(answer.html).not.toContain('Personsson');
      }
      expect(await inst.prisma.beslut.count({ where: { arendeId: id } })).toBe(0);
    },
  );

  it('cannot post past the page either', async () => {
    const client = web.client();
    await client.login('kansli');
    const csrf = formsOf((await client.get('/')).html).flatMap(({ hidden }) =>
      hidden.filter(([name]) => name === '_csrf'),
    );
    const answer = await client.send(`${adress}/beslut/granskning`, [
      ...csrf.slice(0, 1),
      ['beslutId', randomUUID()],
      ['utfall', 'accepterad'],
    ]);
    expect(answer.status).toBe(404);
    expect((await inst.lage(id)).fas).toBe('mottagen');
  });

  it('the remittent is shown the way to the remiss and not the case', async () => {
    const answer = await get('remittent', adress);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, adress.replace('/arenden/', '/remisser/')]);
  });

  it('a representative reads the case once it is on the agenda, if samtycke opens it to her verksamhet', async () => {
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    expect((await get('rep_fk', adress)).status).toBe(200);
    expect((await get('rep_fk', `${adress}/beslut/yttrande`)).status).toBe(200);
    expect((await get('rep_fk', `${adress}/beslut/rekommendation`)).status).toBe(404);
    expect((await get('rep_af', adress)).status).toBe(404);
    expect((await get('rep_af', `${adress}/beslut/yttrande`)).status).toBe(404);
  });

  it('and not any longer the moment the samtycke is withdrawn', async () => {
    await inst.prisma.samtycke.updateMany({
      where: { arendeId: id, verksamhetId: inst.grund.verksamhet.fk },
      data: { aterkallat: await inst.klocka.now() },
    });
    expect((await get('rep_fk', adress)).status).toBe(404);
    expect((await get('rep_fk', `${adress}/beslut/yttrande`)).status).toBe(404);
  });
});
