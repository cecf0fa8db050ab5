import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { choosePort, waitFor } from '../../bin/embedded/program.js';
import { identify, isAlive } from '../../bin/embedded/process-identity.js';
import type { ProcessIdentity } from '../../bin/embedded/process-identity.js';
import { runStartProcess } from './start-process.js';
import type { StartProcess } from './start-process.js';

let folder: string;
let env: NodeJS.ProcessEnv;
let processes: StartProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remissflode-start-'));
  // the database's own user must be able to enter it when the tests run as root
  await chmod(folder, 0o755);
  env = { REMISSFLODE_DATA: join(folder, 'data'), PORT: String(await choosePort()), TEST_FOLDER: folder, BASE_URL: '' };
});

afterEach(async () => {
  for (const { child, ended } of processes) {
    child.kill('SIGTERM');
    await ended;
  }
  processes = [];
  await rm(folder, { recursive: true, force: true });
});

function start(extra: NodeJS.ProcessEnv = {}, args: string[] = []): StartProcess {
  const run = runStartProcess({ ...env, ...extra }, args);
  processes.push(run);
  return run;
}

/** What the start gave the web process. */
const given = async (url: string) => (await (await fetch(url)).json()) as Record<string, string>;

const workerPid = () => Number(readFileSync(join(folder, 'worker.pid'), 'utf8'));

const programsOf = (name: string): ProcessIdentity[] =>
  (JSON.parse(readFileSync(join(folder, name, 'las.json'), 'utf8')) as { programs: ProcessIdentity[] }).programs;

async function count(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM forbund')).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

test('it starts everything, ends cleanly on Ctrl-C, and goes on with the same data and addresses the next time', async () => {
  const first = start();
  const url = await first.running;
  const before = await given(url);
  expect(url).toBe(`http://localhost:${env['PORT']}`);
  expect(first.output().match(/http:\/\/localhost/g)).toHaveLength(1);
  expect(await count(before['DATABASE_URL'] ?? '')).toBe(1);
  const programs = programsOf('data');
  first.child.kill('SIGINT');
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(programs.filter(isAlive)).toEqual([]);
  expect(existsSync(join(folder, 'data', 'las.json'))).toBe(false);

  const second = start();
  const after = await given(await second.running);
  expect(after).toEqual(before);
  expect(await count(after['DATABASE_URL'] ?? '')).toBe(1);
  expect(second.output()).not.toContain('Demonstrationens');
});

test('after kill -9 the next start ends what was left behind and goes on', async () => {
  const first = start();
  const before = await given(await first.running);
  const programs = programsOf('data');
  expect(programs).toHaveLength(4);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = start();
  expect(await given(await second.running)).toEqual(before);
  expect(programs.filter(isAlive)).toEqual([]);
});

test('a second Ctrl-C ends everything at once', async () => {
  const run = start({ TEST_WORKER_DEAF: '1' });
  await run.running;
  const programs = programsOf('data');
  run.child.kill('SIGINT');
  await waitFor(
    async () => (run.output().includes('Avslutar') ? true : undefined),
    20_000,
    () => run.output(),
  );
  const again = setInterval(() => run.child.kill('SIGINT'), 200);
  expect(await run.ended).toBe(1);
  clearInterval(again);
  await waitFor(
    async () => (programs.some(isAlive) ? undefined : true),
    20_000,
    () => 'programs are left',
  );
  expect(programs.filter(isAlive)).toEqual([]);
});

test('a second copy on the same data is refused in one sentence and leaves the first alone', async () => {
  const first = start();
  const url = await first.running;
  const second = start({ PORT: String(await choosePort()) });
  expect(await second.ended).toBe(1);
  expect(second.output().trim()).toBe(
    `Remissflöde körs redan på den här datamappen (process ${first.child.pid}). Avsluta det först, eller välj en annan mapp med REMISSFLODE_DATA.`,
  );
  expect(Object.keys(await given(url))).toContain('DATABASE_URL');
});

test('PostgreSQL, Temporal and the worker are started again when they are killed, on the same addresses', async () => {
  const run = start();
  const url = await run.running;
  const before = await given(url);
  for (const [at, name] of [
    [0, 'PostgreSQL'],
    [1, 'Temporal'],
  ] as const) {
    const victim = programsOf('data')[at];
    process.kill(victim?.pid ?? 0, 'SIGKILL');
    await waitFor(
      async () => (run.output().includes(`${name} avslutades oväntat`) ? true : undefined),
      20_000,
      () => name,
    );
  }
  const worker = workerPid();
  process.kill(worker, 'SIGKILL');
  await waitFor(
    async () => (workerPid() === worker ? undefined : true),
    20_000,
    () => 'worker',
  );
  await waitFor(
    async () => (programsOf('data').filter(isAlive).length === 4 ? true : undefined),
    20_000,
    () => 'programs',
  );
  const rows = () => count(before['DATABASE_URL'] ?? '').catch(() => undefined);
  expect(await waitFor(rows, 20_000, () => 'database')).toBe(1);
});

test('a worker that cannot start ends the whole in one sentence, with nothing left running', async () => {
  const run = start({ TEST_WORKER_FAILS: '1' });
  expect(await run.ended).toBe(1);
  expect(run.output()).toMatch(/Arbetaren slutade med kod 1: .*worker\.log\)\.\n$/);
  expect(existsSync(join(folder, 'data', 'las.json'))).toBe(false);
});

