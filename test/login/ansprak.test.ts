import { claimMappingSchema } from '../../api/login/claim-mapping.js';
import { laggTillRoll } from '../../api/records/bemanning.js';
import { formsOf } from '../support/html.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb, type TestWebOptions } from '../support/web.js';
import { createPeople, HANNA, KARIN } from './people.js';
import { logIn, testProvider, type Account, type TestProviderOptions } from './provider.js';

let database: TestDatabase;
let running: TestWeb[] = [];

beforeEach(async () => {
  database = await createDatabase();
});

afterEach(async () => {
  await Promise.all(running.map((web) => web.stop()));
  running = [];
  await database.drop();
});

async function start(options: TestProviderOptions, more: Partial<TestWebOptions> = {}): Promise<TestWeb> {
  const web = await startWeb({ databaseUrl: database.url, provider: testProvider(options), ...more });
  running.push(web);
  if ((await web.prisma.forbund.count()) === 0) await createPeople(web.prisma);
  return web;
}

const MAPPING = claimMappingSchema.parse({
  namn: 'name',
  epost: 'email',
  titel: 'title',
  verksamhet: { claim: 'organisation', koder: { 'SE-FK': 'fk', 'SE-IFF': 'nybro-iff', 'SE-BORTA': 'finns_inte' } },
  roller: {
    claim: 'groups',
    ger: {
      handlaggare: [{ roll: 'handlaggare' }],
      samba: [{ roll: 'koordinator', insats: 'samba' }, { roll: 'medhandlaggare' }],
      borta: [{ roll: 'koordinator', insats: 'nedlagd' }],
    },
  },
});
const SCOPE = 'openid profile';

const roles = async (web: TestWeb, sub: string): Promise<string[]> => {
  const rows = await web.prisma.roll.findMany({ where: { anvandare: { sub } }, include: { insats: true } });
  return rows.map(({ roll, insats, franLogin }) => `${roll} ${insats?.kod ?? '-'} ${franLogin}`).toSorted();
};

const traced = async (web: TestWeb): Promise<unknown[]> =>
  (await web.prisma.logg.findMany({ orderBy: { id: 'asc' } })).map(({ handling, data, avId }) => ({
    handling,
    avId,
    ...(data as object),
  }));

describe('a provider that names no more than the subject', () => {
  it('lets in who is known, and nobody else, by one answer for the unknown and the shut out', async () => {
    const web = await start({ accounts: { [HANNA]: { claims: {} }, [KARIN]: { claims: {} }, ny: { claims: {} } } });
    await web.prisma.anvandare.update({ where: { sub: KARIN }, data: { aktiv: false } });
    expect((await logIn(web.client(), HANNA)).html).toContain('Hanna Handläggarsson');
    const [closed, unknown] = [await logIn(web.client(), KARIN), await logIn(web.client(), 'ny')];
    expect(closed).toMatchObject({ status: 403, rubrik: 'Du har inget konto i Remissflöde' });
    const bare = (html: string) => html.replaceAll(/value="[^"]*"/g, '');
    expect(bare(unknown.html)).toBe(bare(closed.html));
  });
});

describe.each([
  ['in the token', true],
  ['on a question of its own', false],
])('claims that the provider sends %s', (_how, claimsInToken) => {
  it('become a person with verksamhet and roles at the first login, where the installation takes people in', async () => {
    const claims = { name: 'Nora Nyström', email: 'nora@example.se', organisation: 'SE-IFF', groups: ['samba', 'x'] };
    const web = await start({
      accounts: { nora: { claims } },
      claimsInToken,
      oidc: { scope: SCOPE, claims: { ...MAPPING, nyaPersoner: true } },
    });
    const page = await logIn(web.client(), 'nora');
    expect(page).toMatchObject({ status: 200, address: '/mig' });
    expect(page.html).toContain('Nora Nyström');
    const nora = await web.prisma.anvandare.findUniqueOrThrow({
      where: { sub: 'nora' },
      include: { verksamhet: true },
    });
    expect(nora).toMatchObject({ epost: 'nora@example.se', titel: null, verksamhet: { kod: 'nybro-iff' } });
    expect(await roles(web, 'nora')).toEqual(['koordinator samba true', 'medhandlaggare - true']);
    const about = { anvandare: nora.id, genom: 'inloggning', avId: null };
    expect(await traced(web)).toEqual([
      { handling: 'lagg_till_anvandare', ...about, verksamhet: 'nybro-iff' },
      { handling: 'lagg_till_roll', ...about, roll: 'koordinator', insats: 'samba' },
      { handling: 'lagg_till_roll', ...about, roll: 'medhandlaggare' },
    ]);
  });
});

