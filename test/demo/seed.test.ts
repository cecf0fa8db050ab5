import personnummer from 'personnummer';
import { faser, type Beslutstyp } from '../../domain/faser.js';
import { koder, stangningar } from '../../domain/koder.js';
import { nextStep, nextWake, type Lage } from '../../domain/lage.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { demofall } from '../../prisma/seed/demo/arenden.js';
import { demosubs, type Organisation } from '../../prisma/seed/demo/organisation.js';
import { planera } from '../../prisma/seed/demo/planera.js';
import { seedDemo } from '../../prisma/seed/demo/seed.js';
import { castFor } from '../../prisma/seed/demo/spela.js';
import { readProfil } from '../../prisma/seed/profiler.js';
import { createDemoDatabase, DEMO_NU as NU } from '../support/demo-database.js';
import type { TestDatabase } from '../support/postgres.js';
import { recordKeys } from '../support/record-keys.js';

let database: TestDatabase;
let prisma: PrismaClient;

beforeAll(async () => {
  database = await createDemoDatabase();
  prisma = createPrisma(database.url, recordKeys);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

/** Decisions that have a story of their own in the demo. */
const DECIDED: readonly Beslutstyp[] = [
  'komplettering',
  'utebliven_komplettering',
  'atertagande',
  'skyndsamhet',
  'ej_aktuell',
  'forgruppsstart',
  'forgruppsresultat',
  'erbjudandekontakt',
  'erbjudandesvar',
  'utan_kartlaggning',
  'flerpartsmote',
  'atgardsrapport',
  'teamlyft',
  'styrgruppslyft',
  'avvikelse',
  'medelforslag',
  'aktivitetsslut',
  'ersattningsansokan',
  'paus',
  'forlangning',
  'koordinatorsbyte',
  'samtyckesaterkallelse',
  'felregistrering',
  'ateroppning',
];
const WAITING: readonly Uppgiftstyp[] = [
  'komplettering',
  'utebliven_komplettering',
  'styrgruppsbeslut',
  'atgard',
  'forgrupp',
  'platserbjudande',
  'teamlyft',
  'medelbeslut',
  'medelbeslut_styrgrupp',
  'forlangning',
  'samtycke_loper_ut',
];

const lageOf = ({ lage }: { lage: unknown }) => lage as Lage;
const open = { stangd: null };

test('there are cases in every phase, and some of each kind that a visitor asks about', async () => {
  const counted = await prisma.arende.groupBy({ by: ['fas'], _count: true });
  expect(counted.map(({ fas }) => fas).toSorted()).toEqual(koder(faser).toSorted());
  const today = new Date('2026-11-24');
  // one ärende more: what was sent on to another insats goes on there
  expect(await prisma.arende.count()).toBe(demofall.length + 1);
  expect(await prisma.arende.count({ where: { nastaForfaller: { lt: today }, ...open } })).toBeGreaterThan(4);
  expect(await prisma.arende.count({ where: { overTidenSedan: { not: null }, ...open } })).toBeGreaterThan(0);
  expect(await prisma.forlangning.count({ where: { utfall: null } })).toBe(1);
  expect(await prisma.individ.count({ where: { skyddad: true } })).toBe(1);
  expect(await prisma.remiss.count({ where: { identifierad: false } })).toBe(3);
  const closings = await prisma.arende.findMany({ where: { stangd: { not: null } }, distinct: ['stangdSom'] });
  expect(closings.map(({ stangdSom }) => stangdSom ?? '').toSorted()).toEqual(koder(stangningar).toSorted());
});

test('every decision that a person can take has been taken by somebody, or waits for somebody', async () => {
  const taken = await prisma.beslut.findMany({ distinct: ['typ'], select: { typ: true } });
  const waiting = await prisma.uppgift.findMany({ where: { avslutad: null }, distinct: ['typ'] });
  const done = new Set(taken.map(({ typ }) => typ));
  expect([...DECIDED].filter((typ) => !done.has(typ))).toEqual([]);
  expect(waiting.map(({ typ }) => typ)).toEqual(expect.arrayContaining([...WAITING]));
});

test('the queue of a full insats has three turns: one was not reached, one is offered the place instead, one waits', async () => {
  const turer = await prisma.arende.findMany({ where: { fas: 'ko' }, include: { insats: true } });
  const lagen = turer.map(lageOf);
  const seen = lagen.map(({ ko, erbjudande }) => `missar ${ko?.missar}, kontakter ${erbjudande?.kontakter ?? 'inga'}`);
  expect(seen.toSorted()).toEqual(['missar 0, kontakter 1', 'missar 0, kontakter inga', 'missar 1, kontakter inga']);
  const [insats] = turer.map(({ insatsId }) => insatsId);
  const taking = await prisma.deltagande.count({
    where: { insatsId: insats ?? '', OR: [{ platsFri: null }, { platsFri: { gt: NU } }] },
  });
  const over = await prisma.deltagande.count({ where: { insatsId: insats ?? '', overinskrivning: true } });
  // fifteen places: one is offered, and somebody was enrolled beyond them
  expect(taking).toBe(15);
  expect(over).toBeGreaterThan(0);
});

test('a structural obstacle waits for the styrgrupp, and another has its answer', async () => {
  const hinder = await prisma.strukturelltHinder.findMany({ select: { svarat: true } });
  expect(hinder.map(({ svarat }) => (svarat ? 'svarat' : 'väntar')).toSorted()).toEqual(['svarat', 'väntar']);
  expect(await prisma.insatsuppgift.count({ where: { typ: 'hindersvar', avslutad: null } })).toBe(1);
});

test('the minutes of a past meeting are closed by who led it, unless an ärende still lacks its outcome', async () => {
  const moten = await prisma.mote.findMany({
    // one without an ärende has no minutes to close
    where: { borjar: { lt: NU }, installt: false, punkter: { some: { utgatt: false } } },
    include: { punkter: { where: { utgatt: false }, include: { rekommendation: true } }, teamlyft: true },
  });
  const lacks = moten.filter(({ punkter, teamlyft }) =>
    punkter.some(
      ({ arendeId, rekommendation }) =>
        !rekommendation && !teamlyft.some((one) => one.arendeId === arendeId && one.svarat !== null),
    ),
  );
  const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).toSorted();
  expect(moten.length - lacks.length).toBeGreaterThan(10);
  expect(ids(moten.filter(({ avslutat }) => avslutat === null))).toEqual(ids(lacks));
  for (const { borjar, avslutat, avslutatAv } of moten.filter(({ avslutat: closed }) => closed !== null)) {
    expect(avslutat && avslutat > borjar && avslutat <= NU).toBe(true);
    expect(avslutatAv).not.toBeNull();
  }
});

test('every open case has a next step and wakes by itself after now, and every closed one has neither', async () => {
  for (const arende of await prisma.arende.findMany()) {
    const lage = lageOf(arende);
    const isOpen = arende.stangd === null;
    const wakesLater = (nextWake(lage) ?? '') > NU.toISOString();
    expect([arende.nummer, nextStep(lage) !== undefined, wakesLater]).toEqual([arende.nummer, isOpen, isOpen]);
  }
});

test('what the engine starts from is the row: version, phase, open tasks and timeline agree', async () => {
  const rows = await prisma.arende.findMany({ include: { uppgifter: true, handelser: true, beslut: true } });
  for (const row of rows) {
    const lage = lageOf(row);
    expect(lage).toMatchObject({ arendeId: row.id, nummer: row.nummer, version: row.version, fas: row.fas });
    const openRows = row.uppgifter.filter(({ avslutad }) => avslutad === null).map(({ id }) => id);
    expect(openRows.toSorted()).toEqual(lage.uppgifter.map(({ nr }) => `${row.id}/${nr}`).toSorted());
    expect(new Set(row.handelser.map(({ version }) => version)).size).toBe(row.version);
    expect(row.beslut.every(({ fattat }) => fattat !== null)).toBe(true);
  }
});

test('only open cases wait for the engine, and no mail of the past does', async () => {
  const waiting = await prisma.motoruppdrag.findMany();
  const openCases = await prisma.arende.findMany({ where: open, select: { id: true } });
  const arenden = waiting.filter(({ slag }) => slag === 'arende');
  expect(arenden.map(({ refId }) => refId).toSorted()).toEqual(openCases.map(({ id }) => id).toSorted());
  // beside the cases only the insatser are told, of places that became free
  expect(waiting.every(({ slag }) => slag === 'arende' || slag === 'insats')).toBe(true);
  expect(await prisma.utskick.count()).toBeGreaterThan(300);
  expect(await prisma.utskick.count({ where: { skal: null, status: { not: 'historiskt' } } })).toBe(0);
});

test('every personnummer is valid and in the series that Skatteverket keeps for tests', async () => {
  const people = await prisma.individ.findMany({ where: { personnummer: { not: null } } });
  expect(people.length).toBe(demofall.length - 3);
  const { valid } = personnummer as unknown as { valid: (pin: string) => boolean };
  for (const { personnummer: pin, kon } of people) {
    expect(pin).toMatch(kon === 'kvinna' ? /^\d{8}238\d$/ : /^\d{8}239\d$/);
    expect(valid(pin ?? '')).toBe(true);
  }
});

test('nothing happened on a day off, before its time or in the future', async () => {
  const [late] = await prisma.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM handelse WHERE nar > ${NU}`;
  expect(late?.n).toBe(0);
  const decided = await prisma.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM beslut WHERE extract(isodow FROM fattat AT TIME ZONE 'Europe/Stockholm') > 5`;
  expect(decided[0]?.n).toBe(0);
});

test('numbers of an insats and year are handed out in the order in which the remisser came', async () => {
  const rows = await prisma.arende.findMany({ orderBy: { nummer: 'asc' }, include: { insats: true } });
  for (const prefix of ['SAMBA-2026', 'REHAB-2026', 'VAG-2026']) {
    const moments = rows.filter(({ nummer }) => nummer.startsWith(prefix)).map(({ skapad }) => skapad.getTime());
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  }
});

test('there are people of every role, and each verksamhet that owes a yttrande has somebody to give it', async () => {
  expect(await prisma.anvandare.count()).toBe(demosubs.length);
  const roles = await prisma.roll.findMany({ distinct: ['roll'] });
  expect(roles.length).toBe(10);
  const orphans = await prisma.$queryRaw<unknown[]>`
    SELECT u.id FROM uppgift u JOIN arende a ON a.id = u."arendeId"
    WHERE u."verksamhetId" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM teammedlem t WHERE t."teamId" = a."teamId" AND t."verksamhetId" = u."verksamhetId" AND NOT t.ersattare)`;
  expect(orphans).toEqual([]);
});

test('seeding again changes nothing', async () => {
  const snapshot = () =>
    prisma.$queryRaw`SELECT (SELECT count(*) FROM handelse) h, (SELECT count(*) FROM utskick) u, (SELECT max(version) FROM arende) v,
      (SELECT count(*) FROM anvandare) p, (SELECT count(*) FROM logg) l`;
  const before = await snapshot();
  expect(await seedDemo(prisma, new Date('2027-03-01T08:00:00Z'), () => undefined)).toEqual({
    seeded: false,
    arenden: 0,
  });
  expect(await snapshot()).toEqual(before);
});

test('the cases end in the same phases whatever day it is, summer and holidays included', async () => {
  const anything = { get: (key: string) => key };
  const profil = new Map([
    ['samba_lis', await readProfil('samba_lis')],
    ['samba_rehab', await readProfil('samba_rehab')],
    ['vagknuten', await readProfil('vagknuten')],
  ] as const);
  const organisation = { verksamhet: anything, person: anything, profil } as unknown as Organisation;
  const phasesOn = (nu: string) =>
    demofall.map((fall, nr) => planera(fall, castFor(fall, nr, organisation), nu).lage.fas);
  const expected = phasesOn(NU.toISOString());
  for (const nu of ['2026-07-19T22:30:00.000Z', '2028-02-29T12:00:00.000Z']) expect(phasesOn(nu)).toEqual(expected);
});
