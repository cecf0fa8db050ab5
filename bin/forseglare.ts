import type { Logger } from 'pino';
import type { Klocka } from '../domain/klocka.js';
import type { PrismaClient } from '../prisma/client.js';
import { forseglaSpar } from '../prisma/spar/forsegla.js';
import { pause } from './pause.js';

/** What a removed end of a chain could take with it unseen, when its noted end is forged too: at most so much time. */
const SEAL_EVERY_MS = 15 * 60_000;

/** What seals the trace again and again. */
export interface Forseglare {
  stop(): Promise<void>;
}

interface ForseglareDeps {
  readonly prisma: PrismaClient;
  readonly klocka: Klocka;
  readonly logger: Logger;
}

/**
 * Seals the trace at once and then regularly, and tells each seal in the log: kept there, outside the database, it proves
 * that nothing before it was rewritten. Every worker has one; the database makes one seal at a time.
 */
export function startForseglare({ prisma, klocka, logger }: ForseglareDeps, everyMs = SEAL_EVERY_MS): Forseglare {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        const sigill = await forseglaSpar(prisma, await klocka.now());
        if (sigill)
          logger.info({ sigill: `${sigill.nr}:${sigill.hash}`, kedjor: sigill.kedjor }, 'the trace is sealed');
      } catch (error) {
        logger.warn({ err: error }, 'the trace could not be sealed; trying again at the next turn');
      }
      await pause(everyMs, stopping.signal);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
