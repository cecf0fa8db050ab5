import { EventEmitter } from 'node:events';
import type { Client } from '@temporalio/client';
import pg from 'pg';
import type { Logger } from 'pino';
import { handOverMotoruppdrag } from '../activities/motoruppdrag.js';
import { tellAllAtStart } from '../activities/vid-start.js';
import { isEngineAway } from '../api/engine/engine.js';
import type { PrismaClient } from '../prisma/client.js';
import { pause } from './pause.js';

const LOOK_EVERY_MS = 30_000;
const RETRY_AFTER_MS = 1_000;

/** A running pump. */
export interface Pump {
  stop(): Promise<void>;
}

interface PumpDeps {
  /** how the connection that listens is made */
  readonly database: pg.ClientConfig;
  readonly prisma: PrismaClient;
  readonly client: Client;
  readonly logger: Logger;
}

/**
 * Hands over what was written for the engine, as soon as PostgreSQL notifies of it, and looks by itself now and then for
 * what a lost notification left behind. Every worker has one; rows are skipped while another holds them.
 */
export async function startPump(deps: PumpDeps): Promise<Pump> {
  const stopping = new AbortController();
  const loop = run(deps, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await loop;
    },
  };
}

async function run(deps: PumpDeps, stopping: AbortSignal): Promise<void> {
  let told = false;
  while (!stopping.aborted) {
    const listener = new pg.Client(deps.database);
    try {
      if (!told) await tellAllAtStart(deps.prisma);
      told = true;
      await drainOnEveryNotice(deps, listener, stopping);
    } catch (error) {
      deps.logger.warn({ err: error }, 'motoruppdrag could not be handed over; trying again');
      await pause(RETRY_AFTER_MS, stopping);
    } finally {
      // not waited for: after a connection that TLS refused it may never come
      void listener.end().catch(() => undefined);
    }
  }
}

async function drainOnEveryNotice(
  { prisma, client, logger }: PumpDeps,
  listener: pg.Client,
  stopping: AbortSignal,
): Promise<void> {
  const wake = new EventEmitter();
  let noticed = false;
  let lost: Error | undefined;
  listener.on('notification', () => {
    noticed = true;
    wake.emit('wake');
  });
  listener.on('error', (error) => {
    lost = error;
    wake.emit('wake');
  });
  // heard from the first moment: an error that nobody listens for would end the process
  await listener.connect();
  await listener.query('LISTEN motoruppdrag');
  while (!stopping.aborted) {
    noticed = false;
    while ((await handOverMotoruppdrag({ prisma, client, logger, engineAway: isEngineAway })) > 0);
    if (lost) throw lost;
    if (!noticed) await pause(LOOK_EVERY_MS, stopping, wake);
  }
}