test('a taken port is told with how to choose another', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const run = start({ PORT: String(port) });
  expect(await run.ended).toBe(1);
  expect(run.output().trim()).toBe(
    `Porten ${port} är upptagen av ett annat program. Välj en annan: PORT=${port + 1} npm start.`,
  );
  server.close();
});

test('a disk that is nearly full is told before anything is written', async () => {
  const run = start({ REMISSFLODE_MIN_FREE_MB: '1000000000' });
  expect(await run.ended).toBe(1);
  expect(run.output().trim()).toMatch(/^Det finns bara \d+ MB ledigt där \S+ ligger; minst 1000000000 MB behövs\.$/);
  expect(await readdir(join(folder, 'data'))).toEqual([]);
});

test('a data folder that cannot be made is told', async () => {
  await writeFile(join(folder, 'file'), '');
  const run = start({ REMISSFLODE_DATA: join(folder, 'file', 'data') });
  expect(await run.ended).toBe(1);
  expect(run.output().trim().split('\n')).toHaveLength(1);
});

test('a wrong setting is told by its name', async () => {
  const run = start({ TEMPORAL_ADDRESS: 'http://temporal' });
  expect(await run.ended).toBe(1);
  expect(run.output().trim()).toBe('Miljövariabeln TEMPORAL_ADDRESS är fel: den ska vara värdnamn:port.');
});

test('a Temporal program that cannot be run is told', async () => {
  const run = start({ TEMPORAL_CLI: join(folder, 'nothing') });
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain(`TEMPORAL_CLI pekar på ${join(folder, 'nothing')}, som inte är ett körbart program.`);
});

test('a lock file of a dead process, or one that was cut off, does not stand in the way', async () => {
  await mkdir(join(folder, 'data'));
  const stranger = identify(process.pid);
  for (const content of [JSON.stringify({ owner: { ...stranger, started: 'long ago' }, programs: [] }), '{"owner":']) {
    await writeFile(join(folder, 'data', 'las.json'), content);
    const run = start({ REMISSFLODE_MIN_FREE_MB: '1000000000' });
    await run.ended;
    expect(run.output()).toContain('MB ledigt');
  }
});

test('the time-skipping demo has a folder of its own that is made anew, and its clock is the server’s', async () => {
  const first = start({}, ['--spola']);
  const before = await given(await first.running);
  expect(before['KLOCKA']).toBe('temporal');
  expect(existsSync(join(folder, 'data'))).toBe(false);
  await writeFile(join(folder, 'data-spola', 'old'), '');
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  const second = start({}, ['--spola']);
  const after = await given(await second.running);
  expect(after['PAYLOAD_KEYS']).not.toBe(before['PAYLOAD_KEYS']);
  expect(after['RECORD_KEYS']).not.toBe(before['RECORD_KEYS']);
  expect(existsSync(join(folder, 'data-spola', 'old'))).toBe(false);
  expect(await count(after['DATABASE_URL'] ?? '')).toBe(1);
});
