import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Runtime, DefaultLogger } from '@temporalio/worker';
import { pino } from 'pino';
import { fattaBeslut } from '../activities/fatta-beslut.js';
import { makeCurrent } from '../api/engine/deployment.js';
import { createClient, createEngine } from '../api/engine/engine.js';
import { forberedBeslut } from '../prisma/forbered-beslut.js';
import { startMailbox } from '../bin/embedded/mailbox.js';
import { startEmbeddedPostgres } from '../bin/embedded/postgres.js';
import { findTemporalProgram } from '../bin/embedded/temporal-programs.js';
import { ensureNamespace } from '../api/engine/namespace.js';
import { connectTestService, startDevServer } from '../bin/embedded/temporal-server.js';
import { startWorkers } from '../bin/workers.js';
import type { Beslut } from '../domain/beslutsunderlag.js';
import type { Lage } from '../domain/lage.js';
import { dayOf } from '../domain/kalender/tid.js';
import { createPrisma, type PrismaClient } from '../prisma/client.js';
import { grantToApplication } from '../prisma/application-role.js';
import { migrate } from '../prisma/migrate.js';
import { seedDemo } from '../prisma/seed/demo/seed.js';
import { remissWorkflowId } from '../workflows/messages.js';

/*
 * What a decision costs on a durable installation: through the engine (Update, local activity, one SQL transaction), against
 * the same SQL transaction called directly, alternating in one run. The database syncs to disk, the engine keeps its state in
 * a file. Prints medians with their spread, their ratio, and the server's own counters.
 */

const WARM_UP = 20;
const ROUNDS = 100;

const folder = await mkdtemp(join(tmpdir(), 'remissflode-bench-'));
Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') });
const postgres = await startEmbeddedPostgres({ folder: join(folder, 'db'), logFile: join(folder, 'postgres.log') });
await migrate(postgres.ownerUrl);
await grantToApplication(postgres.ownerUrl, postgres.url);
const program = await findTemporalProgram('temporal');
const server = await startDevServer({
  program,
  databaseFile: join(folder, 'temporal.db'),
  logFile: join(folder, 'temporal.log'),
});
const connection = await connectTestService(server.address);
await ensureNamespace(connection);
await makeCurrent(connection, 'remissflode');
const mailbox = await startMailbox({ folder: join(folder, 'mejl') });
const payloadKeys = [{ id: 'bench', key: Buffer.alloc(32, 'bench') }];
const recordKeys = payloadKeys;
const prisma = createPrisma(postgres.url, recordKeys);
await seedDemo(prisma, new Date(), () => undefined);

const workers = await startWorkers(
  {
    databaseUrl: postgres.url,
    temporalAddress: server.address,
    temporalNamespace: 'remissflode',
    smtpUrl: mailbox.smtpUrl,
    mailFrom: 'remissflode@exempel.se',
    baseUrl: 'http://localhost:3000',
    payloadKeys,
    recordKeys,
    klocka: 'system',
    logLevel: 'silent',
    production: false,
    port: 3000,
  },
  pino({ level: 'silent' }),
);
const client = createClient(connection, 'remissflode', payloadKeys);
const engine = createEngine(client, { answerWithinMs: 30_000 });

try {
  const [through, direct] = await twoCases(prisma);
  while ((await prisma.motoruppdrag.count()) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  const handle = client.workflow.getHandle(remissWorkflowId(through));
  const engineMs: number[] = [];
  const bareMs: number[] = [];
  for (let round = 0; round < WARM_UP; round += 1) await Promise.all([throughEngine(through), bare(direct)]);
  const before = await handle.describe();
  for (let round = 0; round < ROUNDS; round += 1) {
    engineMs.push(await throughEngine(through));
    bareMs.push(await bare(direct));
  }
  const after = await handle.describe();
  const transitions = (one: typeof before) => Number(one.raw.workflowExecutionInfo?.stateTransitionCount ?? 0);
  console.log(`machine: load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}, ${ROUNDS} rounds`);
  console.log(`decision through the engine: ${spread(engineMs)}`);
  console.log(`the same transaction, bare:  ${spread(bareMs)}`);
  console.log(`ratio of medians: ${(median(engineMs) / median(bareMs)).toFixed(1)}`);
  console.log(
    `per decision: ${((after.historyLength - before.historyLength) / ROUNDS).toFixed(2)} events, ` +
      `${((transitions(after) - transitions(before)) / ROUNDS).toFixed(2)} state transitions`,
  );
} finally {
  await workers.stop();
  await mailbox.stop();
  await connection.close();
  await server.program.stop();
  await prisma.$disconnect();
  await postgres.program.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Two open cases in the working phases: one for each way of deciding. */
async function twoCases(database: PrismaClient): Promise<[string, string]> {
  const [first, second] = await database.arende.findMany({ where: { fas: 'process' }, select: { id: true }, take: 2 });
  if (!first || !second) throw new Error('The demo has no two cases in process');
  return [first.id, second.id];
}

/** A free movement between the working phases, prepared as the web does it, and how long the taking of it took. */
async function prepared(arendeId: string): Promise<{ beslut: Beslut<'fasbyte'>; lage: Lage; nu: string }> {
  const row = await prisma.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { lage: true } });
  const lage = row.lage as unknown as Lage;
  const { id: av } = await prisma.anvandare.findFirstOrThrow({ select: { id: true } });
  const nar = new Date();
  const nu = nar.toISOString();
  const data = { till: lage.fas === 'process' ? 'bada' : 'process' } as const;
  const beslut = { id: randomUUID(), typ: 'fasbyte', av, dag: dayOf(nu), data } as const;
  await forberedBeslut(prisma, { ...beslut, arendeId, formular: {}, nar });
  return { beslut, lage, nu };
}

async function throughEngine(arendeId: string): Promise<number> {
  const { beslut } = await prepared(arendeId);
  const start = performance.now();
  const besked = await engine.decide(arendeId, beslut);
  if (besked.slag !== 'fattat') throw new Error(`Not taken: ${JSON.stringify(besked)}`);
  return performance.now() - start;
}

async function bare(arendeId: string): Promise<number> {
  const input = await prepared(arendeId);
  const start = performance.now();
  await fattaBeslut(prisma, input);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${at(0)} to ${at(1)} ms`;
}
