import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../prisma/project-root.js';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(projectRoot, name), 'utf8'));
const manifest = readJson('package.json') as Record<
  'dependencies' | 'optionalDependencies' | 'devDependencies',
  Record<string, string>
>;
const lock = (readJson('package-lock.json') as { packages: Record<string, Locked> }).packages;
const packages = Object.entries(lock).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

describe('the dependencies', () => {
  it('are named by one version each, the one that the lock file has', () => {
    const { dependencies, optionalDependencies, devDependencies } = manifest;
    for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies })) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)]);
      expect([name, lock[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
  });

  it('are held to their content, wherever they are fetched from', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  });
});

/** Licences that ask for no more than that their text goes along. */
const FREE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BSD-0-Clause',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'PSF-2.0',
]);

/** Others that have been read, each with why it is no hindrance. */
const READ: Readonly<Record<string, string>> = {
  'axe-core': 'MPL-2.0; tests only, unchanged',
  'ical.js': 'MPL-2.0; tests only, unchanged',
  'date-holidays': 'data under CC-BY-3.0; named in the README',
  'caniuse-lite': 'data under CC-BY-4.0; used by a build tool, not passed on',
  '@expo-google-fonts/inter': 'the font under OFL-1.1; embedded unchanged',
  elkjs: 'EPL-2.0; a part of the schema tool, which no process of ours starts',
};

/** Packages that name their licence in their files only. */
const IN_FILES: Readonly<Record<string, RegExp>> = {
  busboy: /Permission is hereby granted, free of charge/,
  streamsearch: /Permission is hereby granted, free of charge/,
  'png-js': /MIT License/,
  'seq-queue': /The MIT License/,
  unionfs: /released into the public domain/,
};

/** Whether an SPDX expression can be met by free licences alone: of alternatives one is enough. */
const isFree = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(/ or /i)
    .some((alternative) => alternative.split(/ and /i).every((licence) => FREE.has(licence.trim())));

describe('the licences', () => {
  it('are free, or have been read', () => {
    const unread = packages
      .filter(([path, { license }]) => !(license !== undefined && isFree(license)) && !(nameOf(path) in READ))
      .filter(([path]) => !(nameOf(path) in IN_FILES));
    expect(unread.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([]);
  });

  it('that stand in files only are there', () => {
    for (const [name, words] of Object.entries(IN_FILES)) {
      const file = join(projectRoot, 'node_modules', name, 'LICENSE');
      expect([name, readFileSync(file, 'utf8')]).toEqual([name, expect.stringMatching(words)]);
    }
  });

  it('that were read are still in use, and those of tests only in no process', () => {
    for (const [name, why] of Object.entries(READ)) {
      const found = packages.filter(([path]) => nameOf(path) === name);
      expect([name, found.length]).not.toEqual([name, 0]);
      const inProduction = found.some(([, { dev }]) => !dev);
      expect([name, inProduction && why.includes('tests only')]).toEqual([name, false]);
    }
  });

  it.each([
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0', false],
    ['UNLICENSED', false],
  ])('%s is judged %s', (expression, free) => {
    expect(isFree(expression)).toBe(free);
  });
});

describe('the audit', () => {
  let registry: Server;
  let folder: string;
  let answer: { status: number; body: unknown };
  let asked: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'remissflode-audit-'));
    registry = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      // npm also asks which versions there are of a package at fault
      const name = request.url?.slice(1) ?? '';
      const version = lock[`node_modules/${name}`]?.version ?? '0.0.0';
      const known = { status: 200, body: { name, versions: { [version]: { name, version } } } };
      const { status, body } = request.method === 'POST' ? answer : known;
      request.resume().on('end', () => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    registry.listen(0, '127.0.0.1');
    await once(registry, 'listening');
  });

  afterAll(() => {
    registry?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(() => {
    asked = [];
  });

  /** The audit as `.ci/run` starts it, with npm itself, asking a registry of this test. */
  async function audit(noted: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
    const known = join(folder, 'known.json');
    writeFileSync(known, JSON.stringify(noted));
    const address = registry.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const child = fork(join(projectRoot, 'dist', 'bin', 'audit.js'), [known], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        npm_config_registry: `http://127.0.0.1:${port}/`,
        npm_config_cache: mkdtempSync(join(folder, 'cache-')),
        npm_config_fetch_retries: '0',
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said };
  }

  const URL_OF_IT = 'https://github.com/advisories/GHSA-x';

  const advisory = (severity: string) => ({
    id: 1,
    url: URL_OF_IT,
    title: 'Everything is lost',
    severity,
    vulnerable_versions: '<=99.0.0',
  });

  it.each(['high', 'low'])('fails on a %s fault in what a production runs that nobody has noted', async (severity) => {
    answer = { status: 200, body: { express: [advisory(severity)] } };
    const { code, said } = await audit();
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`express \\S+ \\(${severity}\\): Everything is lost ${URL_OF_IT}: not noted`));
    expect(asked).toContain('POST /-/npm/v1/security/advisories/bulk');
  });

  it.each([
    ['high', 6, 0],
    ['critical', 8, 1],
    ['moderate', 89, 0],
    ['low', 91, 1],
  ])('lets a %s one that has been known for %i days end with %i, and says until when', async (severity, days, ends) => {
    answer = { status: 200, body: { express: [advisory(severity)] } };
    const since = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
    const { code, said } = await audit({ [URL_OF_IT]: since });
    expect([code, said]).toEqual([ends, expect.stringContaining(`known since ${since}, to be mended by 20`)]);
  });

  it('does not look at what only tests and builds use', async () => {
    answer = { status: 200, body: { jest: [advisory('critical')] } };
    expect(await audit()).toEqual({ code: 0, said: expect.stringContaining('No fault is known') });
  });

  it('says loudly that it could not be made, and does not fail', async () => {
    answer = { status: 405, body: {} };
    const { code, said } = await audit();
    expect([code, said]).toEqual([0, expect.stringMatching(/THE DEPENDENCIES WERE NOT AUDITED: .*405/)]);
  });

  it('is a step of what must hold before a change lands', () => {
    expect(existsSync(join(projectRoot, 'dist', 'bin', 'audit.js'))).toBe(true);
    expect(readFileSync(join(projectRoot, '.ci', 'run'), 'utf8')).toMatch(/^node dist\/bin\/audit\.js \|\| fail /m);
  });
});
