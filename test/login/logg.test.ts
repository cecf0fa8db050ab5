import { Writable } from 'node:stream';
import { createLog } from '../../bin/log.js';
import { masked } from '../../api/http/masked.js';
import { testPersonnummer } from '../../prisma/seed/demo/personnummer.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { createPeople, HANNA } from './people.js';

const PERSONNUMMER = testPersonnummer('1990-01-01', 'kvinna');
const WITH_SIGN = `${PERSONNUMMER.slice(2, 8)}-${PERSONNUMMER.slice(8)}`;

let database: TestDatabase;
let web: TestWeb;

beforeAll(async () => {
  database = await createDatabase();
  web = await startWeb({
    databaseUrl: database.url,
    config: { leveransstatusToken: 'hemlig-token-hemlig-token-hemlig-token' },
    routes: (app, { prisma }) => {
      app.post('/gar-sonder', () => {
        throw new Error(`Kunde inte spara ${WITH_SIGN} för "Hemliga Personsson"`);
      });
      app.post('/databasen-sager-nej', async (request) => {
        await prisma.$queryRaw`SELECT ${(request.body as { text: string }).text}::uuid`;
      });
    },
  });
  await createPeople(web.prisma);
});

afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

const FORM: [string, string][] = [
  ['text', `hemlig-text ${PERSONNUMMER}`],
  ['personnummer', PERSONNUMMER],
  ['namn', 'Hemliga Personsson'],
];
const HEADERS = {
  Authorization: 'Bearer hemlig-rubrik',
  'X-Annat': `hemlig-rubrik ${WITH_SIGN}`,
  Referer: `https://annan.example/?hemlig-rubrik=${PERSONNUMMER}`,
  'User-Agent': 'hemlig-rubrik/1.0',
};

it('holds nothing of what was typed, asked for or borne, whatever became of the request', async () => {
  const client = web.client();
  await client.login(HANNA, '/?sok=hemligt-sokord');
  const page = await client.get('/mig', { headers: HEADERS });
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const answers = [
    await client.get(`/?sok=hemligt-sokord&pnr=${PERSONNUMMER}`, { headers: HEADERS }),
    await client.get(`/arenden/${PERSONNUMMER}`, { headers: HEADERS }),
    await client.get(`/arenden/${WITH_SIGN}/beslut/hemligt`, { headers: HEADERS }),
    await client.send('/finns-inte', [...FORM, ['_csrf', csrf]], { headers: HEADERS }),
    await client.send('/utan-token', FORM, { headers: HEADERS }),
    await client.send('/gar-sonder', [...FORM, ['_csrf', csrf]], { headers: HEADERS }),
    await client.send('/databasen-sager-nej', [...FORM, ['_csrf', csrf]], { headers: HEADERS }),
    await client.upload('/arenden/SAMBA-2026-0001/dokument', FORM, [
      { name: `${PERSONNUMMER}.txt`, content: 'hemlig-text' },
    ]),
    await client.send('/leveransstatus', FORM, { headers: HEADERS }),
    await client.get(`/logga-in/retur?code=hemlig-kod&state=hemlig-kod&id_token=hemlig-kod`, { headers: HEADERS }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 409, 500, 500, 409, 404, 200]);
  const log = web.log.join('');
  // it does hold that they were made, and where
  expect(log).toContain('"path":"/gar-sonder"');
  expect(log).toContain('"path":"/arenden/…/beslut/hemligt"');
  const leaked = new RegExp(
    ['hemlig-', 'hemligt-', 'Hemliga', PERSONNUMMER, WITH_SIGN, 'remissflode=', 'Bearer', 'code=', 's%3A', csrf].join(
      '|',
    ),
  );
  expect(leaked.exec(log)?.[0]).toBeUndefined();
});

it('leaves out what is secret by its name, should anybody log it', () => {
  const lines: string[] = [];
  const to = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void lines.push(chunk.toString())) });
  const log = createLog('prov', 'info', to);
  const secret = { password: 'hemligt', authorization: 'hemligt', cookie: 'hemligt', body: { text: 'hemligt' } };
  log.info({ ...secret, headers: secret, request: { headers: secret }, config: { databaseUrl: 'hemligt' } }, 'ord');
  log.error({ err: Object.assign(new Error('fel'), { body: 'hemligt', detail: 'hemligt' }) }, 'fel');
  expect(lines.join('')).not.toContain('hemligt');
  expect(lines.join('')).toContain('"message":"fel"');
});

it.each([
  [PERSONNUMMER, '…'],
  [WITH_SIGN, '…'],
  [`/arenden/${PERSONNUMMER}/beslut`, '/arenden/…/beslut'],
  [`${WITH_SIGN.replace('-', '+')}, ${PERSONNUMMER}.`, '…, ….'],
  ['SAMBA-2026-0042', 'SAMBA-2026-0042'],
  ['6f2c1a50-1234-4321-9876-123456789012', '6f2c1a50-1234-4321-9876-123456789012'],
  ['2026-11-24T09:30:00.000Z', '2026-11-24T09:30:00.000Z'],
])('%s is written as %s', (text, written) => {
  expect(masked(text)).toBe(written);
});
