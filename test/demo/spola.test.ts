import { jest } from '@jest/globals';
import { simpleParser, type ParsedMail } from 'mailparser';
import pg from 'pg';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { createClient, createEngine } from '../../api/engine/engine.js';
import { temporalKlocka } from '../../api/engine/klocka.js';
import { createTidmaskin } from '../../api/engine/tidmaskin.js';
import { startWorkers, type Workers } from '../../bin/workers.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { nextWake, type Lage } from '../../domain/lage.js';
import { seedDemo } from '../../prisma/seed/demo/seed.js';
import { createPrisma } from '../../prisma/client.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { quietRuntime, testKeys } from '../support/temporal-keys.js';
import { startTimeSkippingServer, type TimeSkippingServer } from '../support/temporal.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { recordKeys } from '../support/record-keys.js';
import { hemligtI } from './utanfor.js';

quietRuntime();

const mail: ParsedMail[] = [];
/** What was asked of a connection that had not answered yet. */
const samtidiga: string[] = [];
let database: TestDatabase;
let temporal: TimeSkippingServer;
let smtp: SMTPServer;
let workers: Workers;
let web: TestWeb;

/** The driver takes one question at a time; more are only put in its queue, which it will stop doing. */
function followQueries(): { stop: () => void } {
  const asked = new WeakMap<pg.Client, number>();
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  const spy = jest.spyOn(prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const before = asked.get(this) ?? 0;
    if (before > 0) samtidiga.push(JSON.stringify(given[0]).slice(0, 400));
    asked.set(this, before + 1);
    const answer = query.apply(this, given);
    const done = () => asked.set(this, (asked.get(this) ?? 1) - 1);
    void Promise.resolve(answer).then(done, done);
    return answer;
  });
  return { stop: () => spy.mockRestore() };
}

beforeAll(async () => {
  database = await createDatabase();
  temporal = await startTimeSkippingServer();
  const following = followQueries();
  const prisma = createPrisma(database.url, recordKeys);
  await seedDemo(prisma, await temporal.now(), () => undefined);
  following.stop();
  await prisma.$disconnect();
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((one) => {
        mail.push(one);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const address = smtp.server.address();
  const smtpPort = typeof address === 'object' && address ? address.port : 0;
  workers = await startWorkers(
    {
      databaseUrl: database.url,
      temporalAddress: temporal.address,
      temporalNamespace: temporal.namespace,
      smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
      mailFrom: 'remissflode@exempel.se',
      baseUrl: 'http://localhost:3000',
      payloadKeys: testKeys,
      recordKeys,
      klocka: 'temporal',
      logLevel: 'silent',
      production: false,
      port: 3000,
    },
    pino({ level: 'silent' }),
  );
  web = await startWeb({
    databaseUrl: database.url,
    klocka: temporalKlocka(temporal.connection),
    engine: {
      ...createEngine(createClient(temporal.connection, temporal.namespace, testKeys)),
      close: async () => undefined,
    },
    tidmaskin: createTidmaskin(temporal.connection, temporal.namespace),
  });
});

afterAll(async () => {
  await web.stop();
  await workers.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await temporal.stop();
  await database.drop();
});

const wakesOf = async (): Promise<string[]> => {
  const rows = await web.prisma.arende.findMany({ where: { stangd: null }, select: { lage: true } });
  return rows.map(({ lage }) => nextWake(lage as unknown as Lage) ?? '').toSorted();
};

test('the demo is played with one question at a time to each connection', () => {
  expect([...new Set(samtidiga)]).toEqual([]);
});

test('the next event is when the first case wakes, and nothing before it', async () => {
  const client = web.client();
  await client.login('kajsa-koordinatorsson');
  const [first = ''] = await wakesOf();
  const answer = await client.post('/tidmaskin', { hopp: 'handelse' }, '/');
  expect(answer.status).toBe(200);
  const now = await temporal.now();
  expect(now.getTime() - Date.parse(first)).toBeGreaterThanOrEqual(0);
  expect(now.getTime() - Date.parse(first)).toBeLessThan(20_000);
  const [next = ''] = await wakesOf();
  expect(next > now.toISOString()).toBe(true);
});

test('a month forwards: every reminder and task comes on its own day, mail follows, and the page tells', async () => {
  const client = web.client();
  await client.login('siv-samordnarsson');
  const before = await temporal.now();
  const sentBefore = mail.length;
  const answer = await client.post('/tidmaskin', { hopp: 'manad', sida: '/hjalp' }, '/');
  expect(answer.address).toBe('/hjalp');
  expect(answer.html).toMatch(/Nu är det .* På vägen kom \d+ påminnelser/);

  const after = await temporal.now();
  expect((after.getTime() - before.getTime()) / 86_400_000).toBeGreaterThan(27);
  expect((await wakesOf())[0]! > after.toISOString()).toBe(true);

  const reminders = await web.prisma.handelse.findMany({
    where: { nar: { gt: before }, typ: { in: ['paminnelse', 'uppgift_oppnad'] } },
  });
  const days = new Set(reminders.map(({ nar }) => dayOf(nar)));
  expect(reminders.length).toBeGreaterThan(30);
  expect(days.size).toBeGreaterThan(10);
  const minutes = reminders.map(({ nar }) =>
    new Intl.DateTimeFormat('sv', { timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(nar),
  );
  expect([...new Set(minutes)]).toEqual(['08:00']);

  const written = await web.prisma.utskick.findMany({ where: { skapat: { gt: before } } });
  const waits = written.filter(({ status }) => !['skickat', 'inaktuellt', 'hoppat'].includes(status));
  expect(waits.filter(({ gar }) => gar === null || gar <= after)).toEqual([]);
  const sent = written.filter(({ status }) => status === 'skickat');
  expect(sent.length).toBeGreaterThan(30);
  expect(sent.filter(({ skickat, skapat, gar }) => !skickat || dayOf(skickat) !== dayOf(gar ?? skapat))).toEqual([]);
  const alone = sent.filter(({ satt }) => satt === 'direkt').length;
  const together = await web.prisma.sammanstallning.count({ where: { status: 'skickat', skickat: { gt: before } } });
  expect(mail.length - sentBefore).toBe(alone + together);
});

test('none of its mails names anybody who is referred, nor says what is written about her', async () => {
  const hemligt = await hemligtI(web.prisma);
  expect(hemligt.length).toBeGreaterThan(300);
  const sent = mail.map(({ subject, text, html, headerLines }) =>
    [subject, text, html, ...headerLines.map(({ line }) => line)].join('\n'),
  );
  expect(sent.length).toBeGreaterThan(30);
  expect(hemligt.filter((one) => sent.some((text) => text.includes(one)))).toEqual([]);
});

test('the bar shows the simulated day on every page, buttons only to those who are logged in', async () => {
  const visitor = web.client();
  const page = await visitor.get('/utloggad');
  expect(page.html).toContain('I demon är det');
  expect(page.html).not.toContain('action="/tidmaskin"');
  expect((await visitor.send('/tidmaskin', [['hopp', 'dag']])).status).not.toBe(200);
});

test('without a time machine there is neither bar nor address', async () => {
  const real = await startWeb({ databaseUrl: database.url });
  const client = real.client();
  const page = await client.login('karin-kanslisson');
  expect(page.html).not.toContain('I demon är det');
  expect((await client.post('/tidmaskin', { hopp: 'dag' }, '/')).status).toBe(404);
  await real.stop();
});
