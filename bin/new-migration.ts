import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedPostgres } from './embedded/postgres.js';
import { writeNewMigration } from '../prisma/new-migration.js';

// npm run build && node dist/bin/new-migration.js <name>
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: node dist/bin/new-migration.js <name>   (a-z, 0-9 and _)');
  process.exitCode = 1;
} else {
  await write(name);
}

async function write(migrationName: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'remissflode-migration-'));
  const postgres = await startEmbeddedPostgres({ folder, logFile: join(folder, 'postgres.log'), durable: false });
  try {
    const file = await writeNewMigration(postgres.ownerUrl, migrationName);
    console.log(file ? `Written: ${file}` : 'The migrations already match prisma/schema.prisma.');
  } finally {
    await postgres.program.stop();
    await rm(folder, { recursive: true });
  }
}
