import { skickaRemiss } from '../../api/records/skicka-remiss.js';
import { nextInsatsWake, type Insatslage } from '../../domain/insats/lage.js';
import { nextWake, type Lage } from '../../domain/lage.js';
import type { Remissinnehall } from '../../domain/remissinnehall.js';
import type { Prisma, PrismaClient, Transaction } from '../../prisma/client.js';
import {
  insatslageQuery,
  insatsWorkflowId,
  lageQuery,
  remissWorkflowId,
  sammanstallningWorkflowId,
  utskickWorkflowId,
} from '../../workflows/messages.js';
import { until } from '../support/until.js';
import { WAIT_MS, type Running } from './running.js';

/** An ärende of these tests. */
export interface Arende {
  readonly id: string;
  readonly nummer: string;
}

/** Who of the demo sends, and whom her remisser are open to. */
export const REMITTENT = 'fia-exempelsson';
const OPEN_TO = ['fk', 'af', 'nybro_iff'];

/**
 * Sends a remiss of the demo's SAMBA and waits until its workflow runs.
 *
 * @param reminder the moment of the first reminder, instead of the one that the calendar gives
 */
export async function sendRemiss({ prisma, temporal }: Running, reminder?: Date): Promise<Arende> {
  const arende = await writeRemiss(prisma, reminder);
  await until(`the workflow of ${arende.nummer}`, () => isRunning(temporal, arende.id), WAIT_MS);
  return arende;
}

/** The same without waiting: the engine may be away. */
export async function writeRemiss(prisma: PrismaClient, reminder?: Date): Promise<Arende> {
  const remittent = await prisma.anvandare.findUniqueOrThrow({ where: { sub: REMITTENT } });
  const verksamheter = await prisma.verksamhet.findMany({ where: { kod: { in: OPEN_TO } }, select: { id: true } });
  const innehall = remissinnehall(verksamheter.map(({ id }) => id));
  const nu = new Date().toISOString();
  const client = reminder ? withReminder(prisma, reminder) : prisma;
  const { arendeId, nummer } = await skickaRemiss(client, { remittent, innehall, nu });
  return { id: arendeId, nummer };
}

/** Moves the reminder in the very transaction that sends: the engine starts from what is committed. */
function withReminder(prisma: PrismaClient, reminder: Date): PrismaClient {
  const nar = reminder.toISOString();
  const sending = async (work: (tx: Transaction) => Promise<{ arendeId: string }>) =>
    prisma.$transaction(async (tx) => {
      const sent = await work(tx);
      const row = await tx.arende.findUniqueOrThrow({ where: { id: sent.arendeId }, select: { lage: true } });
      const lage = row.lage as unknown as Lage;
      const uppgifter = lage.uppgifter.map((one) => ({ ...one, paminnelse: { ...one.paminnelse, nar } }));
      const moved: Lage = { ...lage, uppgifter };
      const data = { lage: moved as unknown as Prisma.InputJsonValue };
      await tx.arende.update({ where: { id: sent.arendeId }, data });
      return sent;
    });
  return { $transaction: sending } as unknown as PrismaClient;
}

const remissinnehall = (verksamheter: readonly string[]): Remissinnehall => ({
  insats: 'samba_lis',
  syfte: 'inskrivning',
  person: {
    identifierad: true,
    personnummer: '198001012387',
    namn: 'Prov Personsson',
    kon: 'kvinna',
    kommun: '0881',
    tolk: false,
    skyddad: false,
  },
  samtycken: verksamheter.map((verksamhet) => ({
    verksamhet,
    uppgiftsslag: ['sysselsattning'],
    giltigtFran: '2020-01-01',
    form: 'skriftligt',
  })),
  problembild: 'Lång frånvaro från arbetslivet.',
  forsorjning: [{ kod: 'sjukpenning', omfattning: 'hel' }],
  sysselsattning: ['ingen'],
  nollplacerad: false,
  fraga: 'Vad kan vi göra tillsammans?',
});

const isRunning = async (temporal: Running['temporal'], arendeId: string): Promise<boolean> =>
  temporal.workflow
    .getHandle(remissWorkflowId(arendeId))
    .describe()
    .then(
      ({ status }) => status.name === 'RUNNING',
      () => false,
    );

/** The state of a case as its workflow knows it. */
export const lageInEngine = ({ temporal }: Running, arendeId: string): Promise<Lage> =>
  temporal.workflow.getHandle(remissWorkflowId(arendeId)).query(lageQuery);

/** Waits until the engine holds a timer for the case's next deadline. */
export const timerArmed = ({ temporal }: Running, arendeId: string): Promise<void> =>
  until(
    'the timer',
    async () => {
      const { events = [] } = await temporal.workflow.getHandle(remissWorkflowId(arendeId)).fetchHistory();
      return events?.some(({ timerStartedEventAttributes }) => timerStartedEventAttributes) ?? false;
    },
    WAIT_MS,
  );

