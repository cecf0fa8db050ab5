import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { projectRoot } from '../../prisma/project-root.js';
import type { TemporalProgramName } from './temporal-programs.js';

const sdkName = 'sdk-typescript';
const { version: sdkVersion } = createRequire(import.meta.url)('@temporalio/worker/package.json') as {
  version: string;
};
const host = 'https://temporal.download/';

/** The name under which the SDK keeps what it downloaded. */
export const sdkFileName = (name: TemporalProgramName): string => `${name}-${sdkName}-${sdkVersion}`;

/**
 * Lets the Temporal SDK download the program in the way its own test environment does: the version that Temporal recommends for
 * this SDK, written in one step. The SDK can only download by starting the server, so a child process starts and ends it: it
 * needs a Runtime, of which a process has one, and the caller's is not ours to make.
 * @param folder where the program is put
 * @throws Error when Temporal's download address cannot be reached within 5 seconds, or the download failed
 */
export async function downloadBySdk(name: TemporalProgramName, folder: string): Promise<string> {
  await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(5000) }).catch(() => {
    throw new Error(`${host} kan inte nås`);
  });
  const exe = { type: 'cached-download', downloadDir: folder, version: 'default', ttl: 0, sdkName, sdkVersion };
  const server =
    name === 'temporal'
      ? {
          type: 'dev-server',
          exe,
          namespace: 'default',
          ip: '127.0.0.1',
          port: null,
          uiPort: null,
          dbFilename: null,
          ui: false,
          log: { format: 'pretty', level: 'error' },
          extraArgs: [],
        }
      : { type: 'time-skipping', exe, port: null, extraArgs: [] };
  const script = `
    const { DefaultLogger, Runtime } = require('@temporalio/worker');
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const runtime = Runtime.instance();
    runtime.createEphemeralServer(${JSON.stringify(server)}).then(
      (started) => runtime.shutdownEphemeralServer(started),
      (error) => { console.error(error.message); process.exitCode = 1; },
    );`;
  await new Promise<void>((resolve, reject) => {
    execFile(
      process.execPath,
      ['--input-type=commonjs', '--eval', script],
      { cwd: projectRoot, timeout: 300_000 },
      (error, _, stderr) => (error ? reject(new Error(stderr.trim().split('\n').at(-1) || error.message)) : resolve()),
    );
  });
  return join(folder, sdkFileName(name));
}
