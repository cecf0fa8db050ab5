import {
  Client,
  Connection,
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { InternalConnectionOptionsSymbol, type InternalConnectionOptions } from '@temporalio/client/lib/connection.js';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { isPossibleIn, type Beslutstyp } from '../../domain/faser.js';
import type { Hinder } from '../../domain/hinder.js';
import type { Insatsbeslut, Insatsbeslutstyp } from '../../domain/insats/lage.js';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import type { PrismaClient } from '../../prisma/client.js';
import { HINDER } from '../../workflows/failures.js';
import {
  beslutUpdate,
  insatsbeslutUpdate,
  insatsWorkflowId,
  remissWorkflowId,
  type FattatBeslut,
  type FattatInsatsbeslut,
} from '../../workflows/messages.js';
import { remissStart } from '../../workflows/start-options.js';
import type { Tls } from '../../prisma/tls.js';
import { createDataConverter } from './data-converter.js';
import { engineTls } from './engine-tls.js';
import type { PayloadKey } from './payload-codec.js';

/** What became of a decision that was handed to the case's workflow. */
export type Besked<F = FattatBeslut> =
  | { readonly slag: 'fattat'; readonly beslut: F }
  | { readonly slag: 'hindrat'; readonly hinder: Hinder }
  /** Not taken yet, perhaps later: no engine, no worker, or the case's workflow has not started. Everything is kept. */
  | { readonly slag: 'inte_registrerat' }
  /** A fault of ours: under this id the decision can never be taken. */
  | { readonly slag: 'oskrivbart' };

/** The web's way to the cases and the insatser. */
export interface Engine {
  /**
   * Hands a decision to its case and waits for the answer, at most some seconds. The decision's id is the Update's id:
   * handed over twice it is taken once, and the second call gets the first one's answer.
   */
  decide<T extends Beslutstyp>(arendeId: string, beslut: Beslut<T>): Promise<Besked>;
  /** Hands a decision to an insats, with the same guarantees. */
  decideInsats<T extends Insatsbeslutstyp>(
    insatsId: string,
    beslut: Insatsbeslut<T>,
  ): Promise<Besked<FattatInsatsbeslut>>;
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 10_000;

/**
 * Connects to the engine when it is first needed, so that pages can be read while it is away.
 *
 * @param options.testService whether the engine is the time-skipping server, which can be asked for its clock
 * @param options.tls encrypts the connection
 */
export function connectLazily(
  address: string,
  { testService = false, tls }: { testService?: boolean; tls?: Tls | undefined } = {},
): Connection {
  const options: InternalConnectionOptions = {
    address,
    ...engineTls(tls),
    [InternalConnectionOptionsSymbol]: { supportsTestService: testService },
  };
  return Connection.lazy(options);
}

/** A client with the encryption that every value to the engine goes through. */
export const createClient = (connection: Connection, namespace: string, keys: readonly PayloadKey[]): Client =>
  new Client({ connection, namespace, dataConverter: createDataConverter(keys) });

/**
 * The engine behind a client.
 *
 * @param options.answerWithinMs bounds the wait for a decision's answer
 * @param options.logger hears of every decision that got no answer, or can never get a good one
 * @param options.prisma where a closed case's state stands, from which it is started again; without it none is reopened
 */
export function createEngine(
  client: Client,
  options: { answerWithinMs?: number; logger?: Logger; prisma?: PrismaClient } = {},
): Engine {
  const { answerWithinMs = ANSWER_WITHIN_MS, logger, prisma } = options;

  async function ask<F>(traces: object, send: () => Promise<F>): Promise<Besked<F>> {
    const deadline = Date.now() + answerWithinMs;
    const once = () => client.withDeadline(deadline, send);
    try {
      return { slag: 'fattat', beslut: await onceMore(once) };
    } catch (error) {
      return asBesked(error, logger?.child(traces));
    }
  }

  return {
    decide: (arendeId, beslut) =>
      ask({ arende: arendeId, beslut: beslut.id }, async () => {
        const update = { args: [beslut] as [typeof beslut], updateId: beslut.id };
        const closed = prisma && isPossibleIn(beslut.typ, 'stangd') ? await readClosed(prisma, arendeId) : undefined;
        if (!closed)
          return client.workflow.getHandle(remissWorkflowId(arendeId)).executeUpdate(beslutUpdate(beslut.typ), update);
        return client.workflow.executeUpdateWithStart(beslutUpdate(beslut.typ), {
          ...update,
          startWorkflowOperation: reopening(closed),
        });
      }),
    decideInsats: (insatsId, beslut) =>
      ask({ insats: insatsId, beslut: beslut.id }, () =>
        client.workflow
          .getHandle(insatsWorkflowId(insatsId))
          .executeUpdate(insatsbeslutUpdate(beslut.typ), { args: [beslut], updateId: beslut.id }),
      ),
    close: () => client.connection.close(),
  };
}

/** The state of a case that is closed, whose workflow has ended. */
async function readClosed(prisma: PrismaClient, arendeId: string): Promise<Lage | undefined> {
  const row = await prisma.arende.findUnique({ where: { id: arendeId, fas: 'stangd' }, select: { lage: true } });
  return row ? (row.lage as unknown as Lage) : undefined;
}

/** A closed case runs again, to be decided on; one that runs already, or is just closing, is the same case. */
const reopening = (lage: Lage) =>
  new WithStartWorkflowOperation('remiss', {
    ...remissStart(lage),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  });

/**
 * gRPC: FAILED_PRECONDITION. The step of the workflow that took the decision was thrown away and is taken anew, as when a
 * signal comes in the very moment in which the decision closes the case. The same Update, asked for again, is answered by
 * the new step.
 */
const INTERRUPTED = 9;

async function onceMore<F>(ask: () => Promise<F>): Promise<F> {
  try {
    return await ask();
  } catch (error) {
    if (grpcCode(error) !== INTERRUPTED) throw error;
    return ask();
  }
}

function asBesked(error: unknown, logger?: Logger): Exclude<Besked, { slag: 'fattat' }> {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    if (cause instanceof ApplicationFailure && cause.type === HINDER)
      return { slag: 'hindrat', hinder: { kod: String(cause.details?.[0]), mening: cause.message } };
    logger?.error({ err: error }, 'the decision can never be taken');
    return { slag: 'oskrivbart' };
  }
  if (!isEngineAway(error) && !(error instanceof WorkflowNotFoundError)) throw error;
  logger?.warn({ code: grpcCode(error) ?? (error as Error).name }, 'no answer to a decision');
  return { slag: 'inte_registrerat' };
}

/**
 * gRPC: CANCELLED, DEADLINE_EXCEEDED, NOT_FOUND, RESOURCE_EXHAUSTED, interrupted a second time, INTERNAL (a stream cut off by
 * a server that died), UNAVAILABLE. Any other code is a fault of ours.
 */
const AWAY: readonly unknown[] = [1, 4, 5, 8, INTERRUPTED, 13, 14];

/** Whether an error says that the engine did not answer, or does not know the case yet: the same again may succeed. */
export const isEngineAway = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || AWAY.includes(grpcCode(error));

/** The client wraps the gRPC error of most of its calls. */
function grpcCode(error: unknown): number | undefined {
  const wrapped = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(wrapped) ? wrapped.code : undefined;
}
