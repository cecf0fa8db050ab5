import { createGrund, type Grund, type Personkod } from '../support/grund.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';

const FOLK = '/insatser/vagknuten/folk';
const MENING = 'Du kan inte ge dig själv en roll eller en plats i insatsen.';

let database: TestDatabase;
let web: TestWeb;
let grund: Grund;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({ databaseUrl: database.url });
  grund = await createGrund(web.prisma, 'vagknuten');
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

const give = async (sub: Personkod, path: string, fields: Record<string, string>) => {
  const client = web.client();
  await client.login(sub);
  return client.post(`${FOLK}/${path}`, fields, FOLK);
};

test('kansli lets nobody into the ärenden by giving herself a role or a seat', async () => {
  const { kansli } = grund.person;
  const answers = [
    await give('kansli', 'roll', { person: kansli, roll: 'sammankallande' }),
    await give('kansli', 'team', { team: grund.teamId, medlem: kansli, plats: 'ordinarie' }),
  ];
  for (const { status, html } of answers) {
    expect(status).toBe(422);
    expect(html).toContain(MENING);
  }
  expect(await web.prisma.roll.count({ where: { anvandareId: kansli, roll: { not: 'kansli' } } })).toBe(0);
  expect(await web.prisma.teammedlem.count({ where: { anvandareId: kansli } })).toBe(0);
});

test('sammankallande, who sees every ärende of the insats already, may be its koordinator too', async () => {
  const { sammankallande } = grund.person;
  await give('sammankallande', 'roll', { person: sammankallande, roll: 'koordinator' });
  expect(await web.prisma.roll.count({ where: { anvandareId: sammankallande, roll: 'koordinator' } })).toBe(1);
});
