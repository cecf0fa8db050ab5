import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startProgram } from '../../bin/embedded/program.js';
import type { RunningProgram } from '../../bin/embedded/program.js';
import { supervise } from '../../bin/embedded/supervisor.js';

let folder: string;
let started: RunningProgram[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remissflode-supervisor-'));
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((program) => program.stop()));
  await rm(folder, { recursive: true });
});

/** A Node program of one line. */
async function run(script: string): Promise<RunningProgram> {
  const logFile = join(folder, 'program.log');
  const program = await startProgram({
    name: 'Programmet',
    command: process.execPath,
    args: ['-e', script],
    logFile,
    graceMs: 300,
  });
  started.push(program);
  return program;
}

const patience = { deaths: 5, windowMs: 60_000, backoffMs: 1 };
const lives = 'setInterval(() => {}, 1000)';

test('a program that dies is started again until its fifth death in a minute, which ends the whole with one sentence', async () => {
  const lines: string[] = [];
  const sentence = await new Promise<string>((resolve) => {
    void supervise(
      { name: 'Arbetaren', start: () => run('process.exit(3)') },
      (line) => lines.push(line),
      resolve,
      patience,
    );
  });
  expect(sentence).toBe('Arbetaren har avslutats 5 gånger på kort tid och startas inte igen.');
  expect(started).toHaveLength(5);
  expect(lines).toEqual(Array(4).fill('Arbetaren avslutades oväntat och startas om.'));
});

test('a start that fails later counts as a death, and the next one may succeed', async () => {
  let attempt = 0;
  let third: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    third = resolve;
  });
  const start = () => {
    attempt += 1;
    if (attempt === 2) return Promise.reject(new Error('not yet'));
    if (attempt === 3) third();
    return run(attempt === 1 ? '' : lives);
  };
  const silent = () => undefined;
  const supervision = await supervise({ name: 'Databasen', start }, silent, silent, patience);
  await reached;
  await supervision.stop();
  expect(attempt).toBe(3);
  expect(await started[1]?.ended).toEqual({ code: null, signal: 'SIGTERM' });
});

test('stopping ends the program and does not start it again', async () => {
  const lines: string[] = [];
  const supervision = await supervise(
    { name: 'Webben', start: () => run(lives) },
    (line) => lines.push(line),
    () => undefined,
    patience,
  );
  await supervision.stop();
  expect(await started[0]?.ended).toEqual({ code: null, signal: 'SIGTERM' });
  expect([started.length, lines]).toEqual([1, []]);
});

test('a program that does not listen is killed when its grace is over', async () => {
  const program = await run(`process.on('SIGTERM', () => {}); console.log('deaf'); ${lives}`);
  while (!(await readFile(join(folder, 'program.log'), 'utf8')).includes('deaf')) await new Promise(setImmediate);
  await program.stop();
  expect(await program.ended).toEqual({ code: null, signal: 'SIGKILL' });
});

test('a program that does not exist is told, and a first start that fails is not tried again', async () => {
  const start = () =>
    startProgram({ name: 'Programmet', command: join(folder, 'nothing'), args: [], logFile: join(folder, 'log') });
  const supervision = supervise(
    { name: 'Programmet', start },
    () => undefined,
    () => undefined,
    patience,
  );
  await expect(supervision).rejects.toThrow(/^Programmet kunde inte startas: /);
});
