import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createPayloadCodec, type PayloadKey } from '../../api/engine/payload-codec.js';
import { readWorkerConfig } from '../../bin/config.js';
import { REMITTENT } from '../chaos/arenden.js';
import { fillIn } from '../chaos/blankett.js';
import { startRunning, WAIT_MS, type Running } from '../chaos/running.js';
import { fillUntil, ifyllt } from '../remisser/ifyllt.js';
import { until } from '../support/until.js';
import type { WebAnswer, WebClient } from '../support/web-client.js';
import { addressesIn, hemligtI, historyOf } from './utanfor.js';

/*
 * The whole product as `npm start` runs it: the demo is played, everybody in it looks at every page that she comes to, and
 * somebody is written about, rightly and wrongly. Then what lies outside PostgreSQL is read to its last byte.
 */

const SIV = 'siv-samordnarsson';
const SAMTYCKE = {
  giltigtFran: '2026-01-01',
  form: 'skriftligt',
  lamnatAv: 'personen',
  andamal: 'Ett ändamål som ingen annan har.',
  statistiksamtycke: 'ja',
  uppgiftsslag_fk: ['ekonomi'],
  uppgiftsslag_nybro_iff: ['ekonomi'],
};
const FRAGA = 'En fråga till teamet som ingen annan har ställt?';
const SKAL = 'Ett skäl som sammankallande har skrivit.';
/** Pages that one person opens: her own of each kind, and many of the ärenden. */
const SIDOR = 40;

let running: Running;
/** What may stand in PostgreSQL alone, and there encrypted. */
let hemligt: string[];
const adresser = new Set<string>();
const platser: Record<'motor' | 'mejl' | 'logg' | 'matetal', string> = { motor: '', mejl: '', logg: '', matetal: '' };
/** What the engine keeps, as the worker reads it. */
let oppnat: string[];

/** Opens pages from the first one on, in the order in which their links stand, and keeps every address on them. */
async function seAllt(client: WebClient): Promise<void> {
  const queue = ['/'];
  const seen = new Set(queue);
  for (let path = queue.shift(); path !== undefined && seen.size < SIDOR; path = queue.shift()) {
    const page = await client.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    for (const found of keep(page))
      if (found.startsWith('/') && !/^\/(static|logga-ut|idp|kalender)/.test(found) && !seen.has(found)) {
        seen.add(found);
        queue.push(found);
      }
  }
}

function keep(page: WebAnswer): string[] {
  const { links, all } = addressesIn(page.html);
  for (const one of [page.address, ...all]) adresser.add(one);
  return links;
}

/** A remiss with a wrong number first, a question back and its answer; and numbers typed where none belong. */
async function skrivOmNagon(): Promise<void> {
  const fia = await running.person(REMITTENT);
  const draft = await fillUntil(fia, 'person');
  const wrong = await fia.post(`${draft}/person`, { ...ifyllt.person, personnummer: '19800101-2388' });
  expect(wrong.status).toBe(422);
  await fia.post(`${draft}/person`, ifyllt.person);
  await fia.post(`${draft}/samtycke`, SAMTYCKE);
  await fia.post(`${draft}/bakgrund`, ifyllt.bakgrund);
  await fia.post(`${draft}/fraga`, { fraga: FRAGA });
  const receipt = keepAnswer(await fia.post(`${draft}/kontrollera`, {}));
  expect(receipt.rubrik).toBe('Remissen är skickad');
  const nummer = /[A-Z]+-\d{4}-\d{4}/.exec(receipt.html)?.[0] ?? '';

  const siv = await running.person(SIV);
  await until('the case', async () => (await siv.get(`/arenden/${nummer}`)).status === 200, WAIT_MS);
  const granskning = () =>
    fillIn(siv, nummer, 'granskning', [
      ['utfall', 'accepterad'],
      ['skal', SKAL],
    ]);
  const [first, second] = [await granskning(), await granskning()];
  await first.sendUntilTaken();
  await expect(second.send()).rejects.toThrow('409');
  for (const client of [fia, siv]) {
    keepAnswer(await client.get(`/arenden/${ifyllt.person.personnummer}`));
    keepAnswer(await client.get(`/uppgifter?visa=alla&namn=${encodeURIComponent(ifyllt.person.namn)}`));
  }
}

