import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { tillInskrivning } from '../support/till-inskrivning.js';
import { startWeb, type TestWeb } from '../support/web.js';

/** One case on the real engine; the tests share its clock and stand in the order of their dates. */
describe('An avslut', () => {
  let inst: Installation;
  let web: TestWeb;
  let id: string;
  let adress: string;

  beforeAll(async () => {
    inst = await startInstallation();
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

  const post = async (typ: string, fields: Record<string, string>) => {
    const client = web.client();
    await client.login('koordinator');
    return client.post(`${adress}/${typ}`, fields);
  };

  it('is preceded by what the remittent needs to know of what does not go as planned', async () => {
    const datum = await inst.today();
    await inst.decide(id, 'avvikelse', 'koordinator', { datum }, { text: 'Deltagaren kommer inte.' });
    expect(await inst.prisma.avvikelse.findMany({ select: { text: true } })).toEqual([
      { text: 'Deltagaren kommer inte.' },
    ]);
    const { version } = await inst.lage(id);
    const besked = { arendeId: id, sekvens: version, slag: 'besked', mottagareId: inst.grund.person.remittent };
    expect(await inst.prisma.utskick.count({ where: besked })).toBe(1);
  });

  it('shields a person by alias, with two named people, the ersättare among those who work in the insats', async () => {
    const { rep_af: rep, annan_koordinator: ersattare, koordinator } = inst.grund.person;
    const formular = { alias: 'Linden', skal: 'Beslut av Skatteverket.' };
    const { sammankallande, remittent } = inst.grund.person;
    const tryBy = (person: string, fler: readonly string[] = [sammankallande, remittent, rep]) =>
      inst.decide(id, 'skyddad_identitet', 'koordinator', { ersattare: person, fler }, formular);
    expect(await tryBy(koordinator, [])).toMatchObject({ hinder: { kod: 'samma_person' } });
    expect(await tryBy(ersattare, [])).toMatchObject({ hinder: { kod: 'utan_sammankallande' } });
    expect(await tryBy(ersattare, [crypto.randomUUID()])).toMatchObject({ hinder: { kod: 'okand_namngiven' } });
    expect(await tryBy(rep)).toMatchObject({ hinder: { kod: 'ersattare' } });
    expect(await tryBy(ersattare)).toMatchObject({ slag: 'fattat' });
    const { individ } = await inst.prisma.arende.findUniqueOrThrow({
      where: { id },
      select: { individ: { select: { skyddad: true, alias: true } } },
    });
    expect(individ).toMatchObject({ skyddad: true, alias: 'Linden' });
    expect((await inst.lage(id)).namngivna).toEqual([koordinator, ersattare, sammankallande, remittent, rep]);
  });

  it('to a verksamhet names it, its contact and whether it received; team and remittent are told', async () => {
    const avslutsdatum = await inst.today();
    const bas = { avslutsdatum, analys: 'Har prövat tre dagar i veckan.', forslag: 'Fortsatt träning.' };
    const halv = await post('avslut', { ...bas, overlamning: 'ja', overlamningTill: 'Arbetsförmedlingen' });
    expect(halv.status).toBe(422);
    expect(halv.html).toContain('Skriv vem hos den mottagande verksamheten som tar över.');
    expect(halv.html).toContain('Välj om överlämningen är mottagen.');
    const motsagt = await post('avslut', { ...bas, overlamning: 'nej', overlamningTill: 'Arbetsförmedlingen' });
    expect(motsagt.html).toContain('Välj ja när någon tar över');
    await post('avslut', { ...bas, overlamning: 'nej' });
    expect(await inst.prisma.avslut.findUniqueOrThrow({ where: { arendeId: id } })).toMatchObject({
      forslag: 'Fortsatt träning.',
      overlamningTill: null,
    });
    const { version } = await inst.lage(id);
    const told = await inst.prisma.utskick.findMany({
      where: { arendeId: id, sekvens: version, slag: 'besked' },
      select: { mottagareId: true },
    });
    const { remittent, rep_af: repAf } = inst.grund.person;
    expect(told.map(({ mottagareId }) => mottagareId)).toEqual(expect.arrayContaining([remittent, repAf]));
  });

  it('back to an authority is not complete without one, and takes codes that do not contradict each other', async () => {
    const bas = { orsak: 'fortsatt_rehabilitering', enkat: 'lamnad', farKontaktas: 'nej', steg: '3' };
    const gor = { sysselsattning: 'arbetssokande:hel', forsorjning: 'aktivitetsstod:hel' };
    const utan = await post('avslutsuppgifter', { ...bas, ...gor });
    expect(utan.status).toBe(422);
    expect(utan.html).toContain('Skriv vilken verksamhet som tar över.');
    const dubbelt = await post('avslutsuppgifter', { ...bas, ...gor, 'sysselsattning-2': 'ingen:hel' });
    expect(dubbelt.html).toContain('kan inte anges tillsammans med något annat');
    await post('avslutsuppgifter', {
      ...bas,
      ...gor,
      overlamningTill: 'Arbetsförmedlingen',
      overlamningKontakt: 'Test Mottagare',
      overlamningMottagen: 'ja',
    });
    expect(await inst.prisma.avslut.findUniqueOrThrow({ where: { arendeId: id } })).toMatchObject({
      orsak: 'fortsatt_rehabilitering',
      enkat: 'lamnad',
      farKontaktas: false,
      overlamningTill: 'Arbetsförmedlingen',
      overlamningMottagen: true,
    });
    expect((await inst.lage(id)).fas).toBe('uppfoljning');
  });

  it('is followed up also when the person does not want contact: the task comes, no attempt is made', async () => {
    const { avslutsdatum = '' } = await inst.lage(id);
    const oppnas = kalender.arbetsdagFrom(kalender.addDays(avslutsdatum, 76));
    await inst.moveTo(kalender.instantAt(oppnas, '12:00'));
    const client = web.client();
    await client.login('koordinator');
    const page = await client.get(`${adress}/uppfoljning`);
    expect(page.html).toContain('Personen har sagt nej till att bli kontaktad.');
    expect(page.html).toContain('value="vill_inte" checked');
    expect((await client.get(`${adress}/kontaktforsok`)).status).toBe(409);
    await inst.decide(
      id,
      'uppfoljning',
      'koordinator',
      { resultat: 'vill_inte', datum: oppnas },
      { sysselsattning: [], forsorjning: [] },
    );
    expect(await inst.lage(id)).toMatchObject({ fas: 'stangd', stangdSom: 'uppfoljd' });
  });
});
