import { ensureNamespace } from '../../api/engine/namespace.js';
import { connectTestService, now } from '../../bin/embedded/temporal-server.js';
import { startDevServer, startTimeSkippingServer } from '../support/temporal.js';
import type { TestServer } from '../support/temporal.js';

let server: TestServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

test('the dev server keeps closed cases for 30 days and knows the search attributes, also when asked twice', async () => {
  const { connection, namespace } = (server = await startDevServer());
  await ensureNamespace(connection);
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  expect(Object.keys(customAttributes ?? {}).toSorted()).toEqual(['Arendenummer', 'Insats']);
});

test('the time-skipping server moves its clock only when told, for every process that asks', async () => {
  const skipping = await startTimeSkippingServer();
  server = skipping;
  const before = await skipping.now();
  expect(Math.abs(before.getTime() - Date.now())).toBeLessThan(60_000);
  await skipping.skip(100 * 86_400);
  const other = await connectTestService(skipping.address);
  const moved = (await now(other)).getTime() - before.getTime();
  await other.close();
  expect(Math.round(moved / 86_400_000)).toBe(100);
});
