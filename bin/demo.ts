import { connectLazily } from '../api/engine/engine.js';
import { createKlocka } from '../api/engine/klocka.js';
import { createPrisma } from '../prisma/client.js';
import { seedDemo } from '../prisma/seed/demo/seed.js';
import { ConfigError, readWorkerConfig } from './config.js';

/** Process entry: fills an empty database with the demo förbund; leaves any other database alone. */
async function main(): Promise<void> {
  const config = readWorkerConfig(process.env);
  const prisma = createPrisma(config.databaseUrl, config.recordKeys, config.tls?.database);
  const connection = connectLazily(config.temporalAddress, {
    testService: config.klocka === 'temporal',
    tls: config.tls?.temporal,
  });
  try {
    const nu = await createKlocka(config.klocka, connection).now();
    const { seeded, arenden } = await seedDemo(prisma, nu, (line) => console.log(line));
    console.log(
      seeded ? `Demon är klar: ${arenden} ärenden.` : 'Databasen har redan ett förbund. Demon läggs inte in.',
    );
  } finally {
    await prisma.$disconnect();
    await connection.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
