import { DatabaseError, Pool } from 'pg';
import { safeError } from '../../api/http/safe-error.js';
import { createPrisma } from '../../prisma/client.js';
import { createDatabase, type TestDatabase } from '../support/postgres.js';
import { recordKeys } from '../support/record-keys.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database?.drop());

const failureOf = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => undefined,
    (error: unknown) => error,
  );

it('tells the kind, code and place of a database error without the values', async () => {
  const pool = new Pool({ connectionString: database.url, max: 1 });
  const failure = await failureOf(pool.query("SELECT 'hemligt'::uuid"));
  await pool.end();
  expect(failure).toBeInstanceOf(DatabaseError);
  expect((failure as Error).message).toContain('hemligt');
  const logged = safeError(failure);
  expect(logged).toMatchObject({ type: 'DatabaseError', code: '22P02', message: 'invalid input syntax for type uuid' });
  expect(JSON.stringify(logged)).not.toContain('hemligt');
});

it('tells what Prisma objects to without the values of the query', async () => {
  const prisma = createPrisma(database.url, recordKeys);
  const wrong = { kod: 'hemligt', namn: 'hemligt', finnsInte: 'hemligt' };
  const unknownField = await failureOf(prisma.forbund.create({ data: wrong as never }));
  await prisma.forbund.create({ data: { kod: 'hemligt', namn: 'hemligt' } });
  const duplicate = await failureOf(prisma.forbund.create({ data: { kod: 'hemligt', namn: 'hemligt' } }));
  const malformed = await failureOf(prisma.forbund.findFirst({ where: { id: 'hemligt' } }));
  await prisma.$disconnect();
  expect((unknownField as Error).message).toContain('hemligt');
  expect(safeError(unknownField).message).toContain('finnsInte');
  for (const error of [unknownField, duplicate, malformed]) {
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(safeError(error))).not.toContain('hemligt');
  }
});

it('follows causes, and says nothing of what is not an error', () => {
  const inner = Object.assign(new Error('inner'), { code: 'E_INNER', body: 'hemligt' });
  const logged = safeError(new Error('outer', { cause: inner }));
  expect(logged).toMatchObject({ message: 'outer', cause: { message: 'inner', code: 'E_INNER' } });
  expect(JSON.stringify(logged)).not.toContain('hemligt');
  expect(safeError('hemligt')).toEqual({ type: 'string', message: 'not an Error', stack: '' });
});
