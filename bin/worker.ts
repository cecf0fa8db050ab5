import { DefaultLogger, Runtime, type LogMetadata } from '@temporalio/worker';
import { safeError } from '../api/http/safe-error.js';
import { announceReady, linkToParent } from './child.js';
import { readWorkerConfig } from './config.js';
import { createLog } from './log.js';
import { startWorkers } from './workers.js';

/** What the SDK tells of an activity that failed holds the error as it was thrown, values of a query and all. */
const withSafeError = (meta: LogMetadata | undefined): object =>
  meta && 'error' in meta ? { ...meta, error: safeError(meta['error']) } : { ...meta };

/** Process entry of the worker: carries cases and mails until it is told to stop. */
const config = readWorkerConfig(process.env);
const logger = createLog('worker', config.logLevel);
const pinoLevels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
// Stopping is ours, in one order with the rest; the SDK's messages go where all others go.
Runtime.install({
  shutdownSignals: [],
  logger: new DefaultLogger('INFO', ({ level, message, meta }) =>
    logger[pinoLevels[level]]({ temporal: withSafeError(meta) }, message),
  ),
});

const workers = await startWorkers(config, logger);
linkToParent(() => workers.stop());
workers.ended.catch((error: unknown) => {
  logger.fatal({ err: error }, 'the worker ended by itself');
  process.exit(1);
});
announceReady();