describe('a person whom the records know', () => {
  const hanna = (claims: Account['claims']): Record<string, Account> => ({ [HANNA]: { claims } });

  it('is renewed at each login; what the claims do not say, or say wrongly, stays', async () => {
    const accounts = hanna({ name: 'Hanna Nygift', email: 'ingen adress', organisation: 'SE-IFF' });
    const web = await start({ accounts, oidc: { scope: SCOPE, claims: MAPPING } });
    await logIn(web.client(), HANNA);
    const read = () => web.prisma.anvandare.findUniqueOrThrow({ where: { sub: HANNA }, include: { verksamhet: true } });
    expect(await read()).toMatchObject({
      namn: 'Hanna Nygift',
      epost: 'hanna@example.se',
      titel: 'Personlig handläggare',
      verksamhet: { kod: 'nybro-iff' },
    });
    expect(await traced(web)).toMatchObject([
      { handling: 'andra_anvandare', falt: ['namn', 'verksamhetId'], verksamhet: 'nybro-iff' },
    ]);

    for (const organisation of ['SE-BORTA', 'SE-OKAND', '']) {
      Object.assign(accounts, hanna({ name: 'Hanna Nygift', organisation }));
      await logIn(web.client(), HANNA);
      expect(await read()).toMatchObject({ verksamhet: { kod: 'nybro-iff' } });
    }
    expect(await traced(web)).toHaveLength(1);
  });

  it('gets and loses by the claims the roles that they give, and keeps those that people have given', async () => {
    const accounts = hanna({ groups: ['samba', 'handlaggare', 'borta'] });
    const web = await start({ accounts, oidc: { scope: SCOPE, claims: MAPPING } });
    await logIn(web.client(), HANNA);
    const given = ['handlaggare - false', 'teamrepresentant samba false'];
    expect(await roles(web, HANNA)).toEqual([...given, 'koordinator samba true', 'medhandlaggare - true'].toSorted());

    Object.assign(accounts, hanna({ groups: 'handlaggare' }));
    await logIn(web.client(), HANNA);
    expect(await roles(web, HANNA)).toEqual(given);

    // no such claim at all: the provider takes everything that it gave
    Object.assign(accounts, hanna({}));
    await logIn(web.client(), HANNA);
    expect(await roles(web, HANNA)).toEqual(given);
  });

  it('keeps a role of the claims that somebody has given her beside them', async () => {
    const accounts = hanna({ groups: ['samba'] });
    const web = await start({ accounts, oidc: { scope: SCOPE, claims: MAPPING } });
    await logIn(web.client(), HANNA);
    const insats = await web.prisma.insats.findUniqueOrThrow({ where: { kod: 'samba' } });
    const [person, av] = await Promise.all(
      [HANNA, KARIN].map((sub) => web.prisma.anvandare.findUniqueOrThrow({ where: { sub } })),
    );
    const given = { av: av?.id ?? '', nar: new Date(), insatsId: insats.id, insats: 'samba', grund: 'kansli' } as const;
    await laggTillRoll(web.prisma, { ...given, anvandareId: person?.id ?? '', roll: 'koordinator' });
    Object.assign(accounts, hanna({}));
    await logIn(web.client(), HANNA);
    expect(await roles(web, HANNA)).toContain('koordinator samba false');
  });

  it('is not let in by any claim when her account is closed, and nothing of it is written', async () => {
    const accounts = hanna({ name: 'Hanna Åter', organisation: 'SE-IFF', groups: ['samba'] });
    const web = await start({ accounts, oidc: { scope: SCOPE, claims: { ...MAPPING, nyaPersoner: true } } });
    await web.prisma.anvandare.update({ where: { sub: HANNA }, data: { aktiv: false } });
    expect(await logIn(web.client(), HANNA)).toMatchObject({ status: 403 });
    expect(await web.prisma.anvandare.findUniqueOrThrow({ where: { sub: HANNA } })).toMatchObject({
      aktiv: false,
      namn: 'Hanna Handläggarsson',
    });
    expect(await traced(web)).toEqual([]);
  });

  it('is known by another claim than the subject where the mapping says so', async () => {
    const accounts = { 'a-b-c': { claims: { tjanstekort: HANNA } } };
    const web = await start({ accounts, oidc: { scope: SCOPE, claims: { ...MAPPING, person: 'tjanstekort' } } });
    expect((await logIn(web.client(), 'a-b-c')).html).toContain('Hanna Handläggarsson');
  });

  it('gets each role once when she logs in twice in the same second', async () => {
    const web = await start({ accounts: hanna({ groups: ['samba'] }), oidc: { scope: SCOPE, claims: MAPPING } });
    await Promise.all(Array.from({ length: 4 }, () => logIn(web.client(), HANNA)));
    expect(await roles(web, HANNA)).toHaveLength(4);
  });
});

