import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';
import { startWeb, type TestWeb } from '../support/web.js';

describe('A person who has said yes and changes their mind', () => {
  let inst: Installation;
  let web: TestWeb;
  let id: string;
  let nummer: string;

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
  });
  afterAll(async () => {
    await web.stop();
    await inst.stop();
  });

  const as = async (sub: string) => {
    const client = web.client();
    await client.login(sub);
    return client;
  };
  const svara = async (sub: string, svar: 'ja' | 'nej') =>
    (await as(sub)).post(`/arenden/${nummer}/beslut/personens_svar`, {
      svar,
      datum: await inst.today(),
      till: 'Test Testsson',
      satt: 'telefon',
    });
  const told = () => inst.prisma.utskick.count({ where: { arendeId: id, slag: 'besked' } });

  it('can be registered as a no until the enrolment, and the case is closed; the remittent is told of what others do for her', async () => {
    const before = await told();
    expect((await svara('remittent', 'ja')).html).toContain('Personens ja är registrerat.');
    const page = await (await as('remittent')).get(`/remisser/${nummer}`);
    expect(page.html).toContain('Personen har ångrat sig');
    const form = await (await as('remittent')).get(`/arenden/${nummer}/beslut/personens_svar`);
    expect(form.html).toContain('Har personen ångrat sig, registrera nej.');
    const again = await svara('remittent', 'ja');
    expect(again.status).toBe(422);
    expect(again.html).toContain('Personens ja är redan registrerat.');
    // nobody is told by mail of what she did herself
    expect(await told()).toBe(before);

    expect((await svara('sammankallande', 'nej')).html).toContain('Personens nej är registrerat och ärendet stängt.');
    expect(await inst.lage(id)).toMatchObject({ fas: 'stangd', stangdSom: 'tackat_nej', svar: 'nej' });
    expect(await inst.prisma.personensSvar.findMany({ where: { arendeId: id }, select: { svar: true } })).toEqual([
      { svar: 'nej' },
    ]);
    expect(await inst.prisma.uppgift.count({ where: { arendeId: id, avslutad: null } })).toBe(0);
    // but of what another did for her
    expect(await told()).toBe(before + 1);
    await until('the end of its workflow', async () => (await inst.handle(id).describe()).status.name === 'COMPLETED');
  });
});
