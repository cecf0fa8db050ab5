import { randomUUID } from 'node:crypto';
import { avslutaGallring } from '../../activities/gallring/avsluta.js';
import { ARENDETABELLER } from '../../activities/gallring/forstor.js';
import { gallraPost, INTE_BORTA, type GallringspostInput } from '../../activities/gallring/post.js';
import { vantandePoster } from '../../activities/gallring/vantande.js';
import { beslutaGallring } from '../../api/records/gallring/avgor.js';
import { foreslaGallring } from '../../api/records/gallring/foresla.js';
import { undantaFranGallring } from '../../api/records/gallring/stopp.js';
import { readForfallet } from '../../api/queries/gallring.js';
import { arkivrackvidd } from '../../domain/gallring.js';
import { dayOf } from '../../domain/kalender/tid.js';
import { createPrisma, type PrismaClient } from '../../prisma/client.js';
import { createDemoDatabase, DEMO_NU } from '../support/demo-database.js';
import { recordKeys } from '../support/record-keys.js';
import { whileTraceIsShut, type TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import { dumpDatabase, findIn } from './dump.js';

let database: TestDatabase;
let prisma: PrismaClient;
beforeEach(async () => {
  database = await createDemoDatabase();
  prisma = createPrisma(database.url, recordKeys);
});
afterEach(async () => {
  await prisma?.$disconnect();
  await database?.drop();
});

const klocka = { now: () => Promise.resolve(DEMO_NU) };
const personId = async (sub: string) => (await prisma.anvandare.findUniqueOrThrow({ where: { sub } })).id;

/** Closes ärenden of the demo, of every phase, six years ago, and has two people decide that they are destroyed. */
async function decided(arendeIds: readonly string[]): Promise<string> {
  const stangd = new Date('2020-11-24T09:30:00.000Z');
  await prisma.arende.updateMany({ where: { id: { in: [...arendeIds] } }, data: { fas: 'stangd', stangd } });
  const id = randomUUID();
  const valda = arendeIds.map((arendeId) => ({ arendeId, slag: 'arende' as const }));
  const [av, annan] = [await personId('fredrika-forvaltarsson'), await personId('agda-arkivsson')];
  expect(await foreslaGallring(prisma, { id, av, nar: DEMO_NU, valda })).toBeUndefined();
  expect(await beslutaGallring(prisma, { id, av: annan, nar: DEMO_NU })).toBeUndefined();
  return id;
}

const glomd: string[] = [];
const glom = (workflowId: string) => Promise.resolve(glomd.push(workflowId) > 0);
const gallra = (post: GallringspostInput, forget = glom) => gallraPost({ prisma, klocka, glom: forget }, post);

/** What is typed about people in the demo: names, numbers and every longer text. */
async function textsOfPeople(): Promise<string[]> {
  const folk = await prisma.individ.findMany();
  const remisser = await prisma.remiss.findMany();
  const anteckningar = await prisma.anteckning.findMany();
  const planer = await prisma.genomforandeplan.findMany();
  return [
    ...folk.flatMap(({ namn, personnummer, alias }) => [namn, personnummer, alias]),
    ...remisser.flatMap(({ namn, telefon, epost, problembild, fraga }) => [namn, telefon, epost, problembild, fraga]),
    ...anteckningar.map(({ text }) => text),
    ...planer.flatMap(({ mal, ansvar, uppfoljning }) => [mal, ansvar, uppfoljning]),
    ...BESIDE,
    ...(await prisma.yttrande.findMany()).map(({ text }) => text),
    ...(await prisma.rekommendation.findMany()).map(({ motivering }) => motivering),
  ].filter((one): one is string => one !== null && one.length > 6);
}

/** What people write beside the decisions, of which the demo has none: a note, a task, a file, an emergency opening. */
async function addSaidBeside(): Promise<string> {
  const { id: arendeId } = await prisma.arende.findFirstOrThrow({ where: { planer: { some: {} } } });
  const [avId, skapad] = [await personId('kajsa-koordinatorsson'), DEMO_NU];
  await prisma.anteckning.create({
    data: { id: randomUUID(), arendeId, avId, datum: skapad, text: BESIDE[0], lasare: 'team', skapad },
  });
  await prisma.egenUppgift.create({
    data: { id: randomUUID(), arendeId, agareId: avId, text: BESIDE[1], senast: skapad, skapad },
  });
  const innehall = Buffer.from(BESIDE[2]);
  const fil = { filnamn: BESIDE[3], typ: 'text/plain', storlek: innehall.length, innehall, slag: 'ovrigt' };
  await prisma.bilaga.create({ data: { arendeId, avId, skapad, ...fil } });
  await prisma.nodatkomst.create({
    data: { id: randomUUID(), arendeId, avId, part: 'kommun', skal: BESIDE[4], fran: skapad, till: skapad },
  });
  return arendeId;
}

const BESIDE = [
  'Ringde och berättade om sin syster.',
  'Fråga om barnens skola.',
  'Intyget säger sjukdomen.',
  'intyg-om-sjukdomen.txt',
  'Hon hittades på torget.',
] as const;

/** The pages of those who worked with what is gone: they open, and the trace still tells the numbers. */
async function expectPages(): Promise<void> {
  const web: TestWeb = await startWeb({ databaseUrl: database.url, klocka });
  try {
    const mote = await prisma.mote.findFirstOrThrow({ where: { team: { insats: { kod: 'samba_lis' } } } });
    const pages = {
      'siv-samordnarsson': ['/', '/insatser/samba_lis', '/arenden', '/moten', `/moten/${mote.id}`],
      'karin-kanslisson': ['/kansli'],
      'agda-arkivsson': ['/gallring'],
      'folke-forbundschefsson': ['/logg?nummer=SAMBA-2026-0001&fran=2024-01-01'],
    };
    for (const [sub, addresses] of Object.entries(pages)) {
      const client = web.client();
      await client.login(sub);
      for (const address of addresses) expect([address, (await client.get(address)).status]).toEqual([address, 200]);
    }
    const folke = web.client();
    await folke.login('folke-forbundschefsson');
    expect((await folke.get('/logg?nummer=SAMBA-2026-0001&fran=2024-01-01')).html).toContain('Gallrade handlingar');
  } finally {
    await web.stop();
  }
}

it('leaves no byte of a person in any table when every ärende of the demo is destroyed', async () => {
  await addSaidBeside();
  const words = [...new Set(await textsOfPeople())];
  expect(words.length).toBeGreaterThan(100);
  expect(findIn(await dumpDatabase(database.url), words).length).toBeGreaterThan(100);
  const arenden = await prisma.arende.findMany({ include: { remiss: true, avslut: true } });
  const raknas = arenden.filter(
    ({ remiss, avslut, stangdSom }) =>
      remiss?.statistiksamtycke !== false && stangdSom !== 'felregistrerad' && avslut?.orsak !== 'felregistrering',
  );
  const id = await decided(arenden.map((one) => one.id));
  for (let poster = await vantandePoster(prisma, id); poster.length > 0; poster = await vantandePoster(prisma, id))
    for (const post of poster) await gallra(post);
  await avslutaGallring({ prisma, klocka }, id);

  const dump = await dumpDatabase(database.url);
  // drafts that were never sent are no ärende's, and are their writer's to throw away
  const utkast = (await prisma.utkast.findMany({ where: { skickad: null } })).map((one) => JSON.stringify(one));
  expect(
    findIn(
      dump,
      words.filter((word) => !utkast.some((one) => one.includes(word))),
    ),
  ).toEqual([]);
  for (const tabell of ['arende', 'individ', 'arendelank', 'tilldelning', 'bilaga', 'anteckning', 'beslut'])
    expect([tabell, dump.get(tabell)]).toEqual([tabell, []]);
  expect(await prisma.utskick.count({ where: { arendeId: { not: null } } })).toBe(0);
  expect(await prisma.gallring.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'klar', klar: DEMO_NU });
  const poster = await prisma.gallringspost.findMany({ where: { gallringId: id } });
  expect(poster.map(({ nummer }) => nummer).toSorted()).toEqual(arenden.map(({ nummer }) => nummer).toSorted());
  expect(new Set(poster.map(({ status, floden }) => `${status} ${floden.length}`))).toEqual(new Set(['gallrad 0']));
  expect(poster.every(({ antal }) => antal > 10)).toBe(true);
  // what is counted stands under ids of its own: nothing leads from it to an ärende
  const rader = await prisma.arendestatistik.findMany();
  expect([rader.length, raknas.length < arenden.length]).toEqual([raknas.length, true]);
  const ids = new Set([...arenden.map((one) => one.id), ...poster.map((one) => one.arendeId)]);
  expect(rader.filter((one) => ids.has(one.id))).toEqual([]);
  for (const arendeId of ids) expect(glomd).toContain(`remiss-${arendeId}`);
  await expectPages();
});

