import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedPostgres } from '../../dist/bin/embedded/postgres.js';
import { grantToApplication } from '../../dist/prisma/application-role.js';
import { migrate } from '../../dist/prisma/migrate.js';

// Jest loads this file without its transform, so it uses the build, which `npm test` has just made.
// One PostgreSQL for the whole run; test/support/postgres.ts copies its migrated database for each test that asks.
export default async function globalSetup() {
  const folder = await mkdtemp(join(tmpdir(), 'remissflode-test-'));
  const postgres = await startEmbeddedPostgres({ folder, logFile: join(folder, 'postgres.log'), durable: false });
  try {
    await migrate(postgres.ownerUrl);
    await grantToApplication(postgres.ownerUrl, postgres.url);
  } catch (error) {
    await postgres.program.stop();
    throw error;
  }
  process.env.TEST_POSTGRES_URL = postgres.url;
  process.env.TEST_POSTGRES_OWNER_URL = postgres.ownerUrl;
  globalThis.testPostgres = { folder, program: postgres.program };
}
