import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { arendeandring, type Andrat } from '../../domain/spar/andrat.js';
import { beslut } from '../../domain/faser.js';
import { insatsbeslut } from '../../domain/insats/lage.js';
import type { Lage } from '../../domain/lage.js';
import { spargrunder, sparhandlingar } from '../../domain/spar/handlingar.js';
import { detaljerIOrd, grundIOrd, handlingIOrd } from '../../domain/spar/ord.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { kontrolleraSpar } from '../../prisma/spar/kontroll.js';
import { projectRoot } from '../../prisma/project-root.js';
import { createDemoDatabase } from '../support/demo-database.js';
import { withOwner, type TestDatabase } from '../support/postgres.js';
import { recordKeys } from '../support/record-keys.js';

let database: TestDatabase;
let prisma: PrismaClient;
let rows: Awaited<ReturnType<PrismaClient['logg']['findMany']>>;
beforeAll(async () => {
  database = await createDemoDatabase();
  prisma = createPrisma(database.url, recordKeys);
  rows = await prisma.logg.findMany({ orderBy: { id: 'asc' } });
});
afterAll(async () => {
  await prisma?.$disconnect();
  await database?.drop();
});

const andratOf = (data: unknown): Andrat => (data as { andrat?: Andrat } | null)?.andrat ?? {};

it('a year of cases leaves a whole trace, and what is changed in it is told by the ärende’s number', async () => {
  expect(rows.length).toBeGreaterThan(500);
  expect((await kontrolleraSpar(database.url)).fel).toEqual([]);
  const { arendeId, lopnr } = rows.find((one) => one.arendeId !== null && one.lopnr > 2)!;
  const { nummer } = await prisma.arende.findUniqueOrThrow({ where: { id: arendeId! } });
  await withOwner(database.url, (owner) =>
    owner.query(`
      ALTER TABLE logg DISABLE TRIGGER logg_vagra;
      UPDATE logg SET grund = 'kansli' WHERE "arendeId" = '${arendeId}' AND lopnr = ${lopnr};
      ALTER TABLE logg ENABLE TRIGGER logg_vagra`),
  );
  expect((await kontrolleraSpar(database.url)).fel).toEqual([
    `Ärendet ${nummer}: rad ${lopnr} är ändrad eller inskjuten.`,
  ]);
});

it('whatever a person did carries the right that she did it by, and what came about by itself carries none', () => {
  expect(rows.filter(({ avId, grund }) => (avId === null) !== (grund === null))).toEqual([]);
});

it('what each change of a case made of its phase follows on the one before it', () => {
  const fas = new Map<string, unknown>();
  let changes = 0;
  for (const { arendeId, data } of rows) {
    const [fore, efter] = andratOf(data)['fas'] ?? [];
    if (arendeId === null || efter === undefined) continue;
    expect(fore).toBe(fas.get(arendeId) ?? 'mottagen');
    fas.set(arendeId, efter);
    changes += 1;
  }
  expect(changes).toBeGreaterThan(100);
});

it('holds no word that anybody typed: codes, ids, numbers and dates only', () => {
  const values = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(values) : [value];
  const texts = rows.flatMap(({ data }) => values(data)).filter((one) => typeof one === 'string');
  expect(texts.filter((one) => !/^[\w:.\-/]{1,64}$/.test(one))).toEqual([]);
});

it('has Swedish words for everything in it', () => {
  for (const { handling, grund, data } of rows) {
    const rad = { handling, data: data as Record<string, unknown> | null };
    expect(handlingIOrd(rad)).not.toContain('_');
    expect(grund === null ? '' : grundIOrd(grund)).not.toMatch(/^[a-zåäö]/);
    for (const one of detaljerIOrd(rad, new Map())) expect(one).toMatch(/^[A-ZÅÄÖ][^:]+: ./);
  }
});

describe('The words of the trace', () => {
  const folders = ['api', 'activities', 'bin', 'prisma'];
  const sources = folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('generated'))
      .map((file) => [`${folder}/${file}`, readFileSync(join(projectRoot, folder, file), 'utf8')] as const),
  );

  it('are there for whatever the code writes: it writes in one place, whose words are these', () => {
    const writers = sources.filter(([, text]) => /logg\.(create|createMany|upsert)|INTO "?logg"? /.test(text));
    expect(writers.map(([file]) => file)).toEqual(['prisma/spar/skriv.ts']);
    const written = sources.flatMap(([, text]) =>
      [...text.matchAll(/handling: '([a-z_]+)'/g)].map(([, code]) => code ?? ''),
    );
    expect(written.length).toBeGreaterThan(30);
    const known = { ...sparhandlingar, ...beslut, ...insatsbeslut };
    expect(written.filter((code) => !Object.hasOwn(known, code))).toEqual([]);
  });

  it('tell a decision from the reading of its form, and where a reading was made', () => {
    const words = (handling: string, data = {}) => handlingIOrd({ handling, data });
    expect(words('fasbyte', { beslut: 'id' })).toBe('Beslutade: Byt arbetsfas');
    expect(words('las_arende', { beslut: 'fasbyte' })).toBe('Läste ärendet: formuläret Byt arbetsfas');
    expect(words('las_arende', { visning: 'underlag' })).toBe('Läste ärendet: underlag för ersättning');
    expect(words('las_arende', { mote: 'id' })).toBe('Läste ärendet: på mötets sida');
    expect(words('motesordning', { mote: 'id' })).toBe('Ändrade ordningen på dagordningen');
    expect(Object.keys(spargrunder)).toEqual(expect.arrayContaining(['remittent', 'egen', 'kansli']));
  });

  it('tell old and new by name', () => {
    const [a, b] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
    const andrat = {
      koordinator: [a, b],
      fas: ['process', 'bada'],
      pausTill: [null, '2027-03-01'],
      skyddad: [false, true],
    };
    expect(
      detaljerIOrd(
        { data: { roll: 'styrgrupp', andrat } },
        new Map([
          [a, 'Kim'],
          [b, 'Kajsa'],
        ]),
      ),
    ).toEqual([
      'Roll: Styrgrupp',
      'Koordinator: Kim → Kajsa',
      'Fas: Process → Process och verkställighet',
      'Paus till: inget → mån 1 mars 2027',
      'Skyddade personuppgifter: nej → ja',
    ]);
  });
});

describe('What a change made of a case', () => {
  const lage = {
    fas: 'process',
    profilversion: 1,
    samtycken: ['b', 'a'],
    uppgifter: [],
    koordinator: 'k',
  } as unknown as Lage;

  it('is nothing when nothing that the trace tells of has changed, whatever else has', () => {
    expect(arendeandring(lage, { ...lage, version: 9, samtycken: ['a', 'b'] })).toEqual({});
  });

  it('is old and new of each that has, also of what was not there before or is no longer', () => {
    const { koordinator: _, ...utan } = lage as Lage & { koordinator: string };
    expect(arendeandring(lage, { ...utan, fas: 'avslut', startdatum: '2026-10-01' })).toEqual({
      fas: ['process', 'avslut'],
      koordinator: ['k', null],
      startdatum: [null, '2026-10-01'],
    });
  });
});
