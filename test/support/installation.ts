import { randomUUID } from 'node:crypto';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { ParsedMail } from 'mailparser';
import { pino } from 'pino';
import { makeCurrent } from '../../api/engine/deployment.js';
import { createClient, createEngine, type Besked, type Engine } from '../../api/engine/engine.js';
import type { PayloadKey } from '../../api/engine/payload-codec.js';
import { temporalKlocka } from '../../api/engine/klocka.js';
import { countOgjort, readVantande } from '../../api/queries/tidmaskin.js';
import { forberedInsatsbeslut } from '../../api/records/forbered-insatsbeslut.js';
import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import { startWorkers, type Workers } from '../../bin/workers.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Formular } from '../../domain/formular.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import type { Insatsbeslutstyp, Insatsbeslutsunderlag, Insatsformular, Insatslage } from '../../domain/insats/lage.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { systemKlocka, type Klocka } from '../../domain/klocka.js';
import type { Beslutsunderlag } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import type { Profilkod } from '../../prisma/seed/profiler.js';
import { remissWorkflowId, type FattatInsatsbeslut } from '../../workflows/messages.js';
import { createGrund, type Grund, type Personkod } from './grund.js';
import { createDatabase } from './postgres.js';
import { aRemiss } from './remiss.js';
import { startSmtp, type TestSmtp } from './smtp.js';
import { startDevServer, startTimeSkippingServer, type TimeSkippingServer } from './temporal.js';
import { until } from './until.js';
import { quietRuntime, testKeys } from './temporal-keys.js';
import { recordKeys } from './record-keys.js';

/** A whole running installation with a clock that the test moves: PostgreSQL, Temporal, workers and a mail server. */
export interface Installation {
  readonly databaseUrl: string;
  readonly prisma: PrismaClient;
  readonly grund: Grund;
  readonly client: Client;
  readonly engine: Engine;
  readonly klocka: Klocka;
  readonly temporalAddress: string;
  /** The mail server, which can be away. */
  readonly smtp: TestSmtp;
  /** What the mail server has taken. */
  readonly mail: ParsedMail[];
  /** Sends a remiss and waits until its workflow runs; returns the ärende's id. */
  send(change?: Partial<Remissinnehall>): Promise<string>;
  /** Decides through the engine, as the web does: the form is prepared, the Update is sent. */
  decide<T extends Beslutstyp>(
    arendeId: string,
    typ: T,
    av: Personkod,
    data: Beslutsunderlag[T],
    formular: Formular<T>,
    beslutId?: string,
  ): Promise<Besked>;
  /** Decides on the insats through the engine, as the web does. */
  decideInsats<T extends Insatsbeslutstyp>(
    typ: T,
    av: Personkod,
    data: Insatsbeslutsunderlag[T],
    formular: Insatsformular[T],
    beslutId?: string,
  ): Promise<Besked<FattatInsatsbeslut>>;
  /** The insats's state, once it has looked for the first time. */
  insatslage(): Promise<Insatslage>;
  /** The row's state. */
  lage(arendeId: string): Promise<Lage>;
  handle(arendeId: string): WorkflowHandle;
  /** Moves the clock to an instant, step by step over everything that falls due, and waits until it has been done. */
  moveTo(instant: string): Promise<void>;
  /** Moves the clock by seconds without waiting for anything: what falls due meanwhile cannot be done, or is not open. */
  skip(seconds: number): Promise<void>;
  /** Today's Swedish day on the installation's clock. */
  today(): Promise<string>;
  /** In real time only: the time-skipping server keeps the steps of running cases for the workers before. */
  restartWorkers(): Promise<void>;
  /** In real time only: everybody goes on with these payload keys, the first of which encrypts. */
  rotate(payloadKeys: readonly PayloadKey[]): Promise<void>;
  stop(): Promise<void>;
}

