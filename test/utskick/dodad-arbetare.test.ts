import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { makeCurrent } from '../../api/engine/deployment.js';
import { projectRoot } from '../../prisma/project-root.js';
import { startDevServer, type TestServer } from '../support/temporal.js';
import { RECORD_KEYS } from '../support/record-keys.js';
import { testKeys } from '../support/temporal-keys.js';
import { until } from '../support/until.js';
import { startPostvarld, type Postvarld } from './varld.js';

let varld: Postvarld;
let temporal: TestServer;
let worker: ChildProcess;
beforeAll(async () => {
  varld = await startPostvarld();
  await varld.begin();
  temporal = await startDevServer();
  await makeCurrent(temporal.connection, temporal.namespace);
  worker = await startWorker();
});
afterAll(async () => {
  worker.kill('SIGKILL');
  await temporal.stop();
  await varld.stop();
});

/** The real worker, as a process that can be killed. */
async function startWorker(): Promise<ChildProcess> {
  const child = fork(join(projectRoot, 'dist', 'bin', 'worker.js'), {
    env: {
      ...process.env,
      DATABASE_URL: varld.databaseUrl,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      SMTP_URL: varld.smtp.url,
      MAIL_FROM: 'noreply@remiss.example.se',
      PAYLOAD_KEYS: testKeys.map(({ id, key }) => `${id}:${Buffer.from(key).toString('base64')}`).join(','),
      RECORD_KEYS,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

it('A worker that is killed when the mail server has taken a mail sends at most that one again, under the same Message-ID', async () => {
  const { prisma, smtp, fall } = varld;
  varld.now = new Date();
  smtp.onTaken = () => {
    smtp.onTaken = undefined;
    worker.kill('SIGKILL');
  };
  await varld.tell({ slag: 'kvitto', nyckel: 'kvitto', mottagareId: fall.remittent });
  await once(worker, 'exit');
  worker = await startWorker();
  const left = () => prisma.utskick.count({ where: { status: 'vantar' } });
  await until('the mail to be marked', async () => (await left()) === 0, 90_000);
  expect(await prisma.utskick.count({ where: { status: 'skickat' } })).toBe(1);
  expect(smtp.brev.length).toBeLessThanOrEqual(2);
  expect(new Set(smtp.brev.map(({ parsed }) => parsed.messageId)).size).toBe(1);
});
