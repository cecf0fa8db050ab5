import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type Client,
  type WorkflowStartOptions,
} from '@temporalio/client';
import type { Logger } from 'pino';
import { nyttInsatslage, type Insatslage } from '../domain/insats/lage.js';
import type { Lage } from '../domain/lage.js';
import type { PrismaClient, Transaction } from '../prisma/client.js';
import {
  avstamningSignal,
  fortsattSignal,
  gallringWorkflowId,
  overlamningWorkflowId,
  remissWorkflowId,
  sammanstallningWorkflowId,
  TASK_QUEUE_REMISS,
  TASK_QUEUE_UTSKICK,
  utskickWorkflowId,
  type GallringInput,
  type OverlamningInput,
  type SammanstallningInput,
  type UtskickInput,
} from '../workflows/messages.js';
import { insatsStart, remissStart } from '../workflows/start-options.js';

const BATCH = 50;

/** Longest wait for the engine's answer to one call; below the time that a transaction may take. */
const ANSWER_WITHIN_MS = 10_000;

/** What telling the engine works with. */
export interface Motorvag {
  readonly prisma: PrismaClient;
  readonly client: Client;
  readonly logger: Logger;
  /** Whether an error says that the engine does not answer: nothing is wrong with the row then. */
  readonly engineAway: (error: unknown) => boolean;
}

interface Uppdrag {
  readonly id: bigint;
  readonly slag: string;
  readonly refId: string;
}

/**
 * Hands over to the engine what was written for it: new ärenden and mails become workflows; an insats and a running case
 * are told to look at what was written beside them. A row is removed only after that, and all of it can be done twice, so a
 * crash in between repeats without doubling.
 * A row that cannot be handed over is logged and steps aside for a while, longer each time: it never stops the others.
 *
 * @returns how many were looked at; the caller comes again until none is left
 * @throws when the database or the engine is away; what was handed over until then is kept
 */
export async function handOverMotoruppdrag(motorvag: Motorvag): Promise<number> {
  const { looked, away } = await motorvag.prisma.$transaction((tx) => handOverBatch(motorvag, tx), {
    timeout: 60_000,
  });
  if (away) throw away;
  return looked;
}

async function handOverBatch(
  { client, logger, engineAway }: Motorvag,
  tx: Transaction,
): Promise<{ looked: number; away?: Error }> {
  const rows = await tx.$queryRaw<Uppdrag[]>`
    SELECT id, slag, "refId" FROM motoruppdrag WHERE nasta <= now()
    ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  const results = await Promise.allSettled(once(rows, (row) => handOver(tx, client, row)));
  const started: bigint[] = [];
  const aside: bigint[] = [];
  let away: Error | undefined;
  for (const [index, row] of rows.entries()) {
    const result = results[index];
    if (result?.status === 'fulfilled') started.push(row.id);
    else if (engineAway(result?.reason)) away = result?.reason as Error;
    else {
      aside.push(row.id);
      logger.error({ err: result?.reason as unknown, slag: row.slag, refId: row.refId }, 'motoruppdrag steps aside');
    }
  }
  await tx.motoruppdrag.deleteMany({ where: { id: { in: started } } });
  if (aside.length > 0)
    await tx.$executeRaw`
      UPDATE motoruppdrag SET forsok = forsok + 1, nasta = now() + make_interval(secs => least(5 * 2 ^ forsok, 900))
      WHERE id = ANY(${aside})`;
  return away ? { looked: rows.length, away } : { looked: rows.length };
}

/** Many rows about one thing are one call. */
function once(rows: readonly Uppdrag[], call: (row: Uppdrag) => Promise<void>): Promise<void>[] {
  const calls = new Map<string, Promise<void>>();
  return rows.map((row) => {
    const key = `${row.slag} ${row.refId}`;
    const made = calls.get(key) ?? call(row);
    calls.set(key, made);
    return made;
  });
}

async function handOver(tx: Transaction, client: Client, { slag, refId }: Uppdrag): Promise<void> {
  await client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () => {
    switch (slag) {
      case 'arende':
        return startRemiss(tx, client, refId);
      case 'utskick':
        return startUtskick(client, refId);
      case 'sammanstallning':
        return startSammanstallning(client, refId);
      case 'insats':
        return tellInsats(tx, client, refId);
      case 'avstamning':
        return tellRemiss(client, refId);
      case 'overlamning':
        return startOverlamning(client, refId);
      case 'gallring':
        return startGallring(client, refId);
      default:
        throw new Error(`An unknown task for the engine: ${slag}`);
    }
  });
}

async function startRemiss(tx: Transaction, client: Client, arendeId: string): Promise<void> {
  const { lage } = await tx.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { lage: true } });
  await existing(
    client.workflow.start('remiss', {
      ...remissStart(lage as unknown as Lage),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    }),
  );
}

/** Starts a workflow that ends by itself; one that was started before is left as it is, ended or not. */
const startOnce = (client: Client, typ: string, start: WorkflowStartOptions): Promise<void> =>
  existing(client.workflow.start(typ, { ...start, workflowIdReusePolicy: 'REJECT_DUPLICATE' }));

async function startUtskick(client: Client, utskickId: string): Promise<void> {
  const input: UtskickInput = { utskickId };
  await startOnce(client, 'utskick', {
    workflowId: utskickWorkflowId(utskickId),
    taskQueue: TASK_QUEUE_UTSKICK,
    args: [input],
  });
}

async function startSammanstallning(client: Client, sammanstallningId: string): Promise<void> {
  const input: SammanstallningInput = { sammanstallningId };
  await startOnce(client, 'sammanstallning', {
    workflowId: sammanstallningWorkflowId(sammanstallningId),
    taskQueue: TASK_QUEUE_UTSKICK,
    args: [input],
  });
}

/** Tells the insats's workflow to look, and starts it when it does not run: from its row's state, or from its first. */
async function tellInsats(tx: Transaction, client: Client, insatsId: string): Promise<void> {
  const { kod, lage } = await tx.insats.findUniqueOrThrow({
    where: { id: insatsId },
    select: { kod: true, lage: true },
  });
  await client.workflow.signalWithStart('insats', {
    ...insatsStart((lage as Insatslage | null) ?? nyttInsatslage(insatsId, kod)),
    signal: avstamningSignal,
  });
}

/** Starts the workflow of a hand-over, or has one that runs look again. */
async function startOverlamning(client: Client, overlamningId: string): Promise<void> {
  const input: OverlamningInput = { overlamningId };
  await client.workflow.signalWithStart('overlamning', {
    workflowId: overlamningWorkflowId(overlamningId),
    taskQueue: TASK_QUEUE_REMISS,
    args: [input],
    signal: fortsattSignal,
  });
}

async function startGallring(client: Client, gallringId: string): Promise<void> {
  const input: GallringInput = { gallringId };
  await startOnce(client, 'gallring', {
    workflowId: gallringWorkflowId(gallringId),
    taskQueue: TASK_QUEUE_REMISS,
    args: [input],
  });
}

/** A case that is closed, or does not run yet, has nothing to look at: it starts from its row. */
async function tellRemiss(client: Client, arendeId: string): Promise<void> {
  try {
    await client.workflow.getHandle(remissWorkflowId(arendeId)).signal(avstamningSignal);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** Starting what runs already is success. */
async function existing(start: Promise<unknown>): Promise<void> {
  try {
    await start;
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
