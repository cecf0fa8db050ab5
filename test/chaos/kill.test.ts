import { setTimeout as pause } from 'node:timers/promises';
import { fillUntil, ifyllt } from '../remisser/ifyllt.js';
import { formsOf } from '../support/html.js';
import { until } from '../support/until.js';
import type { WebClient } from '../support/web-client.js';
import {
  expectInsatsWhole,
  expectMailHandedOver,
  expectWhole,
  REMITTENT,
  sendRemiss,
  timerArmed,
  traceOf,
  writeRemiss,
  type Arende,
} from './arenden.js';
import { fillIn, fillInAt, type Blankett } from './blankett.js';
import { startRunning, WAIT_MS, type Running } from './running.js';

/*
 * `kill -9` of each process of `npm start`. Nothing is started by hand: the supervision of the start program does it.
 * It gives up a program that dies five times within a minute, so the worker is killed three times here.
 */

const SIV = 'siv-samordnarsson';
const KIM = 'kim-ledsagarsson';
/** The wizard's page of samtycke, for the verksamheter of the demo. */
const SAMTYCKE = {
  giltigtFran: '2026-01-01',
  form: 'skriftligt',
  lamnatAv: 'personen',
  andamal: 'Att samordna stödet.',
  statistiksamtycke: 'ja',
  uppgiftsslag_fk: ['ekonomi'],
  uppgiftsslag_nybro_iff: ['ekonomi'],
};
const TYPED = 'Skrivet en gång, sparat en gång.';

let running: Running;
let siv: WebClient;
let kim: WebClient;
/** How a reviewed case reads that nobody disturbed. */
let undisturbed: Awaited<ReturnType<typeof traceOf>>;

const several = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));

const granskning = (client: WebClient, { nummer }: Arende): Promise<Blankett> =>
  fillIn(client, nummer, 'granskning', [
    ['utfall', 'accepterad'],
    ['skal', TYPED],
  ]);

const yttrande = (client: WebClient, { nummer }: Arende, verksamhet: string): Promise<Blankett> =>
  fillIn(client, nummer, 'yttrande', [
    ['verksamhet', verksamhet],
    ['text', TYPED],
  ]);

/** New cases, each with its review filled in and not yet sent, by two people in turn. */
async function filledInReviews(count: number): Promise<{ arende: Arende; form: Blankett }[]> {
  return several(count, async (index) => {
    const arende = await sendRemiss(running);
    return { arende, form: await granskning(index % 2 === 0 ? siv : kim, arende) };
  });
}

/** Expects the case to read as if nothing had happened to it, whoever of the two reviewed it. */
async function expectUndisturbed(arende: Arende, form: Blankett): Promise<void> {
  await expectWhole(running, arende);
  const { handelser, ...rest } = await traceOf(running, arende.id);
  const { handelser: expected, ...expectedRest } = undisturbed;
  const withoutPerson = (rows: typeof handelser) =>
    rows.map(({ version, ordning, typ }) => ({ version, ordning, typ }));
  expect(rest).toEqual(expectedRest);
  expect(withoutPerson(handelser)).toEqual(withoutPerson(expected));
  const taken = await running.prisma.beslut.findMany({ where: { arendeId: arende.id, fattat: { not: null } } });
  expect(taken.map(({ id }) => id)).toEqual([form.beslutId]);
  await expectMailHandedOver(running, arende);
}

beforeAll(async () => {
  running = await startRunning();
  [siv, kim] = await Promise.all([running.person(SIV), running.person(KIM)]);
  const arende = await sendRemiss(running);
  const form = await granskning(siv, arende);
  await form.sendUntilTaken();
  undisturbed = await traceOf(running, arende.id);
});
afterAll(() => running?.stop(), 60_000);

test('a case that nobody disturbs has its event, its tasks and its mails', () => {
  expect(undisturbed.arende).toMatchObject({ version: 2, fas: 'konsultation' });
  expect(undisturbed.fattade).toMatchObject([{ typ: 'granskning', version: 2, formular: { skal: TYPED } }]);
  expect(undisturbed.utskick.length).toBeGreaterThan(2);
});

