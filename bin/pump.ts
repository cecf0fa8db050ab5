import { once } from 'node:events';
import type { Client } from '@temporalio/client';
import pg from 'pg';
import type { Logger } from 'pino';
import { handOverMotoruppdrag } from '../activities/motoruppdrag.js';
import type { PrismaClient } from '../prisma/client.js';

const LOOK_EVERY_MS = 30_000;
const RETRY_AFTER_MS = 1_000;

/** A running pump. */
export interface Pump {
  stop(): Promise<void>;
}

interface PumpDeps {
  readonly databaseUrl: string;
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
  while (!stopping.aborted) {
    const listener = new pg.Client({ connectionString: deps.databaseUrl });
    try {
      await listener.connect();
      await listener.query('LISTEN motoruppdrag');
      await drainOnEveryNotice(deps, listener, stopping);
    } catch (error) {
      deps.logger.warn({ err: error }, 'motoruppdrag could not be handed over; trying again');
      await pause(RETRY_AFTER_MS, stopping);
    } finally {
      await listener.end().catch(() => undefined);
    }
  }
}

async function drainOnEveryNotice(
  { prisma, client }: PumpDeps,
  listener: pg.Client,
  stopping: AbortSignal,
): Promise<void> {
  let noticed = false;
  let wake: () => void = () => undefined;
  listener.on('notification', () => {
    noticed = true;
    wake();
  });
  const lost = once(listener, 'error').then(([error]) => Promise.reject(error as Error));
  lost.catch(() => undefined);
  while (!stopping.aborted) {
    noticed = false;
    while ((await handOverMotoruppdrag(prisma, client)) > 0);
    if (noticed) continue;
    const notice = new Promise<void>((resolve) => (wake = resolve));
    await Promise.race([notice, pause(LOOK_EVERY_MS, stopping), lost]);
  }
}

/** Waits, at most until the pump is stopped. */
const pause = (ms: number, stopping: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stopping.aborted) return resolve();
    const timer = setTimeout(done, ms);
    stopping.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    }
  });