export interface InstallationOptions {
  /** A real-time installation runs on the dev server with its state in a file, as `npm start` does; it cannot be moved. */
  readonly realTime?: boolean;
  readonly insats?: Profilkod;
  readonly shape?: (profile: Insatsprofil) => Insatsprofil;
  /** The moment at which everything begins, ISO; unless told the next working hour, when mails go. Not in real time. */
  readonly from?: string;
  /** Whether people hear of things as is usual, in one mail a morning; unless told each goes by itself. */
  readonly samlat?: boolean;
  /** Where the links in mails lead; nowhere unless told. */
  readonly baseUrl?: string;
}

quietRuntime();

/** Long enough for a busy machine; only a failing test waits as long. */
const WAIT_MS = 60_000;

/** Starts an installation of a test's own. */
export async function startInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const { insats, shape, realTime, from, samlat, baseUrl = 'http://localhost:3000' } = options;
  const database = await createDatabase();
  const server = realTime ? await startRealTimeServer() : await startTimeSkippingServer();
  if (!realTime) await skipTo(server, from ?? nextArbetstid(await server.now()));
  const prisma = createPrisma(database.url, recordKeys);
  const grund = await createGrund(prisma, insats, shape);
  if (!samlat) await tellDirectly(prisma, grund);
  const post = await startSmtp();
  const mail: ParsedMail[] = [];
  post.onTaken = ({ parsed }) => mail.push(parsed);
  let payloadKeys: readonly PayloadKey[] = testKeys;
  let client = createClient(server.connection, server.namespace, payloadKeys);
  let engine = createEngine(client, { prisma, answerWithinMs: WAIT_MS });
  const klocka = realTime ? systemKlocka : temporalKlocka(server.connection);
  const start = () =>
    startWorkers(
      {
        databaseUrl: database.url,
        temporalAddress: server.address,
        temporalNamespace: server.namespace,
        smtpUrl: post.url,
        mailFrom: 'remissflode@exempel.se',
        baseUrl,
        payloadKeys: [...payloadKeys],
        recordKeys,
        klocka: realTime ? 'system' : 'temporal',
        logLevel: 'silent',
        production: false,
        port: 3000,
      },
      pino({ level: 'silent' }),
    );
  let workers: Workers = await start();

  const lage = async (arendeId: string): Promise<Lage> => {
    const row = await prisma.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { lage: true } });
    return row.lage as unknown as Lage;
  };
  const now = async (): Promise<string> => (await klocka.now()).toISOString();
  const installation: Installation = {
    databaseUrl: database.url,
    prisma,
    grund,
    get client() {
      return client;
    },
    get engine() {
      return engine;
    },
    klocka,
    temporalAddress: server.address,
    smtp: post,
    mail,
    lage,
    handle: (arendeId) => client.workflow.getHandle(remissWorkflowId(arendeId)),
    today: async () => dayOf(await now()),
    async send(change = {}) {
      const remittent = { id: grund.person.remittent, verksamhetId: grund.verksamhet.fk };
      const innehall = { ...aRemiss(grund, dayOf(await now())), ...change };
      const { arendeId } = await skickaRemiss(prisma, { remittent, innehall, nu: await now() });
      await until(
        'the workflow of the ärende',
        async () => (await prisma.motoruppdrag.count({ where: { slag: 'arende' } })) === 0,
        WAIT_MS,
      );
      return arendeId;
    },
    async decide(arendeId, typ, av, data, formular, beslutId = randomUUID()) {
      const nu = await now();
      const avId = grund.person[av];
      const prepared = {
        id: beslutId,
        arendeId,
        typ,
        avId,
        forberett: nu,
        data: JSON.parse(JSON.stringify(data)) as object,
        formular: JSON.parse(JSON.stringify(formular)) as object,
      };
      // not an upsert: two in the same moment would both try to create it
      await prisma.beslut.createMany({ data: [prepared], skipDuplicates: true });
      return engine.decide(arendeId, { id: beslutId, typ, av: avId, dag: dayOf(nu), data });
    },
    async decideInsats(typ, av, data, formular, beslutId = randomUUID()) {
      const nu = await now();
      const avId = grund.person[av];
      const beslut = { id: beslutId, typ, av: avId, nar: nu, dag: dayOf(nu), data };
      await forberedInsatsbeslut(prisma, { insatsId: grund.insats.id, beslut, formular });
      return engine.decideInsats(grund.insats.id, beslut);
    },
    async insatslage() {
      const read = async () =>
        (await prisma.insats.findUniqueOrThrow({ where: { id: grund.insats.id }, select: { lage: true } })).lage;
      await until('the first look of the insats', async () => (await read()) !== null, WAIT_MS);
      return (await read()) as unknown as Insatslage;
    },
    async moveTo(instant) {
      for (;;) {
        const due = await nextDue(prisma, klocka);
        const target = due !== undefined && due < instant ? due : instant;
        const ms = Date.parse(target) - Date.parse(await now());
        if (ms > 0) await server.skip(Math.ceil(ms / 1000));
        await until('what falls due', async () => ((await nextDue(prisma, klocka)) ?? '9') > target, WAIT_MS);
        await until('the mail', () => isMailSent(prisma, klocka), WAIT_MS);
        if (target === instant) break;
      }
    },
    skip: (seconds) => server.skip(seconds),
    async restartWorkers() {
      await workers.stop();
      workers = await start();
    },
    async rotate(keys) {
      await workers.stop();
      payloadKeys = keys;
      client = createClient(server.connection, server.namespace, keys);
      engine = createEngine(client, { prisma, answerWithinMs: WAIT_MS });
      workers = await start();
    },
    async stop() {
      await workers.stop();
      await server.stop();
      await post.stop();
      await prisma.$disconnect();
      await database.drop();
    },
  };
  return installation;
}

