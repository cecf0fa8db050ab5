import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createPrisma } from '../../prisma/client.js';
import { projectRoot } from '../../prisma/project-root.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { WebClient } from '../support/web-client.js';
import { createPeople, HANNA } from './people.js';
import { RECORD_KEYS, recordKeys } from '../support/record-keys.js';

let database: TestDatabase;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  database = await createDatabase();
  const prisma = createPrisma(database.url, recordKeys);
  await createPeople(prisma);
  await prisma.$disconnect();
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

afterAll(() => database?.drop());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

interface WebProcess {
  child: ChildProcess;
  baseUrl: string;
  port: number;
  /** what it has written to stderr */
  said: () => string;
  ended: Promise<number | null>;
}

async function startProcess(extra: Record<string, string> = {}): Promise<WebProcess> {
  const port = await freePort();
  const child = fork(join(projectRoot, 'dist', 'bin', 'web.js'), {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'remissflode@example.se',
      PAYLOAD_KEYS: `prov:${randomBytes(32).toString('base64')}`,
      RECORD_KEYS,
      SESSION_SECRET: randomBytes(32).toString('hex'),
      PORT: String(port),
      BASE_URL: `http://127.0.0.1:${port}`,
      ...extra,
    },
  });
  running.add(child);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, port, baseUrl: `http://127.0.0.1:${port}`, said: () => said, ended };
}

const ready = ({ child, ended, said }: WebProcess): Promise<unknown> =>
  Promise.race([
    once(child, 'message'),
    ended.then((code) => {
      throw new Error(`The web ended with ${code}: ${said()}`);
    }),
  ]);

/** A form whose last byte has not been sent yet. */
async function beginForm(port: number): Promise<{ finish: () => Promise<string> }> {
  const socket: Socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const head = [
    'POST /logga-ut HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/x-www-form-urlencoded',
    'Content-Length: 3',
  ];
  await new Promise((sent) => socket.write(`${head.join('\r\n')}\r\n\r\na=`, sent));
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString();
  });
  const finish = async () => {
    socket.write('1');
    await once(socket, 'close');
    return answer;
  };
  return { finish };
}

const refusesConnections = async (port: number): Promise<void> => {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const outcome = await Promise.race([
      once(socket, 'connect').then(() => 'open'),
      once(socket, 'error').then(() => 'refused'),
    ]).catch(() => 'refused');
    socket.destroy();
    if (outcome === 'refused') return;
  }
};

it('logs people in, answers what has begun after SIGTERM, takes nothing new and ends with 0', async () => {
  const web = await startProcess();
  await ready(web);
  expect((await new WebClient(web.baseUrl).login(HANNA)).html).toContain('Hanna Handläggarsson');
  const form = await beginForm(web.port);
  // as browsers do: a connection in which nothing has been asked yet
  const inAdvance = connect(web.port, '127.0.0.1');
  await once(inAdvance, 'connect');
  web.child.kill('SIGTERM');
  await refusesConnections(web.port);
  expect(await form.finish()).toContain('HTTP/1.1 303 See Other');
  expect(await web.ended).toBe(0);
});

it('ends when the process that started it is gone', async () => {
  const web = await startProcess();
  await ready(web);
  web.child.disconnect();
  expect(await web.ended).toBe(0);
});

it.each([
  [{ DATABASE_URL: '' }, 'DATABASE_URL'],
  [{ NODE_ENV: 'production' }, 'OIDC_ISSUER'],
])('with %o it does not start, and says which setting is missing', async (extra, name) => {
  const web = await startProcess(extra);
  expect(await web.ended).toBe(1);
  expect(web.said()).toContain(`Miljövariabeln ${name} saknas.`);
});

it('says that its port is taken', async () => {
  const first = await startProcess();
  await ready(first);
  const second = await startProcess({ PORT: String(first.port) });
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`Port ${first.port} är upptagen`);
});
