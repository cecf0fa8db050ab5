import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection.js';
import type { InternalConnectionOptions } from '@temporalio/client/lib/connection.js';
import { msToTs, tsToMs } from '@temporalio/common/lib/time.js';

import { engineTls } from '../../api/engine/engine-tls.js';
import { defaultNamespace } from '../../api/engine/namespace.js';
import type { Tls } from '../../prisma/tls.js';
import { choosePort, describeEnding, startProgram, StartError, waitFor, waitForPort } from './program.js';
import type { RunningProgram } from './program.js';

/** A Temporal server that we started. */
export interface TemporalServer {
  /** host:port of the frontend */
  address: string;
  /** the server's own web pages; the time-skipping server has none */
  uiUrl: string | undefined;
  program: RunningProgram;
}

/** The ports of the dev server: its frontend and its web pages. */
export interface DevServerPorts {
  port: number;
  uiPort: number;
}

/** Where the dev server keeps its state. */
export interface DevServerOptions {
  /** path of the `temporal` program */
  program: string;
  /** absolute path of the database file; its folder also keeps the ports */
  databaseFile: string;
  logFile: string;
  namespace?: string;
  /** the ports it must have, for a restart; waited for while something still holds them */
  ports?: DevServerPorts | undefined;
}

/**
 * Starts Temporal's dev server with its state in a file, on 127.0.0.1. Its ports are chosen once and kept while they are free.
 * @throws StartError when it does not answer within a minute or ends
 */
export async function startDevServer(options: DevServerOptions): Promise<TemporalServer> {
  const folder = dirname(options.databaseFile);
  mkdirSync(folder, { recursive: true });
  const { port, uiPort } = await (options.ports
    ? waitForPorts(options.ports)
    : choosePorts(join(folder, 'temporal-portar.json')));
  const flags = Object.entries({
    ip: '127.0.0.1',
    port,
    'ui-port': uiPort,
    'db-filename': options.databaseFile,
    namespace: options.namespace ?? defaultNamespace,
    'log-level': 'warn',
  }).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const program = await startProgram({
    name: 'Temporal',
    command: options.program,
    args: ['server', 'start-dev', ...flags],
    logFile: options.logFile,
    // without it the server tells its vendor its version now and then
    env: { ...process.env, TEMPORAL_VERSION_CHECK_DISABLED: 'true' },
  });
  const address = `127.0.0.1:${port}`;
  await waitUntilUp(program, options.logFile, address, options.namespace ?? defaultNamespace);
  return { address, uiUrl: `http://127.0.0.1:${uiPort}`, program };
}

/**
 * Starts the time-skipping test server with its clock locked: it runs at normal speed and jumps only when {@link skip} says so.
 * It keeps everything in memory, accepts every namespace, and has no list, no schedules, no retention and no worker deployments.
 * @throws StartError when it does not answer within a minute or ends
 */
export async function startTimeSkippingServer(options: { program: string; logFile: string }): Promise<TemporalServer> {
  const port = await choosePort();
  const args = [String(port)];
  const program = await startProgram({
    name: 'Temporals testserver',
    command: options.program,
    args,
    logFile: options.logFile,
  });
  const address = `127.0.0.1:${port}`;
  await waitUntilUp(program, options.logFile, address, defaultNamespace);
  return { address, uiUrl: undefined, program };
}

/** A connection that can also tell and move the time of the time-skipping server. The caller closes it. */
export function connectTestService(address: string, tls?: Tls): Promise<Connection> {
  const options: InternalConnectionOptions = {
    address,
    ...engineTls(tls),
    [InternalConnectionOptionsSymbol]: { supportsTestService: true },
  };
  return Connection.connect(options);
}

/**
 * Moves the clock of the time-skipping server; every timer that falls due on the way fires.
 * @param connection from {@link connectTestService}
 * @param seconds whole seconds, more than 0
 */
export async function skip(connection: Connection, seconds: number): Promise<void> {
  await testService(connection).unlockTimeSkippingWithSleep({ duration: msToTs(seconds * 1000) });
}

/** The time of the time-skipping server, in whole milliseconds. @param connection from {@link connectTestService} */
export async function now(connection: Connection): Promise<Date> {
  const { time } = await testService(connection).getCurrentTime({});
  return new Date(tsToMs(time));
}

function testService(connection: Connection) {
  if (!connection.testService) throw new Error('the connection was not made by connectTestService');
  return connection.testService;
}

async function choosePorts(file: string): Promise<DevServerPorts> {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<DevServerPorts>) : {};
  const port = await choosePort(kept.port);
  const uiPort = await choosePort(kept.uiPort === port ? undefined : kept.uiPort);
  if (uiPort === port) return choosePorts(file);
  writeFileSync(file, JSON.stringify({ port, uiPort }));
  return { port, uiPort };
}

async function waitForPorts(ports: DevServerPorts): Promise<DevServerPorts> {
  await waitForPort(ports.port);
  await waitForPort(ports.uiPort);
  return ports;
}

async function waitUntilUp(
  program: RunningProgram,
  logFile: string,
  address: string,
  namespace: string,
): Promise<void> {
  let end = '';
  void program.ended.then((ending) => {
    end = describeEnding(program.name, logFile, ending);
  });
  const answers = async () => {
    if (end) throw new StartError(end);
    return (await describesNamespace(address, namespace)) || undefined;
  };
  try {
    await waitFor(answers, 60_000, () => `${program.name} svarar inte (loggen finns i ${logFile}).`);
  } catch (error) {
    await program.stop();
    throw error;
  }
}

async function describesNamespace(address: string, namespace: string): Promise<boolean> {
  const connection = Connection.lazy({ address });
  try {
    await connection.withDeadline(Date.now() + 1000, () => connection.workflowService.describeNamespace({ namespace }));
    return true;
  } catch {
    return false;
  } finally {
    await connection.close();
  }
}