/**
 * Everything that decisions have left behind in a case, without what differs between two equal cases: ids and times.
 * A case that was disturbed must read as one that never was.
 */
export async function traceOf({ prisma }: Running, arendeId: string) {
  const where = { arendeId };
  const [arende, handelser, uppgifter, utskick, punkter, fattade, logg] = await Promise.all([
    prisma.arende.findUniqueOrThrow({
      where: { id: arendeId },
      select: { version: true, fas: true, nastaUppgift: true, nastaForfaller: true },
    }),
    prisma.handelse.findMany({
      where,
      orderBy: [{ version: 'asc' }, { ordning: 'asc' }],
      select: { version: true, ordning: true, typ: true, avId: true },
    }),
    prisma.uppgift.findMany({ where, select: { id: true, typ: true, verksamhetId: true, avslutadSom: true } }),
    prisma.utskick.findMany({ where, select: { slag: true, sekvens: true, nyckel: true, mottagareId: true } }),
    prisma.motespunkt.count({ where }),
    prisma.beslut.findMany({
      where: { ...where, fattat: { not: null } },
      orderBy: { version: 'asc' },
      select: { typ: true, version: true, formular: true },
    }),
    prisma.logg.findMany({
      where: { ...where, handling: { in: ['skicka_remiss', 'granskning', 'yttrande', 'forfall'] } },
      orderBy: { id: 'asc' },
      select: { handling: true },
    }),
  ]);
  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  return {
    arende,
    handelser,
    uppgifter: sorted(uppgifter.map(({ id, ...rest }) => ({ nr: id.split('/')[1], ...rest }))),
    utskick: sorted(utskick),
    punkter,
    fattade,
    logg: logg.map(({ handling }) => handling),
  };
}

/**
 * Expects that a case's versions follow each other without gap, and that the engine comes to hold the row's state: what a
 * worker wrote in its last moment, the next one lets it know of.
 */
export async function expectWhole(running: Running, { id }: Pick<Arende, 'id'>): Promise<void> {
  const where = { arendeId: id };
  const [{ version, lage }, handelser] = await Promise.all([
    running.prisma.arende.findUniqueOrThrow({ where: { id }, select: { version: true, lage: true } }),
    running.prisma.handelse.findMany({ where, distinct: ['version'], orderBy: { version: 'asc' } }),
  ]);
  expect(handelser.map((one) => one.version)).toEqual(Array.from({ length: version }, (_, index) => index + 1));
  await until('the engine to know', async () => (await lageInEngine(running, id)).version >= version, WAIT_MS);
  expect(await lageInEngine(running, id)).toEqual(lage);
  expectAhead(nextWake(lage as unknown as Lage));
}

/** What the calendar has given lies ahead: nothing was slept through. */
const expectAhead = (wake: string | undefined): void =>
  expect(wake === undefined || Date.parse(wake) > Date.now() - WAIT_MS).toBe(true);

/** Expects that an insats's workflow runs and holds the same state as its row. */
export async function expectInsatsWhole({ prisma, temporal }: Running, id: string): Promise<void> {
  const handle = temporal.workflow.getHandle(insatsWorkflowId(id));
  expect((await handle.describe()).status.name).toBe('RUNNING');
  const { version, lage } = await prisma.insats.findUniqueOrThrow({ where: { id } });
  await until('the insats to know', async () => (await handle.query(insatslageQuery)).version >= version, WAIT_MS);
  expect(await handle.query(insatslageQuery)).toEqual(lage);
  expect(lage).toMatchObject({ version });
  expectAhead(nextInsatsWake(lage as unknown as Insatslage));
}

/** Expects that every mail of a case has been given to the engine: by itself, or with the morning's of its reader. */
export async function expectMailHandedOver({ prisma, temporal }: Running, { id }: Arende): Promise<void> {
  const rows = await prisma.utskick.findMany({
    where: { arendeId: id, status: { not: 'hoppat' } },
    select: { id: true, satt: true, mottagareId: true },
  });
  const morgnar = await prisma.sammanstallning.findMany({
    where: { mottagareId: { in: rows.filter(({ satt }) => satt === 'samlat').map(({ mottagareId }) => mottagareId) } },
    select: { id: true },
  });
  const egna = rows.filter(({ satt }) => satt === 'direkt');
  const ids = [...egna, ...morgnar].map((row) => row.id);
  const left = () => prisma.motoruppdrag.count({ where: { refId: { in: ids } } });
  await until('the mail to be handed over', async () => (await left()) === 0, WAIT_MS);
  const workflows = [
    ...egna.map((row) => utskickWorkflowId(row.id)),
    ...morgnar.map((row) => sammanstallningWorkflowId(row.id)),
  ];
  for (const one of workflows) {
    const { status } = await temporal.workflow.getHandle(one).describe();
    expect(['RUNNING', 'COMPLETED']).toContain(status.name);
  }
}
