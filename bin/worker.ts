import { DefaultLogger, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { announceReady, linkToParent } from './child.js';
import { readWorkerConfig } from './config.js';
import { startWorkers } from './workers.js';

/** Process entry of the worker: carries cases and mails until it is told to stop. */
const config = readWorkerConfig(process.env);
const logger = pino({ name: 'worker', level: config.logLevel });
const pinoLevels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
// Stopping is ours, in one order with the rest; the SDK's messages go where all others go.
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger('INFO', ({ level, message, meta }) =>
    logger[pinoLevels[level]]({ temporal: meta }, message),
  ),
});

const workers = await startWorkers(config, logger);
linkToParent(() => workers.stop());
workers.ended.catch((error: unknown) => {
  logger.fatal({ err: error }, 'the worker ended by itself');
  process.exit(1);
});
announceReady();
