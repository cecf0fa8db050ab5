import type { Client } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createGallringsaktiviteter } from '../activities/gallring/index.js';
import { createOverlamningsaktiviteter } from '../activities/overlamning/index.js';
import { createRecords } from '../activities/records.js';
import { openPost, SAMTIDIGA_BREV } from '../activities/utskick/post.js';
import { createUtskicksaktiviteter } from '../activities/utskick.js';
import { createDataConverter } from '../api/engine/data-converter.js';
import { DEPLOYMENT_NAME, readBuildId } from '../api/engine/deployment.js';
import { createClient, createEngine, connectLazily } from '../api/engine/engine.js';
import { engineTls } from '../api/engine/engine-tls.js';
import { createGlom } from '../api/engine/glom.js';
import { createKlocka } from '../api/engine/klocka.js';
import { workflowBundlePath } from '../api/engine/workflow-bundle.js';
import { createPrisma } from '../prisma/client.js';
import { databaseAccess } from '../prisma/tls.js';
import { TASK_QUEUE_REMISS, TASK_QUEUE_UTSKICK } from '../workflows/messages.js';
import type { WorkerConfig } from './config.js';
import { startForseglare } from './forseglare.js';
import { startPump } from './pump.js';
import { STOP_MS } from './stop-times.js';

/** A running set of workers. */
export interface Workers {
  /** Settles when the workers have ended; fails when one of them did. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts what carries the cases: the worker of cases, the worker of mails, the pump that tells the engine of new ones, and
 * what seals the trace. Ready to work when the promise settles.
 */
export async function startWorkers(config: WorkerConfig, logger: Logger): Promise<Workers> {
  const prisma = createPrisma(config.databaseUrl, config.recordKeys, config.tls?.database);
  const native = await NativeConnection.connect({
    address: config.temporalAddress,
    ...engineTls(config.tls?.temporal),
  });
  const connection = connectLazily(config.temporalAddress, {
    testService: config.klocka === 'temporal',
    tls: config.tls?.temporal,
  });
  const client: Client = createClient(connection, config.temporalNamespace, config.payloadKeys);
  const klocka = createKlocka(config.klocka, connection);
  const post = openPost(config.smtpUrl, config.tls?.smtp);
  const engine = createEngine(client, { logger });

  const shared = await sharedOptions(native, config);
  const workers = [
    await Worker.create({
      ...shared,
      taskQueue: TASK_QUEUE_REMISS,
      activities: {
        ...createRecords(prisma),
        ...createGallringsaktiviteter({ prisma, klocka, glom: createGlom(client) }),
        ...createOverlamningsaktiviteter({
          prisma,
          klocka,
          decide: (arendeId, beslut) => engine.decide(arendeId, beslut),
        }),
      },
      maxCachedWorkflows: 1000,
    }),
    await Worker.create({
      ...shared,
      taskQueue: TASK_QUEUE_UTSKICK,
      activities: createUtskicksaktiviteter({
        prisma,
        klocka,
        logger,
        post,
        mailFrom: config.mailFrom,
        baseUrl: config.baseUrl,
      }),
      maxConcurrentActivityTaskExecutions: SAMTIDIGA_BREV,
      maxCachedWorkflows: 100,
    }),
  ];
  const running = Promise.all(workers.map((worker) => worker.run()));
  const pump = await startPump({
    database: databaseAccess(config.databaseUrl, config.tls?.database),
    prisma,
    client,
    logger,
  });
  const forseglare = startForseglare({ prisma, klocka, logger });

  const end = async () => {
    // together: one after the other they could take longer than the process has
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    try {
      await Promise.all([running, pump.stop(), forseglare.stop()]);
    } finally {
      post.close();
      await native.close();
      await connection.close();
      await prisma.$disconnect();
    }
  };
  return { ended: running.then(() => undefined), stop: end };
}

/** The time-skipping server knows no worker versions: with its clock the workers run without one. */
async function sharedOptions(connection: NativeConnection, config: WorkerConfig) {
  const versioned = config.klocka === 'system';
  return {
    connection,
    namespace: config.temporalNamespace,
    workflowBundle: { codePath: workflowBundlePath },
    dataConverter: createDataConverter(config.payloadKeys),
    shutdownGraceTime: STOP_MS.grace,
    shutdownForceTime: STOP_MS.force,
    stickyQueueScheduleToStartTimeout: '1s',
    ...(versioned && {
      workerDeploymentOptions: {
        version: { deploymentName: DEPLOYMENT_NAME, buildId: await readBuildId() },
        useWorkerVersioning: true,
        defaultVersioningBehavior: 'AUTO_UPGRADE',
      },
    }),
  } satisfies Partial<WorkerOptions>;
}
