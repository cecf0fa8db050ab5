import { randomUUID } from 'node:crypto';
import { sparaBilagor } from '../../api/records/bilaga.js';
import { sparaSida } from '../../api/records/utkast.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { krypterade } from '../../prisma/nycklar/falt.js';
import * as texter from '../../prisma/seed/demo/texter.js';
import { createDemoDatabase } from '../support/demo-database.js';
import { withOwner, type TestDatabase } from '../support/postgres.js';
import { recordKeys } from '../support/record-keys.js';

const DRAFT = 'Skriven i ett utkast som ingen har skickat.';
const CONTENT = 'Innehållet i en fil som är bifogad till ett ärende.';

let database: TestDatabase;
let prisma: PrismaClient;
let dump: string;

beforeAll(async () => {
  database = await createDemoDatabase();
  prisma = createPrisma(database.url, recordKeys);
  const { id: agareId } = await prisma.anvandare.findFirstOrThrow();
  const utkast = { utkastId: randomUUID(), agareId, steg: 'bakgrund', svar: { problembild: DRAFT } } as const;
  await sparaSida(prisma, { ...utkast, nu: '2026-11-24T10:00:00.000Z' });
  const { id: arendeId } = await prisma.arende.findFirstOrThrow();
  const fil = { filnamn: 'Utlåtande om Provia.txt', typ: 'text/plain', innehall: Buffer.from(CONTENT) };
  await sparaBilagor(prisma, {
    hem: { arendeId },
    slag: 'ovrigt',
    filer: [fil],
    av: agareId,
    grund: 'koordinator',
    formularId: randomUUID(),
    nu: new Date('2026-11-24T10:00:00.000Z'),
  });
  await withOwner(database.url, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'session')`,
    );
    const parts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      parts.push(...rows.map(({ row }) => row));
    }
    dump = parts.join('\n');
  });
});

afterAll(async () => {
  await prisma?.$disconnect();
  await database?.drop();
});

/** A row as text writes a quote twice. */
const found = (clear: readonly string[]) =>
  clear.filter((one) => dump.includes(one) || dump.includes(one.replaceAll('"', '""')));

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};

it('holds none of the names and personal numbers of those who are referred', async () => {
  const people = await prisma.individ.findMany({ where: { namn: { not: null } } });
  expect(people.length).toBeGreaterThan(30);
  expect(found(people.flatMap(({ namn, personnummer }) => [namn ?? '?', personnummer ?? '?']))).toEqual([]);
});

it('holds none of the texts that the demo is written with', () => {
  const { fornamn: _fornamn, efternamn: _efternamn, nasta: _nasta, ...written } = texter;
  const all = strings(written).filter((text) => text.length > 8);
  expect(all.length).toBeGreaterThan(50);
  expect(found(all)).toEqual([]);
});

it('holds no draft, and no file or its name', async () => {
  expect(found([DRAFT, CONTENT, Buffer.from(CONTENT).toString('hex'), 'Utlåtande om Provia'])).toEqual([]);
  const [draft] = (await prisma.utkast.findMany()).filter(({ innehall }) => JSON.stringify(innehall).includes(DRAFT));
  expect(draft).toBeDefined();
  const file = await prisma.bilaga.findFirstOrThrow({ orderBy: { skapad: 'desc' } });
  expect(file.filnamn).toBe('Utlåtande om Provia.txt');
  expect(Buffer.from(file.innehall).toString()).toBe(CONTENT);
});

it('holds in the encrypted columns nothing but what is encrypted', async () => {
  const clear: string[] = [];
  let checked = 0;
  await withOwner(database.url, async (owner) => {
    for (const [tabell, { falt }] of Object.entries(krypterade))
      for (const [kolumn, innehall] of Object.entries(falt)) {
        if (innehall !== 'text') continue;
        const { rows } = await owner.query<{ value: string }>(
          `SELECT "${kolumn}" AS value FROM ${tabell} WHERE "${kolumn}" <> ''`,
        );
        checked += rows.length;
        if (rows.some(({ value }) => !value.startsWith('enc:v1:'))) clear.push(`${tabell}.${kolumn}`);
      }
  });
  expect(checked).toBeGreaterThan(500);
  expect(clear).toEqual([]);
});