const keepAnswer = (page: WebAnswer): WebAnswer => {
  for (const one of addressesIn(page.html).all) adresser.add(one);
  return page;
};

const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
const bytesOf = (files: readonly string[]): string => files.map((file) => readFileSync(file, 'utf8')).join('\n');

async function readMatetal(): Promise<string> {
  const [, address] = /Metrics:\s*(\S+)/.exec(readFileSync(join(running.data, 'loggar', 'temporal.log'), 'utf8')) ?? [];
  if (address === undefined) throw new Error('Temporal tells no address of its metrics');
  return (await fetch(address)).text();
}

const payloadKeys = (): readonly PayloadKey[] =>
  readWorkerConfig({
    ...(JSON.parse(readFileSync(join(running.data, 'hemligheter.json'), 'utf8')) as NodeJS.ProcessEnv),
    DATABASE_URL: 'postgresql://ingen@127.0.0.1:1/ingen',
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'remissflode@example.se',
  }).payloadKeys;

beforeAll(async () => {
  running = await startRunning('info');
  await skrivOmNagon();
  const people = await running.prisma.anvandare.findMany({ where: { aktiv: true }, select: { sub: true } });
  for (const { sub } of people) await seAllt(await running.person(sub));
  await until('a mail', () => filesIn(join(running.data, 'mejl')).some((file) => file.endsWith('.eml')), WAIT_MS);
  hemligt = await hemligtI(running.prisma);
  oppnat = await historyOf(running.temporal, createPayloadCodec(payloadKeys()));
  platser.matetal = await readMatetal();
  await running.end();
  const mails = filesIn(join(running.data, 'mejl')).filter((file) => file.endsWith('.eml'));
  const parsed = await Promise.all(mails.map(async (file) => simpleParser(readFileSync(file))));
  platser.motor = bytesOf(filesIn(join(running.data, 'temporal')));
  platser.logg = bytesOf(filesIn(join(running.data, 'loggar')));
  platser.mejl = bytesOf(mails) + parsed.map(({ subject, text, html }) => `${subject}\n${text}\n${html}`).join('\n');
}, 600_000);
afterAll(() => running?.stop());

const found = (where: string): string[] => hemligt.filter((one) => where.includes(one));

describe('After a run of the whole demo', () => {
  it('there is much to look for, the person written about last among it', () => {
    expect(hemligt.length).toBeGreaterThan(300);
    const { namn, personnummer } = ifyllt.person;
    expect(hemligt).toEqual(expect.arrayContaining([namn, personnummer, FRAGA, SKAL, SAMTYCKE.andamal]));
  });

  it.each([
    ['the files of Temporal’s database', 'motor', 'remiss/'],
    ['the mails, as sent and as read', 'mejl', 'Message-ID'],
    ['the logs of all programs', 'logg', '/arenden/'],
    ['what is measured', 'matetal', 'temporal'],
  ] as const)('%s hold no number, name or text of anybody', (_, plats, known) => {
    expect(platser[plats]).toContain(known);
    expect(found(platser[plats])).toEqual([]);
  });

  it('nor does what the engine keeps once it is decrypted', () => {
    const all = oppnat.join('\n');
    expect(oppnat.length).toBeGreaterThan(500);
    expect(all).toContain('"typ":"granskning"');
    expect(found(all)).toEqual([]);
  });

  it('nor does any address that anybody was led to', () => {
    expect(adresser.size).toBeGreaterThan(500);
    const read = [...adresser].flatMap((one) => [one, decodeURIComponent(one.replaceAll('+', ' '))]);
    expect(found(read.join('\n'))).toEqual([]);
  });
});
