import { createPrisma } from '../prisma/client.js';
import { forseglaSpar } from '../prisma/spar/forsegla.js';
import { ConfigError, readDatabaseConfig } from './config.js';

// node dist/bin/forsegla-spar.js: seals the trace now, as the workers do by themselves, and prints the seal to be kept outside.
try {
  const { databaseUrl, tls } = readDatabaseConfig(process.env);
  const prisma = createPrisma(databaseUrl, [], tls?.database);
  const sigill = await forseglaSpar(prisma, new Date());
  await prisma.$disconnect();
  console.log(sigill ? `${sigill.nr}:${sigill.hash}` : 'Inget nytt har loggats sedan det senaste sigillet.');
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