test.each(['10 ms apart', 'at once, in the moment one of them is committed'])(
  'the worker killed under decisions that were sent %s: each is taken once, when it is sent again at the latest',
  async (when) => {
    const apart = when.startsWith('10') ? 10 : 0;
    const reviews = await filledInReviews(8);
    const { committed } = await running.nextCommit();
    const clicks = reviews.map(async ({ form }, index) => {
      await pause(apart * index);
      return form.send();
    });
    await (apart > 0 ? pause(apart * 8) : committed);
    const back = running.kill('worker');
    expect((await Promise.all(clicks)).filter((answer) => answer === 'no answer')).toEqual([]);
    await back();
    await Promise.all(reviews.map(({ form }) => form.sendUntilTaken()));
    for (const { arende, form } of reviews) await expectUndisturbed(arende, form);
  },
);

test('the worker killed while a hand-over goes on: every ärende is handed over, once', async () => {
  const { prisma } = running;
  const fredrika = await running.person('fredrika-forvaltarsson');
  const [viggo, vilma] = await Promise.all(
    ['viggo-vagledarsson', 'vilma-stegprov'].map((sub) => prisma.anvandare.findUniqueOrThrow({ where: { sub } })),
  );
  if (!viggo || !vilma) throw new Error('nobody to hand over');
  const hers = { koordinatorId: viggo.id, stangd: null };
  const before = await prisma.arende.findMany({ where: hers, select: { id: true } });
  expect(before.length).toBeGreaterThan(3);

  const page = await fredrika.get(`/admin/overlamning/ny?fran=${viggo.id}&till=${vilma.id}`);
  const form = formsOf(page.html).find(({ action }) => action === '/admin/overlamning');
  const { committed } = await running.nextCommit();
  const decided = await fredrika.send('/admin/overlamning', [
    ...(form?.hidden ?? []),
    ['not', TYPED],
    ['slutar', 'ja'],
  ]);
  expect(decided.rubrik).toBe('Överlämning från Viggo Vägledarsson till Vilma Stegprov');
  await committed;
  const back = running.kill('worker');
  await back();

  const isDone = async () => (await prisma.overlamning.findFirst({ where: { franId: viggo.id } }))?.klar !== null;
  await until('the hand-over', isDone, WAIT_MS);
  expect(await prisma.arende.count({ where: hers })).toBe(0);
  for (const { id } of before) {
    const told = await prisma.handelse.findMany({ where: { arendeId: id, typ: 'overlamning' } });
    expect(told).toHaveLength(1);
    expect(await prisma.beslut.count({ where: { arendeId: id, typ: 'overlamning', fattat: { not: null } } })).toBe(1);
    await expectWhole(running, { id });
  }
  expect((await prisma.anvandare.findUniqueOrThrow({ where: { id: viggo.id } })).aktiv).toBe(false);
});

test('a double click while there is no worker is one decision, on a case and on its insats', async () => {
  const [review] = await filledInReviews(1);
  if (!review) throw new Error('no review');
  const hinder = await fillInAt(siv, '/insatser/samba_lis/beslut/hinderanmalan', [
    ['team', 'samverkansteam'],
    ['text', TYPED],
  ]);
  const forms = [review.form, review.form, hinder, hinder];
  const back = running.kill('worker');
  const clicks = await Promise.all(forms.map((form) => form.send()));
  expect(clicks.filter((answer) => answer === 'no answer')).toEqual([]);
  await back();
  await Promise.all(forms.map((form) => form.sendUntilTaken()));
  await expectUndisturbed(review.arende, review.form);

  const told = (await running.prisma.strukturelltHinder.findMany()).filter(({ text }) => text === TYPED);
  expect(told.map(({ id }) => id)).toEqual([hinder.beslutId]);
  const taken = await running.prisma.insatshandelse.findMany({ where: { beslutId: hinder.beslutId } });
  expect(taken.map(({ typ }) => typ)).toEqual(['hinderanmalan']);
  await expectInsatsWhole(running, told[0]?.insatsId ?? '');
});

test('the web killed between two clicks: forms opened before are sent after, and the draft is kept', async () => {
  const fia = await running.person(REMITTENT);
  const [between, during] = await filledInReviews(2);
  if (!between || !during) throw new Error('no reviews');
  const draft = await fillUntil(fia, 'bakgrund', { samtycke: SAMTYCKE });
  const opened = formsOf((await fia.get(`${draft}/bakgrund`)).html).find(({ hidden }) => hidden.length > 0);

  const clicked = during.form.send();
  await pause(10);
  const back = running.kill('web');
  expect(['taken', 'no answer']).toContain(await clicked);
  await back();

  await between.form.sendUntilTaken();
  await during.form.sendUntilTaken();
  await expectUndisturbed(between.arende, between.form);
  await expectUndisturbed(during.arende, during.form);

  const typed = Object.entries(ifyllt.bakgrund).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  expect(await fia.send(`${draft}/bakgrund`, [...(opened?.hidden ?? []), ...typed])).toMatchObject({ status: 200 });
  expect((await fia.get(`${draft}/person`)).html).toContain(ifyllt.person.namn);
  await fia.post(`${draft}/fraga`, ifyllt.fraga);
  const receipt = await fia.post(`${draft}/kontrollera`, {});
  expect(receipt).toMatchObject({ status: 200, rubrik: 'Remissen är skickad' });
});

