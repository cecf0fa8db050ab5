import { createPrisma } from '../prisma/client.js';
import { krypteraBefintligt } from '../prisma/nycklar/kryptera.js';
import { ConfigError, readRecordKeyConfig } from './config.js';

// node dist/bin/kryptera-befintligt.js: encrypts what a database from before the keys of the records holds in clear.
try {
  const { databaseUrl, recordKeys, tls } = readRecordKeyConfig(process.env);
  const prisma = createPrisma(databaseUrl, recordKeys, tls?.database);
  try {
    console.log(`${await krypteraBefintligt(prisma)} uppgifter är krypterade.`);
  } finally {
    await prisma.$disconnect();
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
