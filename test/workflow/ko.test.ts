import { startInstallation, type Installation } from '../support/installation.js';
import { kopieraArende } from '../support/kopior.js';
import { tillInskrivning } from '../support/till-inskrivning.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebAnswer } from '../support/web-client.js';

/*
 * One place and three who want it. The tests share one clock that only moves forward, so they stand in the order of their
 * dates.
 */
describe('The queue of an insats with one place', () => {
  let inst: Installation;
  let web: TestWeb;
  let inne: string;
  let forst: string;
  let sedan: string;

  beforeAll(async () => {
    inst = await startInstallation({
      insats: 'samba_lis',
      shape: (profile) => ({ ...profile, forgrupp: 'fore', kapacitet: { ...profile.kapacitet, samtidigt: 1 } }),
    });
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    inne = await tillInskrivning(inst);
    const [a, b] = await kopieraArende(inst.prisma, inne, 2);
    [forst, sedan] = [a?.id ?? '', b?.id ?? ''];
    await until(
      'their workflows',
      async () => (await inst.prisma.motoruppdrag.count({ where: { slag: 'arende' } })) === 0,
    );
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const post = async (sub: string, id: string, typ: string, fields: Record<string, string>): Promise<WebAnswer> => {
    const client = web.client();
    await client.login(sub);
    return client.post(`/arenden/${(await inst.lage(id)).nummer}/beslut/${typ}`, fields);
  };
  const skrivIn = async (id: string): Promise<string> => {
    const idag = await inst.today();
    const { koordinator } = inst.grund.person;
    const fields = { beslutsdatum: idag, startdatum: idag, koordinator, overinskrivningSkal: '' };
    return (await post('sammankallande', id, 'inskrivning', fields)).html;
  };
  const offered = (id: string) =>
    until('the offer', async () => (await inst.lage(id)).uppgifter.some(({ typ }) => typ === 'platserbjudande'));
  const mails = (id: string, slag: string, mottagare: 'koordinator' | 'annan_koordinator' | 'remittent') =>
    inst.prisma.utskick.count({ where: { arendeId: id, slag, mottagareId: inst.grund.person[mottagare] } });

  it('gives the place to who comes first and tells the others their place in the queue', async () => {
    expect(await skrivIn(inne)).toContain('Personen är inskriven. Koordinatorn har fått uppgiften att kartlägga.');
    expect(await skrivIn(forst)).toContain('Alla platser är upptagna. Personen står i kö, plats 1.');
    expect(await skrivIn(sedan)).toContain('Alla platser är upptagna. Personen står i kö, plats 2.');
    expect(await mails(sedan, 'besked', 'remittent')).toBeGreaterThan(0);
  });

  it('is looked over after 30 days in one task, which is a look at each turn in it', async () => {
    const turoversyn = async (id: string) =>
      (await inst.lage(id)).frister.find((frist) => 'uppgift' in frist && frist.uppgift === 'turoversyn')?.nar ?? '';
    const [first, second] = [await turoversyn(forst), await turoversyn(sedan)];
    const frist = async () => (await inst.insatslage()).frister.find(({ typ }) => typ === 'koversyn')?.nar;
    await until('the look to be planned', async () => (await frist()) !== undefined);
    await inst.moveTo((await frist()) ?? '');
    expect((await inst.insatslage()).uppgifter).toMatchObject([{ typ: 'koversyn' }]);
    for (const id of [forst, sedan]) expect((await inst.lage(id)).uppgifter).toEqual([]);

    const datum = await inst.today();
    expect(await inst.decideInsats('koversyn', 'sammankallande', { datum }, { text: '' })).toMatchObject({
      slag: 'fattat',
    });
    await until('their looks to be later', async () => (await turoversyn(forst)) > first);
    await until('both', async () => (await turoversyn(sedan)) > second);
    expect(await inst.prisma.handelse.count({ where: { typ: 'koversyn' } })).toBe(2);
  });

  it('has a look at each turn by itself when the look at the queue is not made; a turn given by hand goes first', async () => {
    await inst.skip(60 * 24 * 3600);
    await until('the look', async () => (await inst.lage(sedan)).uppgifter.some(({ typ }) => typ === 'turoversyn'));
    expect((await post('sammankallande', sedan, 'koprioritet', { tur: 'x', skal: '' })).status).toBe(422);
    const given = await post('sammankallande', sedan, 'koprioritet', {
      tur: '1',
      skal: 'Riskerar att förlora bostaden.',
    });
    expect(given.html).toContain('Personen har tur 1 för hand.');
    expect(await inst.prisma.koplats.findUnique({ where: { arendeId: sedan } })).toMatchObject({
      tur: 1,
      prioritetSkal: 'Riskerar att förlora bostaden.',
    });
  });

  it('offers a freed place to the first in turn: a task for the koordinator, the remittent told', async () => {
    const before = await mails(sedan, 'besked', 'remittent');
    const idag = await inst.today();
    await inst.decide(inne, 'avslut', 'koordinator', { avslutsdatum: idag }, { analys: 'Flyttar.' });
    await offered(sedan);
    expect(await mails(sedan, 'uppgift', 'koordinator')).toBe(1);
    expect(await mails(sedan, 'besked', 'remittent')).toBe(before + 1);
    expect(await inst.prisma.platserbjudande.findMany({ select: { arendeId: true, utfall: true } })).toEqual([
      { arendeId: sedan, utfall: null },
    ]);
  });

  it('lets the place go on when the person is not reached after three contacts; the turn is kept', async () => {
    const idag = await inst.today();
    const ejNadd = { svar: 'ej_nadd', datum: idag, startdatum: '', till: '', text: '' };
    const early = await post('koordinator', sedan, 'erbjudandesvar', ejNadd);
    expect(early.status).toBe(422);
    expect(early.html).toContain('Gör och registrera 3 kontakter');
    for (let nr = 1; nr <= 3; nr += 1)
      await post('koordinator', sedan, 'erbjudandekontakt', { datum: idag, satt: 'telefon', naddes: 'nej', text: '' });
    const answer = await post('koordinator', sedan, 'erbjudandesvar', ejNadd);
    expect(answer.html).toContain('Platsen går vidare till nästa i kön. Personen behåller sin tur.');
    expect((await inst.lage(sedan)).ko).toMatchObject({ missar: 1, tur: 1 });
    expect(await inst.prisma.erbjudandekontakt.count()).toBe(3);
    await offered(forst);
  });

  it('enrols who takes the place, whose koordinator may be another by then', async () => {
    const { annan_koordinator: ny } = inst.grund.person;
    const bytt = await post('sammankallande', forst, 'koordinatorsbyte', {
      koordinator: ny,
      overlamning: 'Ring på tisdag.',
    });
    expect(bytt.html).toContain('Ärendet är överlämnat till den nya koordinatorn.');
    expect(await mails(forst, 'besked', 'annan_koordinator')).toBe(1);
    expect(await mails(forst, 'besked', 'koordinator')).toBe(1);

    const idag = await inst.today();
    const ja = { svar: 'ja', datum: idag, startdatum: idag, till: 'Test Testsson', satt: 'telefon', text: '' };
    const answer = await post('annan_koordinator', forst, 'erbjudandesvar', ja);
    expect(answer.html).toContain('Personen tog platsen och är inskriven.');
    expect(await inst.lage(forst)).toMatchObject({ fas: 'kartlaggning', startdatum: idag, koordinator: ny });
    expect(await inst.prisma.deltagande.findUnique({ where: { arendeId: forst } })).toMatchObject({
      overinskrivning: false,
      platsFri: null,
    });
    const outcomes = await inst.prisma.platserbjudande.findMany({
      orderBy: { erbjudet: 'asc' },
      select: { utfall: true },
    });
    expect(outcomes).toEqual([{ utfall: 'ej_nadd' }, { utfall: 'ja' }]);
  });

  it('closes who is not there any longer and lets go of what was offered', async () => {
    const idag = await inst.today();
    await inst.decide(forst, 'avslut', 'annan_koordinator', { avslutsdatum: idag }, { analys: 'Flyttar.' });
    await offered(sedan);
    const stangd = await post('sammankallande', sedan, 'ej_aktuell', { orsak: 'flytt', skal: 'Bor i Umeå.' });
    expect(stangd.html).toContain('Ärendet är stängt: ej aktuellt längre.');
    expect(await inst.lage(sedan)).toMatchObject({ fas: 'stangd', stangdSom: 'ej_aktuell_langre' });
    expect(await inst.prisma.platserbjudande.count({ where: { avslutat: null } })).toBe(0);
    expect(await inst.prisma.koplats.count({ where: { lamnad: null } })).toBe(0);
  });

  it('is reached by way of the förgrupp too, started and ended in its forms', async () => {
    const id = await inst.send();
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    await inst.moveTo((await inst.lage(id)).mote?.borjar ?? '');
    const narvarande = Object.values(inst.grund.verksamhet);
    const motiverad = { motivering: 'Pröva i grupp först.', atgarder: [] };
    await inst.decide(id, 'rekommendation', 'sammankallande', { utfall: 'forgrupp', narvarande }, motiverad);
    const datum = await inst.today();
    const utan = await post('sammankallande', id, 'forgruppsresultat', { resultat: 'nej', datum, text: 'Ville inte.' });
    expect(utan.html).toContain('Välj om ärendet går till råd eller tillbaka till teamet.');
    const ostartad = { resultat: 'ja', datum, text: 'Bra.', sedan: '' };
    expect((await post('sammankallande', id, 'forgruppsresultat', ostartad)).html).toContain('Registrera först när');
    const start = await post('sammankallande', id, 'forgruppsstart', { datum, text: '' });
    expect(start.html).toContain('Starten i förgruppen är registrerad.');
    await post('sammankallande', id, 'forgruppsresultat', ostartad);
    expect(await inst.lage(id)).toMatchObject({ fas: 'inskrivning', uppgifter: [{ typ: 'personens_svar' }] });
    const rad = await inst.prisma.forgrupp.findMany({ where: { arendeId: id } });
    expect(rad).toMatchObject([{ resultat: 'ja', text: 'Bra.' }]);
    expect(rad[0]?.startad).toEqual(rad[0]?.slutad);
  });
});
