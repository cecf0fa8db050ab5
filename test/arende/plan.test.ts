import { startInstallation, type Installation } from '../support/installation.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

describe('The plan of a case, in its forms and on its pages', () => {
  let inst: Installation;
  let web: TestWeb;
  let koordinator: WebClient;
  let id: string;
  let nummer: string;
  let idag: string;

  beforeAll(async () => {
    inst = await startInstallation();
    web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
    id = await inst.send();
    ({ nummer } = await inst.lage(id));
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    await inst.moveTo((await inst.lage(id)).mote?.borjar ?? '');
    const narvarande = Object.values(inst.grund.verksamhet);
    const motiverad = { motivering: 'Ja.', atgarder: [] };
    await inst.decide(id, 'rekommendation', 'sammankallande', { utfall: 'inskrivning', narvarande }, motiverad);
    idag = await inst.today();
    await inst.decide(id, 'personens_svar', 'remittent', { svar: 'ja', datum: idag }, { till: 'T', satt: 'telefon' });
    const inskrivning = { beslutsdatum: idag, startdatum: idag, overinskrivning: false };
    const person = { koordinator: inst.grund.person.koordinator };
    await inst.decide(id, 'inskrivning', 'sammankallande', { ...inskrivning, ...person }, {});
    koordinator = web.client();
    await koordinator.login('koordinator');
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const form = (typ: string) => `/arenden/${nummer}/beslut/${typ}`;
  const UTKAST = {
    lage: 'utkast',
    mal: 'Arbeta halvtid',
    'delmal-1': 'Besök på arbetsplatsen',
    'delmalAnsvarig-1': 'Anna T',
  };
  const GALLANDE = {
    ...UTKAST,
    lage: 'gallande',
    uppfoljning: 'Var tredje månad',
    ansvar: 'Koordinatorn bokar.',
    deltog: 'Vid tre möten i maj',
    installning: 'invander',
    invandning: 'Vill börja senare',
    kopiaLamnad: 'ja',
    kopiaSprak: 'arabiska',
    tolk: 'ja',
  };

  it('a draft is saved without the participant; in force it needs her, and says beside each field what is missing', async () => {
    expect((await koordinator.get(`/arenden/${nummer}/plan`)).html).toContain('Ingen plan är skriven än.');
    expect((await koordinator.post(form('genomforandeplan'), { ...UTKAST, datum: idag })).html).toContain(
      'Utkastet är sparat.',
    );
    const again = await koordinator.get(form('genomforandeplan'));
    expect(again.html).toContain('Det här blir version 2.');
    // the new version begins from the last one's text
    expect(again.html).toContain('Arbeta halvtid');
    expect(again.html).toContain('value="Besök på arbetsplatsen"');
    const half = await koordinator.post(form('genomforandeplan'), { ...UTKAST, datum: idag, lage: 'gallande' });
    expect(half.status).toBe(422);
    const told = [...half.html.matchAll(/ id="([^"]+)-fel"/g)].map(([, name = '']) => name);
    expect(told.toSorted()).toEqual(
      ['ansvar', 'deltog', 'installning', 'kopiaLamnad', 'kopiaSprak', 'tolk', 'uppfoljning'].toSorted(),
    );
  });

  it('each version is kept and readable, the one in force marked', async () => {
    expect((await koordinator.post(form('genomforandeplan'), { ...GALLANDE, datum: idag })).html).toContain(
      'Planen gäller.',
    );
    await koordinator.post(form('genomforandeplan'), { ...GALLANDE, datum: idag, mal: 'Arbeta heltid' });
    await koordinator.post(form('genomforandeplan'), { ...UTKAST, datum: idag, mal: 'Studera' });
    const { html } = await koordinator.get(`/arenden/${nummer}/plan`);
    expect(html).toContain('Genomförandeplan, version 3: Gällande');
    expect(html).toContain('Arbeta heltid');
    expect(html).toContain('Genomförandeplanen förs här.');
    const lagen = [...html.matchAll(/>Version (\d)<[\s\S]*?(Utkast|Gällande|Ersatt)/g)].map(([, nr, lage]) => [
      nr,
      lage,
    ]);
    expect(lagen).toEqual([
      ['4', 'Utkast'],
      ['3', 'Gällande'],
      ['2', 'Ersatt'],
      ['1', 'Utkast'],
    ]);
    const page = await koordinator.get(`/arenden/${nummer}/plan/2/utskrift`);
    for (const text of ['Arbeta halvtid', 'Vid tre möten i maj', 'Vill börja senare', 'arabiska', 'Anna T', 'Ersatt'])
      expect(page.html).toContain(text);
    expect((await koordinator.get(`/arenden/${nummer}/plan/5/utskrift`)).status).toBe(404);
  });

  it('the underlag tells kartläggning, ratings and arbetsprövningar with days and sources, and its reading is traced', async () => {
    const kartlaggning = {
      instrument: inst.grund.insats.profil.kartlaggningsinstrument[0] ?? '',
      utfordAv: 'Arbetsterapeut Test',
      certifierad: 'ja',
      klar: idag,
      sammanfattning: 'Orkar två timmar.',
      spar: 'ratt_ersattning',
    };
    expect((await koordinator.get(form('aktivitet'))).html).toContain('när kartläggningen är klar');
    expect((await koordinator.post(form('kartlaggning'), kartlaggning)).html).toContain('Kartläggningen är avslutad.');
    const aktivitet = { slag: 'arbetsprovning', plats: 'Testverkstaden', fran: idag, till: idag };
    const fel = await koordinator.post(form('aktivitet'), { ...aktivitet, omfattning: '125' });
    expect([fel.status, fel.html.includes('Skriv ett helt tal från 1 till 100.')]).toEqual([422, true]);
    await koordinator.post(form('aktivitet'), { ...aktivitet, omfattning: '25 %' });
    await koordinator.post(form('skattning'), { datum: idag, steg: '2', text: 'Bättre än i våras' });
    await koordinator.post(form('planuppfoljning'), { datum: idag, text: 'Går framåt', steg: '3' });
    const slut = { aktivitet: (await inst.lage(id)).aktiviteter?.[0]?.id ?? '', datum: idag, resultat: 'Klarade 25' };
    expect((await koordinator.post(form('aktivitetsslut'), slut)).html).toContain('Aktiviteten är avslutad.');
    await koordinator.post(form('ersattningsansokan'), { slag: 'sjukersattning', skickad: idag });
    const { html } = await koordinator.get(`/arenden/${nummer}/underlag`);
    const expected = ['Orkar två timmar.', 'Arbetsterapeut Test, certifierad', 'Testverkstaden', '25 %', 'Klarade 25'];
    for (const text of [...expected, 'Bättre än i våras', 'Egen skattning', 'Planuppföljning', 'Test koordinator'])
      expect(html).toContain(text);
    expect(html).toContain('Skattningar i tidsordning: steg 2, 3');
    const plan = await koordinator.get(`/arenden/${nummer}/plan`);
    for (const text of ['Väntar på besked', 'Går framåt', 'Kartläggningen förs här.'])
      expect(plan.html).toContain(text);
    const traced = await inst.prisma.logg.findMany({ where: { arendeId: id, handling: 'las_arende' } });
    expect(traced.map(({ data }) => data)).toEqual(
      expect.arrayContaining([{ visning: 'underlag' }, { visning: 'plan' }]),
    );
  });

  it('is hidden from those who may not read the case; the spår is changed with a reason and the first one stays in the kartläggning', async () => {
    const other = await inst.send();
    const { nummer: annat } = await inst.lage(other);
    const remittent = web.client();
    await remittent.login('remittent');
    for (const path of ['plan', 'underlag', 'plan/1/utskrift'])
      expect((await remittent.get(`/arenden/${annat}/${path}`)).html).not.toContain('Underlag till ansökan');
    const frammande = web.client();
    await frammande.login('annan_remittent');
    for (const path of ['plan', 'underlag', 'plan/2/utskrift'])
      expect((await frammande.get(`/arenden/${nummer}/${path}`)).status).toBe(404);
    expect((await koordinator.get(form('utan_kartlaggning'))).status).toBe(404);
    const bytt = await koordinator.post(form('sparbyte'), { spar: 'snabbspar', skal: 'Orkar mer.' });
    expect(bytt.html).toContain('Ärendet har nu spåret Snabbspår.');
    const row = await inst.prisma.arende.findUniqueOrThrow({ where: { id }, include: { kartlaggning: true } });
    expect([row.spar, row.kartlaggning?.spar]).toEqual(['snabbspar', 'ratt_ersattning']);
  });
});