it('has three ärenden of SAMBA in the demo that are due, for the two arkivansvariga of its huvudman', async () => {
  const { id } = await prisma.verksamhet.findUniqueOrThrow({ where: { kod: 'nybro_iff' } });
  const rackvidd = arkivrackvidd({ verksamhet: { id }, roller: [{ roll: 'arkivansvarig' }] });
  const { rader } = await readForfallet(prisma, rackvidd, dayOf(DEMO_NU), 1);
  expect(rader.map(({ nummer, slag }) => `${nummer.replace(/-\d+$/, '')} ${slag}`)).toEqual(
    Array.from({ length: 3 }, () => 'SAMBA-2021 arende'),
  );
});

it('knows every table that holds something of an ärende', async () => {
  const tabeller = await prisma.$queryRaw<{ tabell: string }[]>`
    SELECT table_name AS tabell FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'arendeId'`;
  const known = [...ARENDETABELLER, 'gallringspost', 'logg'];
  expect(tabeller.map(({ tabell }) => tabell).toSorted()).toEqual(known.toSorted());
});

it('destroys all of an ärende or nothing, and goes on where it was killed', async () => {
  const [arende] = await prisma.arende.findMany({ where: { fas: 'stangd' }, take: 1 });
  const arendeId = arende?.id ?? '';
  const gallringId = await decided([arendeId]);
  const post = { gallringId, arendeId, slag: 'arende' } as const;
  const status = async () => (await prisma.gallringspost.findFirstOrThrow({ where: { gallringId } })).status;
  // the trace is written last: without it nothing is destroyed
  await whileTraceIsShut(database.url, () => expect(gallra(post)).rejects.toThrow(/denied/));
  expect(await status()).toBe('vantar');
  expect(await prisma.handelse.count({ where: { arendeId } })).toBeGreaterThan(0);
  // killed after the rows, before the engine
  await expect(gallra(post, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
  expect(await status()).toBe('rader_borta');
  expect(await prisma.arende.count({ where: { id: arendeId } })).toBe(0);
  expect(await vantandePoster(prisma, gallringId)).toEqual([post]);
  await expect(gallra(post, () => Promise.resolve(false))).rejects.toMatchObject({ type: INTE_BORTA });
  await gallra(post);
  await gallra(post);
  expect(await status()).toBe('gallrad');
  expect(await prisma.arendestatistik.count()).toBeLessThanOrEqual(1);
  expect(await prisma.logg.count({ where: { handling: 'gallrad', arendeId } })).toBe(1);
  // the trace of who read and did what stands
  expect(await prisma.logg.count({ where: { arendeId } })).toBeGreaterThan(1);
});

it('keeps an ärende that is held, or opened again, after the decision', async () => {
  const [held, opened] = await prisma.arende.findMany({ where: { fas: 'stangd' }, take: 2 });
  const gallringId = await decided([held?.id ?? '', opened?.id ?? '']);
  const av = await personId('agda-arkivsson');
  const stopp = { id: randomUUID(), arendeId: held?.id ?? '', skal: 'En tvist.', av, nar: DEMO_NU };
  await undantaFranGallring(prisma, stopp);
  await prisma.arende.update({ where: { id: opened?.id ?? '' }, data: { fas: 'process', stangd: null } });
  for (const post of await vantandePoster(prisma, gallringId)) await gallra(post);
  const fel = await prisma.gallringspost.findMany({ where: { gallringId } });
  expect(new Map(fel.map((one) => [one.arendeId, `${one.status} ${one.fel}`]))).toEqual(
    new Map([
      [held?.id, 'kvar stoppat'],
      [opened?.id, 'kvar oppet'],
    ]),
  );
  expect(await prisma.arende.count({ where: { id: { in: [held?.id ?? '', opened?.id ?? ''] } } })).toBe(2);
});

it('leaves a person who has another ärende, and the kinds of document that are not due', async () => {
  const arende = await prisma.arende.findUniqueOrThrow({ where: { id: await addSaidBeside() } });
  const annat = await prisma.arende.findFirstOrThrow({ where: { id: { not: arende.id } }, select: { id: true } });
  const individId = arende.individId;
  await prisma.arende.update({ where: { id: annat.id }, data: { individId } });
  const gallringId = await decided([annat.id]);
  await gallra({ gallringId, arendeId: annat.id, slag: 'arende' });
  expect(await prisma.individ.count({ where: { id: individId } })).toBe(1);

  const id = randomUUID();
  const stangd = new Date('2020-11-24T09:30:00.000Z');
  await prisma.arende.update({ where: { id: arende.id }, data: { fas: 'stangd', stangd } });
  const [av, andra] = [await personId('fredrika-forvaltarsson'), await personId('agda-arkivsson')];
  const valda = [{ arendeId: arende.id, slag: 'plan' as const }];
  await foreslaGallring(prisma, { id, av, nar: DEMO_NU, valda });
  await beslutaGallring(prisma, { id, av: andra, nar: DEMO_NU });
  const { mal, ansvar } = await prisma.genomforandeplan.findFirstOrThrow({ where: { arendeId: arende.id } });
  const forms = async () =>
    JSON.stringify(await prisma.beslut.findMany({ where: { arendeId: arende.id }, select: { formular: true } }));
  expect(await forms()).toContain(ansvar);
  await gallra({ gallringId: id, arendeId: arende.id, slag: 'plan' });
  for (const text of [mal, ansvar]) expect(await forms()).not.toContain(text);
  expect(await prisma.genomforandeplan.count({ where: { arendeId: arende.id } })).toBe(0);
  expect(await prisma.anteckning.count({ where: { arendeId: arende.id } })).toBeGreaterThan(0);
});
