import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
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

/**
 * Hands over to the engine what was written for it: new ärenden and mails become workflows. A row is removed only after
 * its workflow exists, and starting one that exists already is success, so a crash in between repeats without doubling.
 *
 * @returns how many were handed over; the caller comes again until none is left
 */
export async function handOverMotoruppdrag(prisma: PrismaClient, client: Client): Promise<number> {
  return prisma.$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<{ id: bigint; slag: string; refId: string }[]>`
        SELECT id, slag, "refId" FROM motoruppdrag ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
      await Promise.all(rows.map((row) => startWorkflow(tx, client, row)));
      await tx.motoruppdrag.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
      return rows.length;
    },
    { timeout: 60_000 },
  );
}

async function startWorkflow(
  tx: Transaction,
  client: Client,
  { slag, refId }: { slag: string; refId: string },
): Promise<void> {
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
  await client.workflow.start('remiss', {
    workflowId: remissWorkflowId(arendeId),
    taskQueue: TASK_QUEUE_REMISS,
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    args: [input],
    staticSummary: lage.nummer,
    typedSearchAttributes: new TypedSearchAttributes([
      { key: SEARCH_INSATS, value: lage.insats },
      { key: SEARCH_ARENDENUMMER, value: lage.nummer },
    ]),
  });
}

async function startUtskick(client: Client, utskickId: string): Promise<void> {
  const input: UtskickInput = { utskickId };
  await client.workflow.start('utskick', {
    workflowId: utskickWorkflowId(utskickId),
    taskQueue: TASK_QUEUE_UTSKICK,
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    args: [input],
  });
}
