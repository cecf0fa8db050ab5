import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Lage } from '../domain/lage.js';
import type { PrismaClient, Transaction } from '../prisma/client.js';
import {
  remissWorkflowId,
  TASK_QUEUE_REMISS,
  TASK_QUEUE_UTSKICK,
  utskickWorkflowId,
  type RemissInput,
  type UtskickInput,
} from '../workflows/messages.js';

/** Search attributes for operators: codes only, because they are stored in plain text. */
export const SEARCH_INSATS = defineSearchAttributeKey('Insats', SearchAttributeType.KEYWORD);
export const SEARCH_ARENDENUMMER = defineSearchAttributeKey('Arendenummer', SearchAttributeType.KEYWORD);

const BATCH = 50;

/** Longest wait for the engine's answer to one start; below the time that a transaction may take. */
const START_WITHIN_MS = 10_000;

/** What handing over works with. */
export interface Overlamning {
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
 * Hands over to the engine what was written for it: new ärenden and mails become workflows. A row is removed only after
 * its workflow exists, and starting one that exists already is success, so a crash in between repeats without doubling.
 * A row that cannot be handed over is logged and steps aside for a while, longer each time: it never stops the others.
 *
 * @returns how many were looked at; the caller comes again until none is left
 * @throws when the database or the engine is away; what was handed over until then is kept
 */
export async function handOverMotoruppdrag(overlamning: Overlamning): Promise<number> {
  const { looked, away } = await overlamning.prisma.$transaction((tx) => handOverBatch(overlamning, tx), {
    timeout: 60_000,
  });
  if (away) throw away;
  return looked;
}

async function handOverBatch(
  { client, logger, engineAway }: Overlamning,
  tx: Transaction,
): Promise<{ looked: number; away?: Error }> {
  const rows = await tx.$queryRaw<Uppdrag[]>`
    SELECT id, slag, "refId" FROM motoruppdrag WHERE nasta <= now()
    ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  const results = await Promise.allSettled(rows.map((row) => startWorkflow(tx, client, row)));
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

async function startWorkflow(tx: Transaction, client: Client, { slag, refId }: Uppdrag): Promise<void> {
  try {
    await (slag === 'arende' ? startRemiss(tx, client, refId) : startUtskick(client, refId));
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

async function startRemiss(tx: Transaction, client: Client, arendeId: string): Promise<void> {
  const { lage: stored } = await tx.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { lage: true } });
  const lage = stored as unknown as Lage;
  const input: RemissInput = { lage };
  await client.withDeadline(Date.now() + START_WITHIN_MS, () =>
    client.workflow.start('remiss', {
      workflowId: remissWorkflowId(arendeId),
      taskQueue: TASK_QUEUE_REMISS,
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      // who decides just after a worker was killed gets the next one's answer before the page gives up
      workflowTaskTimeout: '5s',
      args: [input],
      staticSummary: lage.nummer,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: SEARCH_INSATS, value: lage.insats },
        { key: SEARCH_ARENDENUMMER, value: lage.nummer },
      ]),
    }),
  );
}

async function startUtskick(client: Client, utskickId: string): Promise<void> {
  const input: UtskickInput = { utskickId };
  await client.withDeadline(Date.now() + START_WITHIN_MS, () =>
    client.workflow.start('utskick', {
      workflowId: utskickWorkflowId(utskickId),
      taskQueue: TASK_QUEUE_UTSKICK,
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      args: [input],
    }),
  );
}
