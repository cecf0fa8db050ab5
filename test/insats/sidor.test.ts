import { randomUUID } from 'node:crypto';
import { formatDatum } from '../../domain/datumord.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import { formsOf } from '../support/html.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

describe('The pages of an insats', () => {
  let inst: Installation;
  let web: TestWeb;
  let adress: string;
  beforeAll(async () => {
    inst = await startInstallation();
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    await inst.insatslage();
    adress = `/insatser/${inst.grund.insats.kod}`;
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
  const team = () => inst.grund.insats.profil.team[0].kod;
  const first = async () => {
    const [mote] = (await inst.insatslage()).moten[team()] ?? [];
    return mote?.borjar ?? '';
  };

  it('show sammankallande the inbox, the queue, the places, the team and its meetings', async () => {
    const id = await inst.send();
    const { nummer } = await inst.lage(id);
    const page = await (await as('sammankallande')).get(adress);
    expect(page.status).toBe(200);
    for (const text of ['Inkorg', nummer, 'Kö', 'Platser', 'Kommande möten', 'Test rep_fk', 'Lägg till ett extra möte'])
      expect(page.html).toContain(text);
    expect(await inst.prisma.logg.count({ where: { handling: 'las_insats' } })).toBe(1);
  });

  it('show the team its meetings and obstacles alone, the koordinator no buttons to decide, and others nothing', async () => {
    const [{ id } = { id: '' }] = await inst.prisma.arende.findMany({ select: { id: true } });
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    const medlem = await (await as('rep_af')).get(adress);
    expect(medlem.html).toContain('Anmäl ett hinder');
    expect(medlem.html).not.toContain('Inkorg');
    const koordinator = await (await as('koordinator')).get(adress);
    expect(koordinator.html).toContain('Inkorg');
    expect(koordinator.html).not.toContain('Ställ in');
    // the calendar, and no way to what she may not open
    expect(koordinator.html).toContain('Kommande möten');
    expect(koordinator.html).not.toContain('href="/moten');
    const [mote = ''] = /\/moten\/[\da-f-]{36}/.exec(medlem.html) ?? [];
    expect((await (await as('rep_af')).get(mote)).status).toBe(200);
    expect(medlem.html).toContain('href="/moten"');
    for (const sub of ['remittent', 'kansli']) expect((await (await as(sub)).get(adress)).status).toBe(404);
    expect((await (await as('koordinator')).get(`${adress}/beslut/motesandring`)).status).toBe(404);
    expect((await (await as('rep_af')).get('/styrgrupp')).status).toBe(403);
  });

  it('move a meeting by a form that keeps what was typed, says what is wrong, and is taken once', async () => {
    const client = await as('sammankallande');
    const form = `${adress}/beslut/motesandring?slag=flytt&team=${team()}&fran=${await first()}`;
    const fran = await first();
    const wrong = await client.post(form, {
      slag: 'flytt',
      team: team(),
      fran,
      dag: '2020-01-07',
      klockslag: '9',
      skal: 'Lokalen',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Skriv klockslaget som TT:MM');
    expect(wrong.html).toContain('Lokalen');
    const passed = await client.post(form, {
      slag: 'flytt',
      team: team(),
      fran,
      dag: '2020-01-07',
      klockslag: '09:00',
      skal: 'Lokalen',
    });
    expect(passed.status).toBe(422);
    expect(passed.html).toContain('Tiden har redan passerat');

    const beslutId = randomUUID();
    const dag = fran.slice(0, 10);
    const right = {
      slag: 'flytt',
      team: team(),
      fran,
      dag,
      klockslag: '16:45',
      skal: 'Lokalen',
      pahelgdag: 'ja',
      beslutId,
    };
    // both times the answer is the page of the meeting itself
    for (let sent = 0; sent < 2; sent += 1) {
      const moved = await client.post(form, right);
      expect(moved.address).toMatch(/^\/moten\/[\da-f-]{36}$/);
      expect(moved.html).toContain('Mötet är flyttat.');
      expect(moved.html).toContain(`<h1>Möte ${formatDatum(dag)} kl. 16.45</h1>`);
    }
    expect(await inst.prisma.insatsbeslut.count({ where: { typ: 'motesandring', fattat: { not: null } } })).toBe(1);
    expect((await first()).slice(0, 10)).toBe(dag);
    expect(await first()).not.toBe(fran);
  });

  it('name what is done to a meeting, and begin with its time or the team’s', async () => {
    const client = await as('sammankallande');
    const form = (fragat: string) => client.get(`${adress}/beslut/motesandring?${fragat}&team=${team()}`);
    const fran = await first();
    const flytt = await form(`slag=flytt&fran=${fran}`);
    for (const text of ['<h1>Flytta ett möte</h1>', 'Flytta mötet</button>', 'value="16:45"'])
      expect(flytt.html).toContain(text);
    const installt = await form(`slag=installt&fran=${fran}`);
    for (const text of ['<h1>Ställ in ett möte</h1>', 'Ställ in mötet</button>']) expect(installt.html).toContain(text);
    const extra = await form('slag=extra');
    const { klockslag } = inst.grund.insats.profil.team[0].moten;
    for (const text of ['<h1>Lägg till ett extra möte</h1>', 'Lägg till mötet</button>', `value="${klockslag}"`])
      expect(extra.html).toContain(text);
  });

  it('offer at an extra meeting the ärenden that wait for a later one, and take up those chosen, once', async () => {
    const sent = [await inst.send(), await inst.send()];
    for (const id of sent) await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    const [one = '', other = ''] = sent;
    const moteFor = async (id: string) => (await inst.lage(id)).mote?.borjar;
    const later = await moteFor(one);
    const nummer = (await inst.lage(one)).nummer;
    const client = await as('sammankallande');
    const form = `${adress}/beslut/motesandring?slag=extra&team=${team()}`;
    const dag = svenskKalender.addArbetsdagar((await inst.klocka.now()).toISOString().slice(0, 10), 2);
    const added = await client.post(form, {
      slag: 'extra',
      team: team(),
      dag,
      klockslag: '08:15',
      beslutId: randomUUID(),
    });
    expect(added.html).toContain('Det extra mötet är tillagt.');
    expect(added.html).toContain('<h1>Ärenden till det extra mötet</h1>');
    expect(added.html).toContain(nummer);
    const extramote = added.address;

    const fields = formsOf(added.html).find(({ action }) => action === extramote)?.hidden ?? [];
    const send = (more: readonly [string, string][]) => client.send(extramote, [...fields, ...more]);
    const empty = await send([['skal', '']]);
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Välj minst ett ärende, eller låt alla vänta.');
    const chosen: [string, string][] = [
      ['arende', nummer],
      ['skal', 'Personen flyttar snart.'],
    ];
    expect((await send(chosen)).html).toContain('Ärendena tas upp på det extra mötet');
    expect((await send(chosen)).html).toContain('Ärendena tas upp på det extra mötet');
    expect(await moteFor(one)).toBe(svenskKalender.instantAt(dag, '08:15'));
    expect(await moteFor(other)).toBe(later);
    expect(await inst.prisma.handelse.count({ where: { arendeId: one, typ: 'skyndsamhet' } })).toBe(1);
    for (const sub of ['koordinator', 'rep_af']) expect((await (await as(sub)).get(extramote)).status).toBe(404);
  });

  it('end at the page of the meeting that was cancelled, which says so', async () => {
    const client = await as('sammankallande');
    const fran = await first();
    const form = `${adress}/beslut/motesandring?slag=installt&team=${team()}&fran=${fran}`;
    const cancelled = await client.post(form, {
      slag: 'installt',
      team: team(),
      fran,
      skal: '',
      beslutId: randomUUID(),
    });
    const { id } = await inst.prisma.mote.findFirstOrThrow({ where: { borjar: fran } });
    expect(cancelled.address).toBe(`/moten/${id}`);
    expect(cancelled.html).toContain('Mötet är inställt, och ärendena går till nästa möte.');
    expect(cancelled.html).toContain('Mötet är inställt och hålls inte.');
    expect(cancelled.html).not.toContain('Dagordningen stänger');
  });

  it('take an obstacle from the team to the styrgrupp and the answer back', async () => {
    const rep = await as('rep_af');
    expect((await rep.post(`${adress}/beslut/hinderanmalan`, { team: team(), text: '' })).status).toBe(422);
    const told = await rep.post(`${adress}/beslut/hinderanmalan`, { team: team(), text: 'Intyg tar för lång tid.' });
    expect(told.html).toContain('Hindret är anmält till styrgruppen.');

    const ordforande = await as('ordforande');
    expect((await ordforande.get('/')).html).toContain('Svara på strukturellt hinder');
    const page = await ordforande.get('/styrgrupp');
    expect(page.html).toContain('Läs och svara');
    const [{ ref } = { ref: '' }] = await inst.prisma.insatsuppgift.findMany({ select: { ref: true } });
    const form = `${adress}/beslut/hindersvar?hinder=${ref}`;
    expect((await ordforande.get(form)).html).toContain('Intyg tar för lång tid.');
    const answered = await ordforande.post(form, { hinder: ref ?? '', svar: 'Vi tar det med regionen.' });
    expect(answered.html).toContain('Svaret är registrerat.');
    expect((await rep.get(adress)).html).toContain('Vi tar det med regionen.');
    await until('the mail', async () => inst.mail.some(({ subject }) => subject?.includes('svar från styrgruppen')));
  });

  it('tell sammankallande and the koordinator what has happened, by whom and why, and nobody else', async () => {
    const page = await (await as('koordinator')).get(adress);
    for (const text of [
      'Historia',
      'Ett möte flyttades',
      'Test sammankallande',
      'Lokalen',
      'Ett strukturellt hinder anmäldes',
    ])
      expect(page.html).toContain(text);
    expect((await (await as('rep_af')).get(adress)).html).not.toContain('Historia');
  });

  it('count the tasks of the insats among one’s own, and show the others’ to who works in it', async () => {
    const rep = await as('rep_af');
    await rep.post(`${adress}/beslut/hinderanmalan`, { team: team(), text: 'Lokaler saknas.' });
    const ordforande = await as('ordforande');
    expect((await ordforande.get('/uppgifter')).html).toContain('1 uppgift väntar på dig');
    expect((await ordforande.get('/')).html).toContain('Svara på strukturellt hinder');
    const koordinator = await as('koordinator');
    expect((await koordinator.get('/uppgifter')).html).not.toContain('Svara på strukturellt hinder');
    const alla = await koordinator.get('/uppgifter?visa=alla');
    expect(alla.html).toContain('Svara på strukturellt hinder');
    expect(alla.html).not.toContain('/beslut/hindersvar');
    expect((await rep.get('/uppgifter?visa=alla')).html).not.toContain('Svara på strukturellt hinder');
  });

  it('tell that a decision is not registered when the engine does not answer, and keep the form', async () => {
    const away = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka });
    try {
      const client = away.client();
      await client.login('rep_af');
      const answer = await client.post(`${adress}/beslut/hinderanmalan`, { team: team(), text: 'Köerna växer.' });
      expect(answer.status).toBe(503);
      expect(answer.html).toContain('Beslutet är inte registrerat ännu');
      expect(answer.html).toContain('Köerna växer.');
    } finally {
      await away.stop();
    }
  });
});
