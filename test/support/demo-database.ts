import type pg from 'pg';
import { createPrisma } from '../../prisma/client.js';
import { seedDemo } from '../../prisma/seed/demo/seed.js';
import { administer, createDatabase, type TestDatabase } from './postgres.js';
import { recordKeys } from './record-keys.js';

/** The moment up to which the demo of the tests is played. */
export const DEMO_NU = new Date('2026-11-24T09:30:00.000Z');

const template = 'remissflode_demo';

/** Any number that no other test locks by. */
const TEMPLATE_LOCK = 5_301_774;

/**
 * A fresh database with the demo as it stands at `DEMO_NU`. It is played once in a run, by the first test that asks;
 * the others get a copy.
 */
export async function createDemoDatabase(): Promise<TestDatabase> {
  await administer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(client);
  });
  return createDatabase({ template });
}

/** Played under another name, so that a run that was cut short leaves no half template behind. */
async function makeTemplate(client: pg.Client): Promise<void> {
  const { url } = await createDatabase();
  const prisma = createPrisma(url, recordKeys);
  await seedDemo(prisma, DEMO_NU, () => undefined);
  await prisma.$disconnect();
  await client.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} RENAME TO ${template}`);
}