async function skipTo(server: TimeSkippingServer, instant: string): Promise<void> {
  const ms = Date.parse(instant) - (await server.now()).getTime();
  if (ms > 0) await server.skip(ms / 1000);
}

/** A moment of a working day that leaves some hours of it: now, or nine in the morning of the next one. */
function nextArbetstid(now: Date): string {
  const nu = now.toISOString();
  const idag = dayOf(nu);
  const isNow =
    kalender.isArbetsdag(idag) && nu > kalender.instantAt(idag, '08:30') && nu < kalender.instantAt(idag, '14:00');
  return isNow ? nu : kalender.instantAt(kalender.addArbetsdagar(idag, 1), '09:00');
}

/** Everybody of the fixture wants each thing by itself: what a test looks for comes when it happens. */
const tellDirectly = (prisma: PrismaClient, { person }: Grund): Promise<unknown> =>
  prisma.aviseringsval.createMany({
    data: Object.values(person).flatMap((anvandareId) =>
      ['uppgift', 'paminnelse', 'besked', 'kannedom'].map((slag) => ({ anvandareId, slag, satt: 'direkt' })),
    ),
  });

/** The dev server, with this build's workers as the version that cases are given to, and a clock that cannot be moved. */
async function startRealTimeServer(): Promise<TimeSkippingServer> {
  const server = await startDevServer();
  await makeCurrent(server.connection, server.namespace);
  const skip = () => Promise.reject(new Error('The clock of the dev server cannot be moved'));
  return { ...server, skip, now: () => systemKlocka.now() };
}

/** Whether every mail whose hour has come has gone. */
const isMailSent = async (prisma: PrismaClient, klocka: Klocka): Promise<boolean> =>
  (await countOgjort(prisma, await klocka.now())).mejl === 0;

/** The first moment at which any open case or insats wakes by itself. */
const nextDue = async (prisma: PrismaClient, klocka: Klocka): Promise<string | undefined> =>
  (await readVantande(prisma, await klocka.now()))[0]?.vaknar;
