import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BREV_LANGST_MS } from '../../activities/utskick/post.js';
import { STOP_MS } from '../../bin/stop-times.js';
import { projectRoot } from '../../prisma/project-root.js';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

it('A normal stop gives a mail under way the time to end: every limit is longer than the one before', () => {
  const compose = parse(read('docker-compose.yml'), { merge: true }) as {
    services: { worker: { stop_grace_period: string } };
  };
  const container = Number.parseInt(compose.services.worker.stop_grace_period, 10) * 1000;
  const limits = [BREV_LANGST_MS, STOP_MS.grace, STOP_MS.force, STOP_MS.exit, container];
  expect(limits).toEqual([...new Set(limits)].toSorted((a, b) => a - b));
});

it('A try to send a mail has ended before the next one begins', () => {
  const limit = /proxyActivities<Utskicksaktiviteter>\(\{\s*startToCloseTimeout: '(\d+)s'/.exec(
    read('workflows/activity-proxies.ts'),
  );
  expect(Number(limit?.[1]) * 1000).toBeGreaterThan(BREV_LANGST_MS);
});
