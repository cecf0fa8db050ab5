import {
  Client,
  Connection,
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { InternalConnectionOptionsSymbol, type InternalConnectionOptions } from '@temporalio/client/lib/connection.js';
import { ApplicationFailure } from '@temporalio/common';
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
  | { readonly slag: 'inte_registrerat' };

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

/** Connects to the engine when it is first needed, so that pages can be read while it is away. */
export function connectLazily(address: string): Connection {
  const options: InternalConnectionOptions = {
    address,
    [InternalConnectionOptionsSymbol]: { supportsTestService: true },
  };
  return Connection.lazy(options);
}

/** A client with the encryption that every value to the engine goes through. */
export const createClient = (connection: Connection, namespace: string, keys: readonly PayloadKey[]): Client =>
  new Client({ connection, namespace, dataConverter: createDataConverter(keys) });

/** The engine behind a client; `answerWithinMs` bounds the wait for a decision's answer. */
export function createEngine(client: Client, answerWithinMs = ANSWER_WITHIN_MS): Engine {
  return {
    async decide(arendeId, beslut) {
      const handle = client.workflow.getHandle(remissWorkflowId(arendeId));
      try {
        const fattat = await client.withDeadline(Date.now() + answerWithinMs, () =>
          handle.executeUpdate(beslutUpdate(beslut.typ), { args: [beslut], updateId: beslut.id }),
        );
        return { slag: 'fattat', beslut: fattat };
      } catch (error) {
        return asBesked(error);
      }
    },
    close: () => client.connection.close(),
  };
}

function asBesked(error: unknown): Besked {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    if (cause instanceof ApplicationFailure && cause.type === HINDER)
      return { slag: 'hindrat', hinder: { kod: String(cause.details?.[0]), mening: cause.message } };
    throw error;
  }
  if (
    error instanceof WorkflowNotFoundError ||
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    isGrpcServiceError(error)
  )
    return { slag: 'inte_registrerat' };
  throw error;
}
