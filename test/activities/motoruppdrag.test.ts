import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { Client } from '@temporalio/client';
import { pino } from 'pino';
import { handOverMotoruppdrag } from '../../activities/motoruppdrag.js';
import { connectLazily, createClient, isEngineAway } from '../../api/engine/engine.js';
import { remissWorkflowId } from '../../workflows/messages.js';
import { startDevServer, type TestServer } from '../support/temporal.js';
import { testKeys } from '../support/temporal-keys.js';
import { createTabeller, type Tabeller } from './varld.js';

describe('What is handed over to the engine', () => {
  let tabeller: Tabeller;
  let server: TestServer;
  let log: string;

  beforeAll(async () => {
    server = await startDevServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    tabeller = await createTabeller();
    log = '';
  });
  afterEach(() => tabeller.stop());

  const handOver = (client: Client) => {
    const lines = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    });
    return handOverMotoruppdrag({
      prisma: tabeller.prisma,
      client,
      logger: pino({ level: 'info' }, lines),
      engineAway: isEngineAway,
    });
  };

  it('goes past a row that cannot be: it is logged, steps aside and never stops the others', async () => {
    const refId = randomUUID();
    await tabeller.prisma.motoruppdrag.create({ data: { slag: 'arende', refId } });
    const cases = [await tabeller.send(), await tabeller.send()];
    const client = createClient(server.connection, server.namespace, testKeys);
    expect(await handOver(client)).toBeGreaterThan(2);
    expect(await handOver(client)).toBe(0);
    for (const { arendeId } of cases) {
      const { raw } = await client.workflow.getHandle(remissWorkflowId(arendeId)).describe();
      expect(Number(raw.executionConfig?.defaultWorkflowTaskTimeout?.seconds)).toBe(5);
    }
    const left = await tabeller.prisma.motoruppdrag.findMany({ where: { slag: 'arende' } });
    expect(left).toMatchObject([{ refId, forsok: 1 }]);
    expect(JSON.parse(log.split('\n')[0] ?? '')).toMatchObject({ level: 50, slag: 'arende', refId });
    await tabeller.prisma.motoruppdrag.updateMany({ where: { refId }, data: { nasta: new Date(0) } });
    expect(await handOver(client)).toBe(1);
    expect(await tabeller.prisma.motoruppdrag.findFirst({ where: { refId } })).toMatchObject({ forsok: 2 });
  });

  it('stays where it is while the engine is away, which is no fault of its own', async () => {
    await tabeller.send();
    const connection = connectLazily('127.0.0.1:1');
    const away = createClient(connection, server.namespace, testKeys);
    const failure: unknown = await handOver(away).catch((error: unknown) => error);
    expect(isEngineAway(failure)).toBe(true);
    await connection.close();
    const rows = await tabeller.prisma.motoruppdrag.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ forsok }) => forsok === 0)).toBe(true);
    expect(log).toBe('');
  });
});
