import { randomUUID } from 'node:crypto';
import { skrivBrev } from '../../activities/utskick/skicka.js';
import { hindernyckel } from '../../domain/atgarder.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { dayOf } from '../../domain/kalender/tid.js';
import type { Lage } from '../../domain/lage.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

/** Two slots at each meeting, one of them for nollplacerade. */
const withSlots = (profil: Insatsprofil): Insatsprofil => ({
  ...profil,
  team: [{ ...profil.team[0], platser: 2, oronmarkta: 1 }],
});

const NAMN = 'Prov Personsson';

/*
 * Three cases of one team, carried from the agenda to what the team decides. The tests share one clock that only moves
 * forward, so they stand in the order of their dates.
 */
describe('The team and what it agrees on', () => {
  let inst: Installation;
  let web: TestWeb;
  let browser: WebClient;
  let forst: string;
  let sist: string;
  let nollplacerad: string;
  beforeAll(async () => {
    inst = await startInstallation({ shape: withSlots });
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    browser = web.client();
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const accept = (id: string) => inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
  const mote = async (id: string): Promise<string> => (await inst.lage(id)).mote?.borjar ?? '';
  const adress = async (id: string, typ: string): Promise<string> =>
    `/arenden/${(await inst.lage(id)).nummer}/beslut/${typ}`;
  const narvarande = () => Object.values(inst.grund.verksamhet);
  const punkter = (id: string) =>
    inst.prisma.motespunkt.findMany({
      where: { arendeId: id },
      orderBy: { mote: { borjar: 'asc' } },
      select: { slag: true, oronmarkt: true, utgatt: true, mote: { select: { borjar: true } } },
    });
  const open = (lage: Lage, typ: string) => lage.uppgifter.filter((uppgift) => uppgift.typ === typ);

  it('two cases that race for the last slot of a meeting get one each; a nollplacerad takes the slot kept for her', async () => {
    const [a, b] = [await inst.send(), await inst.send()];
    nollplacerad = await inst.send({ nollplacerad: true });
    await Promise.all([accept(a), accept(b)]);
    [forst, sist] = (await mote(a)) < (await mote(b)) ? [a, b] : [b, a];
    expect((await mote(forst)) < (await mote(sist))).toBe(true);
    await accept(nollplacerad);
    expect(await mote(nollplacerad)).toBe(await mote(forst));
    expect(await punkter(nollplacerad)).toMatchObject([{ oronmarkt: true }]);
    expect(await punkter(forst)).toMatchObject([{ oronmarkt: false }]);
  });

  it('skyndsam: only to a moment at which the team meets; the place left behind is free and given answers come along', async () => {
    const { verksamhet } = inst.grund;
    await inst.decide(sist, 'yttrande', 'rep_af', { verksamhet: verksamhet.af }, { text: 'Vi kan bidra.' });
    const before = await mote(sist);
    const earlier = await mote(forst);
    const noMeeting = new Date(Date.parse(earlier) + 3_600_000).toISOString();
    const take = (to: string) =>
      inst.decide(sist, 'skyndsamhet', 'sammankallande', { mote: to }, { skal: 'Hyran är uppsagd.' });
    expect(await take(noMeeting)).toMatchObject({ slag: 'hindrat', hinder: { kod: 'okant_mote' } });
    expect(await mote(sist)).toBe(before);
    expect(await take(earlier)).toMatchObject({ slag: 'fattat' });
    expect(await punkter(sist)).toMatchObject([{ utgatt: false }, { utgatt: true }]);
    expect(open(await inst.lage(sist), 'yttrande')).toHaveLength(3);
    expect(
      await inst.prisma.yttrande.findMany({
        where: { arendeId: sist },
        select: { mote: { select: { borjar: true } } },
      }),
    ).toEqual([{ mote: { borjar: new Date(earlier) } }]);
  });

  it('an action of a råd is the named person’s: she reads and reports it without learning whom it is about', async () => {
    await inst.moveTo(await mote(forst));
    const { verksamhet, person } = inst.grund;
    const senast = '2099-01-01';
    const named = { id: randomUUID(), verksamhet: verksamhet.af, person: person.annan_remittent, senast };
    const unnamed = { id: randomUUID(), verksamhet: verksamhet.psykiatri, senast };
    const given = await inst.decide(
      forst,
      'rekommendation',
      'sammankallande',
      { utfall: 'rad', narvarande: narvarande(), atgarder: [named, unnamed] },
      {
        motivering: 'Pröva först.',
        atgarder: [
          { ...named, atgard: 'Boka ett möte om arbetsträning' },
          { ...unnamed, atgard: 'Se över läkarkontakten' },
        ],
      },
    );
    expect(given).toMatchObject({ slag: 'fattat', beslut: { fas: 'rad' } });
    const { nummer } = await inst.lage(forst);
    const form = `/arenden/${nummer}/beslut/atgardsrapport?ref=${named.id}`;

    await browser.login('annan_remittent');
    expect((await browser.get('/uppgifter')).html).toContain(`href="${form}"`);
    const page = await browser.get(form);
    expect(page.html).toContain('Boka ett möte om arbetsträning');
    for (const hidden of [NAMN, 'Se över läkarkontakten', `/arenden/${nummer}"`])
      expect(page.html).not.toContain(hidden);
    expect((await browser.get(`/arenden/${nummer}`)).status).toBe(404);
    expect(
      await inst.prisma.logg.count({
        where: { avId: person.annan_remittent, handling: 'las_atgard', grund: 'medhandlaggare' },
      }),
    ).toBe(1);

    const answer = await browser.post(form, { atgard: named.id, utfall: 'hindrad', text: 'Nås inte.' });
    expect(answer).toMatchObject({ status: 200, address: '/uppgifter' });
    expect((await browser.get(form)).status).toBe(404);
    expect(await inst.prisma.atgard.findUniqueOrThrow({ where: { id: named.id } })).toMatchObject({
      utfall: 'hindrad',
      rapport: 'Nås inte.',
    });
    const besked = await inst.prisma.utskick.findFirstOrThrow({
      where: { slag: 'besked', nyckel: hindernyckel(named.id), mottagareId: person.sammankallande },
    });
    const skrivet = await skrivBrev(inst.prisma, besked, dayOf(besked.skapat));
    expect(skrivet).toMatchObject({
      brev: { amne: `${nummer}: en planerad åtgärd har mött ett hinder`, lanktext: 'Läs vad som hindrade' },
    });
    for (const hidden of ['Nås inte', 'arbetsträning', NAMN, 'Test annan_remittent'])
      expect(JSON.stringify(skrivet?.brev)).not.toContain(hidden);
    await browser.login('sammankallande');
    const [sida = '', ankare = ''] = (skrivet?.sida ?? '').split('#');
    const arendet = (await browser.get(sida)).html;
    expect(arendet).toMatch(new RegExp(`<span id="${ankare}">Boka ett möte om arbetsträning</span>`));
    expect(arendet).toContain('Hindrad: Nås inte.');
    expect((await browser.get(`/arenden/${nummer}/tidslinje`)).html).toContain('En planerad åtgärd mötte ett hinder');

    await browser.login('rep_kommun');
    expect((await browser.get(form)).status).toBe(404);
    await browser.login('rep_psykiatri');
    expect((await browser.get('/uppgifter')).html).toContain(`beslut/atgardsrapport?ref=${unnamed.id}`);
  });

  it('a correction keeps what the recommendation said, and too few present cannot be corrected in', async () => {
    const { id } = await inst.prisma.rekommendation.findFirstOrThrow({ where: { arendeId: forst } });
    const ratta = (present: string[], rekommendation = id) =>
      inst.decide(
        forst,
        'rekommendationsrattelse',
        'sammankallande',
        { rekommendation, narvarande: present },
        { motivering: 'Pröva först, med stöd.', skal: 'Ett led föll bort.' },
      );
    expect(await ratta(narvarande().slice(0, 1))).toMatchObject({ hinder: { kod: 'inte_beslutsfort' } });
    expect(await ratta(narvarande(), randomUUID())).toMatchObject({ hinder: { kod: 'okand_rekommendation' } });
    expect(await ratta(narvarande().slice(0, 3))).toMatchObject({ slag: 'fattat' });
    expect(
      await inst.prisma.rekommendation.findUniqueOrThrow({ where: { id }, include: { rattelser: true } }),
    ).toMatchObject({
      utfall: 'rad',
      motivering: 'Pröva först, med stöd.',
      rattelser: [{ motivering: 'Pröva först.', narvarande: expect.arrayContaining(narvarande()) as string[] }],
    });
    expect(await inst.prisma.narvaro.count({ where: { arendeId: forst } })).toBe(3);
  });

  it('the styrgrupp reads the question and nothing of the person; its answer puts the case on the next agenda', async () => {
    const lyft = {
      fraga: 'Får vi gå utanför kommunen?',
      bakgrund: 'Två insatser kan passa.',
      alternativ: 'Ja eller nej',
    };
    await inst.decide(
      sist,
      'rekommendation',
      'sammankallande',
      { utfall: 'styrgrupp', narvarande: narvarande() },
      { motivering: 'Behöver svar.', atgarder: [], lyft },
    );
    expect(await inst.lage(sist)).toMatchObject({ fas: 'styrgrupp' });
    const form = await adress(sist, 'styrgruppsbeslut');
    await browser.login('ordforande');
    const { html } = await browser.get(form);
    for (const text of Object.values(lyft)) expect(html).toContain(text);
    expect(html).not.toContain(NAMN);
    expect(html).not.toContain('Behöver svar.');
    expect((await browser.post(form, { svar: 'Ja, en gång.' })).status).toBe(200);
    const lage = await inst.lage(sist);
    expect(lage.fas).toBe('konsultation');
    expect(open(lage, 'yttrande')).toHaveLength(4);
    expect(await inst.prisma.styrgruppslyft.findFirstOrThrow({ where: { arendeId: sist } })).toMatchObject({
      fraga: lyft.fraga,
      svar: 'Ja, en gång.',
      svaradAvId: inst.grund.person.ordforande,
    });
    // it comes back to the meeting that it had left
    expect(await punkter(sist)).toMatchObject([{ utgatt: false }, { utgatt: false }]);
  });

  it('a case that leaves before its meeting leaves its place on the agenda', async () => {
    await inst.decide(sist, 'atertagande', 'remittent', {}, { skal: 'Flyttar.' });
    expect((await punkter(sist)).at(-1)).toMatchObject({ utgatt: true });
  });

  it('an enrolled case is lifted to the team’s meeting and answered there, which is no konsultation', async () => {
    const { verksamhet, person } = inst.grund;
    const dag = await inst.today();
    const texts = { motivering: 'Ja.', atgarder: [] };
    const ja = { utfall: 'inskrivning', narvarande: narvarande() } as const;
    await inst.decide(nollplacerad, 'rekommendation', 'sammankallande', ja, texts);
    await inst.decide(
      nollplacerad,
      'personens_svar',
      'remittent',
      { svar: 'ja', datum: dag },
      { till: 'A', satt: 'mote' },
    );
    const inskrivning = { beslutsdatum: dag, startdatum: dag, koordinator: person.koordinator, overinskrivning: false };
    await inst.decide(nollplacerad, 'inskrivning', 'sammankallande', inskrivning, {});
    await inst.decide(nollplacerad, 'teamlyft', 'koordinator', {}, { fraga: 'Vad kan ni bidra med?' });
    const { teamlyft } = await inst.lage(nollplacerad);
    expect((await punkter(nollplacerad)).at(-1)).toMatchObject({
      slag: 'teamlyft',
      mote: { borjar: new Date(teamlyft?.mote ?? '') },
    });
    expect(open(await inst.lage(nollplacerad), 'yttrande')).toEqual([]);

    await inst.moveTo(teamlyft?.mote ?? '');
    const atgard = { id: randomUUID(), verksamhet: verksamhet.fk, senast: '2099-01-01' };
    const svar = { svar: 'Vi tar det.', atgarder: [{ ...atgard, atgard: 'Ordna ett avstämningsmöte' }] };
    await inst.decide(nollplacerad, 'teamlyftsvar', 'sammankallande', { atgarder: [atgard] }, svar);
    expect(await inst.prisma.teamlyft.findFirstOrThrow({ where: { arendeId: nollplacerad } })).toMatchObject({
      svar: 'Vi tar det.',
    });
    const koordinator = web.client();
    await koordinator.login('koordinator');
    const { nummer } = await inst.lage(nollplacerad);
    const [lyft = '', konsultation = ''] = (await koordinator.get(`/arenden/${nummer}/moten`)).html.split('Yttranden');
    expect(lyft).toContain('Vad kan ni bidra med?');
    expect(lyft).toContain('Vi tar det.');
    expect(lyft).not.toContain('yttrande lämnades');
    expect(konsultation).not.toContain('Fråga till teamet');
    expect((await punkter(nollplacerad)).every(({ utgatt }) => !utgatt)).toBe(true);
    expect(await inst.prisma.rekommendation.count({ where: { arendeId: nollplacerad } })).toBe(1);
    expect(open(await inst.lage(nollplacerad), 'atgard')).toMatchObject([{ ref: atgard.id }]);
  });

  it('a råd that nobody reports back on: two reminders, then sammankallande closes it and the actions with it', async () => {
    const [aterkoppling] = open(await inst.lage(forst), 'aterkoppling');
    const sent = () =>
      inst.prisma.utskick.count({ where: { arendeId: forst, slag: 'paminnelse', uppgift: 'aterkoppling' } });
    await inst.moveTo(`${aterkoppling?.forfaller}T12:00:00.000Z`);
    expect(await sent()).toBe(1);
    await inst.moveTo(new Date(Date.parse(`${aterkoppling?.forfaller}T12:00:00.000Z`) + 12 * 86_400_000).toISOString());
    expect(await sent()).toBe(2);
    await inst.moveTo(new Date(Date.parse(`${aterkoppling?.forfaller}T12:00:00.000Z`) + 30 * 86_400_000).toISOString());
    expect(open(await inst.lage(forst), 'utebliven_aterkoppling')).toHaveLength(1);
    expect(open(await inst.lage(forst), 'atgard')).toHaveLength(1);
    await inst.decide(forst, 'utebliven_aterkoppling', 'sammankallande', {}, {});
    expect(await inst.lage(forst)).toMatchObject({ stangdSom: 'utan_aterkoppling', uppgifter: [] });
    expect(await inst.prisma.uppgift.count({ where: { arendeId: forst, avslutad: null } })).toBe(0);
  });
});
