import { Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { announceReady, linkToParent } from './child.js';
import { readWorkerConfig } from './config.js';
import { startWorkers } from './workers.js';

/** Process entry of the worker: carries cases and mails until it is told to stop. */
const config = readWorkerConfig(process.env);
const logger = pino({ name: 'worker', level: config.logLevel });
Runtime.install({ shutdownSignals: [] });

const workers = await startWorkers(config, logger);
linkToParent(() => workers.stop());
workers.ended.catch((error: unknown) => {
  logger.fatal({ err: error }, 'the worker ended by itself');
  process.exit(1);
});
announceReady();
