import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeWebServer, createWebServer } from '../../api/http/server.js';
import { projectRoot } from '../../prisma/project-root.js';
import { createAuthority } from '../support/certificates.js';

const authority = createAuthority();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'remissflode-adress-'));
  writeFileSync(join(folder, 'ca'), authority.ca);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command against a server of this machine, `trusted` as if its authority were one of the public ones. */
async function check(days: number, trusted: boolean, status = 200): Promise<[code: unknown, said: string]> {
  const server = createWebServer({}, authority.server('127.0.0.1', days));
  server.on('request', (_request, response) => response.writeHead(status).end('ok'));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    return await run({
      BASE_URL: `https://127.0.0.1:${port}`,
      ...(trusted ? { NODE_EXTRA_CA_CERTS: join(folder, 'ca') } : {}),
    });
  } finally {
    await closeWebServer(server);
  }
}

async function run(env: NodeJS.ProcessEnv): Promise<[code: unknown, said: string]> {
  const child = fork(join(projectRoot, 'dist', 'bin', 'kontrollera-adress.js'), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const [code] = (await once(child, 'close')) as unknown[];
  return [code, said];
}

it('a public address whose certificate everybody trusts is good', async () => {
  expect(await check(60, true)).toEqual([0, expect.stringMatching(/litar på, i 59 dagar till/)]);
});

it('one that nobody vouches for in public is not', async () => {
  expect(await check(60, false)).toEqual([1, expect.stringMatching(/nås inte .*: (?:self-signed|unable to verify)/)]);
});

it('nor is one that ends within two weeks', async () => {
  expect(await check(13, true)).toEqual([1, expect.stringContaining('i 12 dagar till')]);
});

it('nor one behind which something else answers', async () => {
  expect(await check(60, true, 502)).toEqual([1, expect.stringContaining('svaret är 502')]);
});

it('nor one that does not answer, or is not encrypted', async () => {
  expect(await run({ BASE_URL: 'https://127.0.0.1:1' })).toEqual([1, expect.stringContaining('ECONNREFUSED')]);
  expect(await run({ BASE_URL: 'http://remiss.exempel.se' })).toEqual([
    1,
    'Miljövariabeln BASE_URL är fel: den ska börja med https://.\n',
  ]);
});
