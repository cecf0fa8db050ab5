import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** The payload key of tests: fixed, because recorded histories are read with it. */
export const testKeys = [{ id: 'prov', key: Buffer.alloc(32, 'remissflode') }];

/** Called once in each test file, before its first worker: the SDK's own messages would drown the tests' report. */
export function quietRuntime(): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }), forward: {} } },
  });
}
