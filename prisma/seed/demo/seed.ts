import { svenskKalender as kalender } from '../../../domain/kalender/svensk.js';
import type { PrismaClient } from '../../client.js';
import { demofall } from './arenden.js';
import { writeFranvaro } from './franvaro.js';
import { spelaHinder } from './hinder.js';
import { writeOrganisation } from './organisation.js';
import { stangProtokollen } from './protokoll.js';
import { spela } from './spela.js';

/** Longest that the whole demo may take to be written. */
const AT_MOST_MS = 600_000;

/** Any number that nothing else locks by. */
const SEED_LOCK = 7_316_548;

/** What seeding led to. */
export interface Demoutfall {
  /** False when there was a förbund already, and nothing was done. */
  readonly seeded: boolean;
  readonly arenden: number;
}

/**
 * Fills an empty database with the demo: one förbund, its people, and cases in every phase, played up to now by the same
 * transactions that carry real ones. All of it is one SQL transaction: it is there whole or not at all, and no engine
 * starts to carry a case before its past is written. A database that has a förbund is left as it is.
 *
 * @param nu the installation's now
 * @param tell hears of the progress, in words for the one who waits
 * @throws whatever the database or a refused step throws; then nothing was written
 */
export async function seedDemo(prisma: PrismaClient, nu: Date, tell: (line: string) => void): Promise<Demoutfall> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK})`;
      if ((await tx.forbund.count()) > 0) return { seeded: false, arenden: 0 };
      const demo = asClient(tx);
      const now = nu.toISOString();
      const organisation = await writeOrganisation(tx, kalender.startOfDay('2024-01-01'));
      tell(`Demoförbundet är skapat. ${demofall.length} ärenden spelas upp till i dag …`);
      await spela(demo, organisation, demofall, now, (done, all) => tell(`  ${done} av ${all} händelser`));
      await stangProtokollen(demo, organisation, now);
      await spelaHinder(demo, organisation, now);
      await writeFranvaro(tx, organisation, now);
      await leavePastBehind(demo);
      return { seeded: true, arenden: demofall.length };
    },
    { timeout: AT_MOST_MS, maxWait: 30_000 },
  );
}

/** Inside the one transaction the transactions of the cases are parts of it. */
function asClient(tx: Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]): PrismaClient {
  const nested = (work: (inner: typeof tx) => Promise<unknown>) => work(tx);
  return new Proxy(tx, {
    get: (target, key, receiver) => (key === '$transaction' ? nested : (Reflect.get(target, key, receiver) as unknown)),
  }) as PrismaClient;
}

/** The mails of the past are never sent, and closed cases need no workflow. */
async function leavePastBehind(prisma: PrismaClient): Promise<void> {
  // what was never told keeps its reason
  await prisma.utskick.updateMany({ where: { skal: null }, data: { status: 'historiskt' } });
  await prisma.sammanstallning.deleteMany();
  await prisma.$executeRaw`
    DELETE FROM motoruppdrag
    WHERE slag IN ('utskick', 'sammanstallning') OR "refId" IN (SELECT id FROM arende WHERE stangd IS NOT NULL)`;
}