test('Temporal killed: decisions are told not to be registered yet and taken later; a deadline that passed meanwhile is handled once', async () => {
  const [review] = await filledInReviews(1);
  if (!review) throw new Error('no review');
  const due = new Date(Date.now() + 8_000);
  const reminded = await sendRemiss(running, due);
  await timerArmed(running, reminded.id);

  const back = running.kill('temporal');
  const outage = await running.holdDown('temporal');
  const sentMeanwhile = await writeRemiss(running.prisma);
  expect(await review.form.send()).toBe('later');
  expect(await siv.get(`/arenden/${review.arende.nummer}`)).toMatchObject({ status: 200 });
  await until('the deadline', () => Date.now() > due.getTime());
  expect(await running.prisma.handelse.count({ where: { arendeId: reminded.id } })).toBe(1);
  await outage.release();
  await back();

  await review.form.sendUntilTaken();
  await expectUndisturbed(review.arende, review.form);
  const later = await granskning(kim, sentMeanwhile);
  await later.sendUntilTaken();
  await expectUndisturbed(sentMeanwhile, later);
  const reminders = () => running.prisma.handelse.count({ where: { arendeId: reminded.id, typ: 'paminnelse' } });
  await until('the reminder', async () => (await reminders()) > 0, WAIT_MS);
  await expectWhole(running, reminded);
  expect((await traceOf(running, reminded.id)).arende.version).toBe(2);
  expect(await reminders()).toBe(1);
});

test.each([10, 40])(
  'PostgreSQL killed %i ms after several people have sent decisions: pages say so, and every decision is taken once',
  async (delay) => {
    const reviews = await filledInReviews(4);
    const shared = await sendRemiss(running);
    await (await granskning(siv, shared)).sendUntilTaken();
    const people = { fk: 'frans-provman', af: 'arvid-latsaslund', nybro_iff: 'ivar-demolund' };
    const yttranden = await Promise.all(
      Object.entries(people).map(async ([kod, sub]) => {
        const { id } = await running.prisma.verksamhet.findUniqueOrThrow({ where: { kod } });
        return yttrande(await running.person(sub), shared, id);
      }),
    );
    const forms = [...reviews.map(({ form }) => form), ...yttranden];
    const answers = Promise.all(forms.map((form) => form.send()));
    await pause(delay);
    const back = running.kill('postgres');
    const seen: unknown[] = [];
    await until('the page that says so', async () => {
      const { status, rubrik } = await siv.get('/');
      if (status !== 200) seen.push([status, rubrik]);
      return seen.length > 0;
    });
    expect(seen).toEqual([[503, 'Tjänsten svarar inte just nu']]);
    expect((await answers).filter((answer) => answer === 'no answer')).toEqual([]);
    await back();
    await Promise.all(forms.map((form) => form.sendUntilTaken()));
    for (const { arende, form } of reviews) await expectUndisturbed(arende, form);

    await expectWhole(running, shared);
    const { arende, fattade, handelser } = await traceOf(running, shared.id);
    expect(arende.version).toBe(5);
    expect(fattade.map(({ typ }) => typ)).toEqual(['granskning', 'yttrande', 'yttrande', 'yttrande']);
    expect(handelser.filter(({ typ }) => typ === 'yttrande')).toHaveLength(3);
    expect(await running.prisma.yttrande.count({ where: { arendeId: shared.id } })).toBe(3);
  },
);

test('afterwards every open case of the demo runs, and the engine knows of each what its row says', async () => {
  await until('the outbox', async () => (await running.prisma.motoruppdrag.count()) === 0, WAIT_MS);
  const open = await running.prisma.arende.findMany({ where: { stangd: null }, select: { id: true } });
  expect(open.length).toBeGreaterThan(50);
  for (const arende of open) await expectWhole(running, arende);
});

test('and of each insats', async () => {
  const insatser = await running.prisma.insats.findMany({ select: { id: true, kod: true } });
  expect(insatser.length).toBeGreaterThan(1);
  for (const { id } of insatser) await expectInsatsWhole(running, id);
});
