import { Connection } from '@temporalio/client';

import { makeCurrent } from '../api/engine/deployment.js';
import { engineTls } from '../api/engine/engine-tls.js';
import { ensureNamespace } from '../api/engine/namespace.js';
import { readMigrateConfig } from './config.js';
import { grantToApplication } from '../prisma/application-role.js';
import { migrate } from '../prisma/migrate.js';

// Brings a real installation up to date: tables and who may do what with them first, then the namespace with its retention and
// search attributes.
try {
  const config = readMigrateConfig(process.env);
  const tls = config.tls?.database;
  const applied = await migrate(config.ownerDatabaseUrl, undefined, tls);
  await grantToApplication(config.ownerDatabaseUrl, config.databaseUrl, tls);
  console.log(
    applied.length > 0 ? `Databasen är uppdaterad: ${applied.join(', ')}.` : 'Databasen var redan uppdaterad.',
  );
  if (config.temporalAddress) {
    const connection = await Connection.connect({
      address: config.temporalAddress,
      ...engineTls(config.tls?.temporal),
    });
    await ensureNamespace(connection, { namespace: config.temporalNamespace });
    await makeCurrent(connection, config.temporalNamespace);
    await connection.close();
    console.log(`Temporals namnrymd ${config.temporalNamespace} är klar.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
