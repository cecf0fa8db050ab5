import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Connection } from '@temporalio/client';

import { defaultNamespace, ensureNamespace } from '../../api/engine/namespace.js';
import * as server from '../../bin/embedded/temporal-server.js';
import type { TemporalServer } from '../../bin/embedded/temporal-server.js';
import { findTemporalProgram } from '../../bin/embedded/temporal-programs.js';

/** A real Temporal server of one test file, with our namespace ready for use. */
export interface TestServer {
  address: string;
  namespace: string;
  /** open until `stop` */
  connection: Connection;
  /** the server process, for tests that kill it */
  pid: number;
  stop: () => Promise<void>;
}

/** The same with a clock that tests move; time is shared by every case on the server. */
export interface TimeSkippingServer extends TestServer {
  /** seconds, more than 0 */
  skip: (seconds: number) => Promise<void>;
  now: () => Promise<Date>;
}

/** Starts the dev server with its state in a temporary file. */
export async function startDevServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'remissflode-temporal-'));
  const program = await findTemporalProgram('temporal');
  const logFile = join(folder, 'temporal.log');
  return ready(await server.startDevServer({ program, databaseFile: join(folder, 'temporal.db'), logFile }), folder);
}

/** Starts the time-skipping server; its clock runs at normal speed until a test moves it. */
export async function startTimeSkippingServer(): Promise<TimeSkippingServer> {
  const folder = await mkdtemp(join(tmpdir(), 'remissflode-temporal-'));
  const program = await findTemporalProgram('temporal-test-server');
  const started = await ready(
    await server.startTimeSkippingServer({ program, logFile: join(folder, 'temporal.log') }),
    folder,
  );
  return {
    ...started,
    skip: (seconds) => server.skip(started.connection, seconds),
    now: () => server.now(started.connection),
  };
}

async function ready({ address, program }: TemporalServer, folder: string): Promise<TestServer> {
  const connection = await server.connectTestService(address);
  await ensureNamespace(connection);
  const stop = async () => {
    await connection.close();
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { address, namespace: defaultNamespace, connection, pid: program.pid, stop };
}
