import { createPrisma } from '../prisma/client.js';
import { bytHuvudnyckel } from '../prisma/nycklar/byt.js';
import { ConfigError, readRecordKeyConfig } from './config.js';

// node dist/bin/byt-huvudnyckel.js: wraps the keys of all ärenden with the first of RECORD_KEYS, while everything runs.
try {
  const { databaseUrl, recordKeys, tls } = readRecordKeyConfig(process.env);
  const prisma = createPrisma(databaseUrl, recordKeys, tls?.database);
  try {
    const antal = await bytHuvudnyckel(prisma, recordKeys);
    console.log(`${antal} nycklar har fått huvudnyckeln ${recordKeys[0]?.id}.`);
  } finally {
    await prisma.$disconnect();
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
