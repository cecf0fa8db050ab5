import {
  Client,
  Connection,
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { InternalConnectionOptionsSymbol, type InternalConnectionOptions } from '@temporalio/client/lib/connection.js';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Hinder } from '../../domain/hinder.js';
import type { Beslut } from '../../domain/lage.js';
import { HINDER } from '../../workflows/failures.js';
import { beslutUpdate, remissWorkflowId, type FattatBeslut } from '../../workflows/messages.js';
import { createDataConverter } from './data-converter.js';
import type { PayloadKey } from './payload-codec.js';

/** What became of a decision that was handed to the case's workflow. */
export type Besked =
  | { readonly slag: 'fattat'; readonly beslut: FattatBeslut }
  | { readonly slag: 'hindrat'; readonly hinder: Hinder }
  /** Not taken yet, perhaps later: no engine, no worker, or the case's workflow has not started. Everything is kept. */
  | { readonly slag: 'inte_registrerat' }
  /** A fault of ours: under this id the decision can never be taken. */
  | { readonly slag: 'oskrivbart' };

/** The web's way to the cases. */
export interface Engine {
  /**
   * Hands a decision to its case and waits for the answer, at most some seconds. The decision's id is the Update's id:
   * handed over twice it is taken once, and the second call gets the first one's answer.
   */
  decide<T extends Beslutstyp>(arendeId: string, beslut: Beslut<T>): Promise<Besked>;
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 10_000;

/**
 * Connects to the engine when it is first needed, so that pages can be read while it is away.
 *
 * @param testService whether the engine is the time-skipping server, which can be asked for its clock
 */
export function connectLazily(address: string, { testService = false } = {}): Connection {
  const options: InternalConnectionOptions = {
    address,
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
 */
export function createEngine(client: Client, options: { answerWithinMs?: number; logger?: Logger } = {}): Engine {
  const { answerWithinMs = ANSWER_WITHIN_MS, logger } = options;
  return {
    async decide(arendeId, beslut) {
      const handle = client.workflow.getHandle(remissWorkflowId(arendeId));
      try {
        const fattat = await client.withDeadline(Date.now() + answerWithinMs, () =>
          handle.executeUpdate(beslutUpdate(beslut.typ), { args: [beslut], updateId: beslut.id }),
        );
        return { slag: 'fattat', beslut: fattat };
      } catch (error) {
        return asBesked(error, logger?.child({ arende: arendeId, beslut: beslut.id }));
      }
    },
    close: () => client.connection.close(),
  };
}

function asBesked(error: unknown, logger?: Logger): Besked {
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
 * gRPC: CANCELLED, DEADLINE_EXCEEDED, NOT_FOUND, RESOURCE_EXHAUSTED, INTERNAL (a stream cut off by a server that died),
 * UNAVAILABLE. Any other code is a fault of ours.
 */
const AWAY: readonly unknown[] = [1, 4, 5, 8, 13, 14];

/** Whether an error says that the engine did not answer, or does not know the case yet: the same again may succeed. */
export const isEngineAway = (error: unknown): boolean =>
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || AWAY.includes(grpcCode(error));

/** The client wraps the gRPC error of most of its calls. */
function grpcCode(error: unknown): number | undefined {
  const wrapped = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(wrapped) ? wrapped.code : undefined;
}