describe('somebody whom the records do not know', () => {
  const whole = { name: 'Nora Nyström', email: 'nora@example.se', organisation: 'SE-IFF' };

  it.each<[string, Record<string, unknown>, boolean]>([
    ['the installation takes nobody in', whole, false],
    ['the verksamhet is not known', { ...whole, organisation: 'SE-OKAND' }, true],
    ['the verksamhet does not exist', { ...whole, organisation: 'SE-BORTA' }, true],
    ['there is no name', { ...whole, name: ' ' }, true],
    ['there is no address', { ...whole, email: 'nora' }, true],
  ])('stays out when %s', async (_why, claims, nyaPersoner) => {
    const web = await start({
      accounts: { nora: { claims } },
      oidc: { scope: SCOPE, claims: { ...MAPPING, nyaPersoner } },
    });
    expect(await logIn(web.client(), 'nora')).toMatchObject({
      status: 403,
      rubrik: 'Du har inget konto i Remissflöde',
    });
    expect(await web.prisma.anvandare.count({ where: { sub: 'nora' } })).toBe(0);
  });

  it('becomes one person when she logs in for the first time in two windows at once', async () => {
    const web = await start({
      accounts: { nora: { claims: whole } },
      oidc: { scope: SCOPE, claims: { ...MAPPING, nyaPersoner: true } },
    });
    const pages = await Promise.all([logIn(web.client(), 'nora'), logIn(web.client(), 'nora')]);
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect(await traced(web)).toHaveLength(1);
  });
});

describe('the strength of the proof', () => {
  const accounts: Record<string, Account> = {
    [HANNA]: { claims: {}, acr: 'loa3', amr: ['hwk', 'pin'] },
    [KARIN]: { claims: {}, acr: 'loa2', amr: ['pwd'] },
  };

  it.each([
    ['level', { acr: ['loa3', 'loa4'] }],
    ['way', { amr: ['hwk', 'mfa'] }],
  ])('must reach the %s that the installation demands', async (_what, oidc) => {
    const web = await start({ accounts, claimsInToken: true, oidc });
    expect(await logIn(web.client(), HANNA)).toMatchObject({ status: 200 });
    const karin = web.client();
    expect(await logIn(karin, KARIN)).toMatchObject({ status: 403, rubrik: 'Logga in på ett säkrare sätt' });
    expect((await karin.get('/mig', { follow: false })).status).toBe(303);
    expect(web.log.join('')).not.toMatch(/loa2 .*karin/);
  });

  it('is asked for in the address', async () => {
    const web = await start({ accounts, oidc: { acr: ['loa3', 'loa4'] } });
    const client = web.client();
    const [button] = formsOf((await client.get('/logga-in')).html);
    const { headers } = await client.send('/logga-in', button?.hidden ?? [], { follow: false });
    expect(new URL(headers.get('location') ?? '').searchParams.get('acr_values')).toBe('loa3 loa4');
  });
});

describe('a new proof', () => {
  it('is taken when it is new, and not when it was made long ago, whatever the browser was made to ask for', async () => {
    const accounts: Record<string, Account> = { [HANNA]: { claims: {}, provenAgo: 3600 } };
    const web = await start({ accounts });
    const client = web.client();
    await logIn(client, HANNA);
    const begun = await client.get('/logga-in?igen=ja&till=/mig', { follow: false });
    const asked = new URL(begun.headers.get('location') ?? '');
    expect(asked.searchParams.get('prompt')).toBe('login');
    expect(asked.searchParams.get('max_age')).toBe('600');
    asked.searchParams.delete('prompt');
    asked.searchParams.delete('max_age');
    const back = await client.get(asked.pathname + asked.search);
    expect(back).toMatchObject({ status: 400, rubrik: 'Inloggningen avbröts' });
    expect(back.html).toContain('Du är kvar i Remissflöde');

    accounts[HANNA] = { claims: {} };
    expect(await logIn(client, HANNA, '/logga-in?igen=ja&till=/mig')).toMatchObject({ status: 200, address: '/mig' });
  });

  it('is not taken from a provider that does not tell when it was made', async () => {
    const web = await start({ accounts: { [KARIN]: { claims: {} } }, tellsWhen: false });
    const client = web.client();
    await logIn(client, KARIN);
    // right after the login, but nobody knows when the provider last saw her
    const page = await client.post('/admin/organisation/person', {}, '/mig');
    expect(page).toMatchObject({ status: 401, rubrik: 'Bekräfta att det är du' });
  });
});
