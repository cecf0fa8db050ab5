import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { startForseglare } from '../../bin/forseglare.js';
import { systemKlocka } from '../../domain/klocka.js';
import { projectRoot } from '../../prisma/project-root.js';
import { until } from '../support/until.js';
import { createSparvarld, raknaOm, type Sparvarld } from './varld.js';

let varld: Sparvarld;
beforeEach(async () => {
  varld = await createSparvarld();
});
afterEach(() => varld.stop());

/** Runs an operator's command as it is run. */
function run(command: string, ...args: string[]) {
  const env = { PATH: process.env['PATH'], DATABASE_URL: varld.url };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'dist', 'bin', `${command}.js`), ...args],
    { env, encoding: 'utf8' },
  );
  return { status, said: stdout.trim(), wrong: stderr.trim().split('\n') };
}

it('the trace is sealed by command, and a kept seal proves afterwards that it was rewritten', async () => {
  const id = await varld.skriv(4);
  const { said: sigill } = run('forsegla-spar');
  expect(sigill).toMatch(/^1:[\da-f]{64}$/);
  expect(run('forsegla-spar').said).toBe('Inget nytt har loggats sedan det senaste sigillet.');
  expect(run('verifiera-spar', sigill)).toMatchObject({
    status: 0,
    said: 'Spåret är helt: 4 rader i 1 kedjor och 1 sigill är kontrollerade.',
  });

  await varld.manipulera(`
    DELETE FROM logg WHERE lopnr = 2; ${raknaOm(id)}; DELETE FROM loggsigillande; DELETE FROM loggsigill`);
  run('forsegla-spar');
  expect(run('verifiera-spar').status).toBe(0);
  expect(run('verifiera-spar', sigill)).toEqual({
    status: 1,
    said: 'Spåret är inte helt. 3 rader i 1 kedjor och 1 sigill är kontrollerade.',
    wrong: ['Sigill 1 är ett annat än det som har förvarats.'],
  });
});

it('a seal that was written down wrong is told as such', () => {
  const { status, wrong } = run('verifiera-spar', '1:abc');
  expect([status, ...wrong]).toEqual([1, expect.stringContaining('1:abc är inget sigill')]);
});

it('the worker seals what is there when it begins and what comes after, and tells each seal in its log', async () => {
  const log: string[] = [];
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log.push(chunk.toString());
      done();
    },
  });
  await varld.skriv(1);
  const logger = pino({}, lines);
  const forseglare = startForseglare({ prisma: varld.prisma, klocka: systemKlocka, logger }, 20);
  await until('the first seal', () => log.length === 1);
  await varld.skriv(1);
  await until('the second seal', () => log.length === 2);
  await forseglare.stop();
  const told = log.map((line) => (JSON.parse(line) as { sigill: string }).sigill);
  const made = await varld.prisma.loggsigill.findMany({ orderBy: { nr: 'asc' } });
  expect(told).toEqual(made.map(({ nr, hash }) => `${nr}:${hash}`));
});
