import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { choosePort, startProgram, waitForPort } from '../../bin/embedded/program.js';
import { projectRoot } from '../../prisma/project-root.js';

const run = promisify(execFile);

/** What the scanner of the tests takes for malware: words of its own, so that no other scanner stops at this file. */
export const SKADLIGT = 'remissflode: detta ska hittas';
export const FYND = 'Prov.Skadligt.UNOFFICIAL';

/** A real clamd on this machine that knows one kind of malware. */
export interface TestClamd {
  /** `host:port` */
  readonly address: string;
  /** path of its socket */
  readonly socket: string;
  /** It takes what is sent and answers nothing, until `wakeUp`. */
  fallAsleep(): void;
  wakeUp(): void;
  stop(): Promise<void>;
}

/** Starts the machine's clamd, or Debian's, fetched once and installed nowhere. */
export async function startClamd(): Promise<TestClamd> {
  const { command, env } = await findClamd();
  const folder = await mkdtemp(join(tmpdir(), 'remissflode-clamd-'));
  const [port, socket, database, settings] = [
    await choosePort(),
    join(folder, 'clamd.sock'),
    join(folder, 'signaturer'),
    join(folder, 'clamd.conf'),
  ];
  await mkdir(database);
  const [name] = FYND.split('.UNOFFICIAL');
  await writeFile(join(database, 'prov.ndb'), `${name}:0:*:${Buffer.from(SKADLIGT).toString('hex')}\n`);
  const lines = [`DatabaseDirectory ${database}`, `LocalSocket ${socket}`, `TCPSocket ${port}`, 'TCPAddr 127.0.0.1'];
  await writeFile(settings, `${[...lines, 'Foreground yes'].join('\n')}\n`);
  const program = await startProgram({
    name: 'clamd',
    command,
    args: ['--config-file', settings],
    logFile: join(folder, 'clamd.log'),
    env,
  });
  await waitForPort(port);
  return {
    address: `127.0.0.1:${port}`,
    socket,
    fallAsleep: () => void process.kill(program.pid, 'SIGSTOP'),
    wakeUp: () => void process.kill(program.pid, 'SIGCONT'),
    async stop() {
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What Debian's clamd needs beside what its smallest systems have. */
const PACKAGES = ['clamav-daemon', 'libclamav12', 'libjson-c5', 'libmspack0'];

async function findClamd(): Promise<{ command: string; env: NodeJS.ProcessEnv }> {
  for (const place of [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']) {
    const command = join(place, 'clamd');
    if (await exists(command)) return { command, env: process.env };
  }
  const root = await fetchDebians();
  const libraries = await readdir(join(root, 'usr/lib'));
  const LD_LIBRARY_PATH = libraries.map((one) => join(root, 'usr/lib', one)).join(delimiter);
  return { command: join(root, 'usr/sbin/clamd'), env: { ...process.env, LD_LIBRARY_PATH } };
}

/** Unpacks Debian's packages beside the modules. @throws Error that says what to install where there is no apt */
async function fetchDebians(): Promise<string> {
  const root = join(projectRoot, 'node_modules/.cache/clamav');
  if (await exists(root)) return root;
  await mkdir(join(projectRoot, 'node_modules/.cache'), { recursive: true });
  const folder = await mkdtemp(join(projectRoot, 'node_modules/.cache/clamav-'));
  try {
    await download(folder);
    for (const file of (await readdir(folder)).filter((one) => one.endsWith('.deb')))
      await run('dpkg', ['-x', join(folder, file), join(folder, 'root')]);
    await rename(join(folder, 'root'), root);
  } catch (error) {
    throw new Error('These tests need clamd: install ClamAV (Debian: apt install clamav-daemon).', { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return root;
}

/** With the system's lists of packages, or newer ones of our own where it has none or they are old. */
async function download(cwd: string): Promise<void> {
  try {
    await run('apt-get', ['download', ...PACKAGES], { cwd });
  } catch {
    const own = ['-o', `Dir::State::Lists=${join(cwd, 'lists')}`, '-o', `Dir::Cache=${join(cwd, 'cache')}`];
    await mkdir(join(cwd, 'lists/partial'), { recursive: true });
    await mkdir(join(cwd, 'cache/archives/partial'), { recursive: true });
    await run('apt-get', [...own, 'update'], { cwd });
    await run('apt-get', [...own, 'download', ...PACKAGES], { cwd });
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
