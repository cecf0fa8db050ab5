import { strToU8, zipSync } from 'fflate';
import { createGenomsokare, type Genomsokare } from '../../api/http/genomsokning.js';
import { startVarld, type Varld } from '../anteckningar/varld.js';
import { FYND, SKADLIGT, startClamd, type TestClamd } from '../support/clamd.js';
import { formsOf } from '../support/html.js';
import type { WebClient } from '../support/web-client.js';
import { fillUntil, ifyllt } from './ifyllt.js';

let clamd: TestClamd;
let varld: Varld;
let genomsok: Genomsokare;

beforeAll(async () => {
  clamd = await startClamd();
  genomsok = createGenomsokare(clamd.address);
  varld = await startVarld(undefined, { genomsok: (innehall) => genomsok(innehall) });
});
afterAll(async () => {
  await varld?.stop();
  await clamd?.stop();
});
beforeEach(async () => {
  genomsok = createGenomsokare(clamd.address);
  await varld.web.prisma.bilaga.deleteMany();
  await varld.web.prisma.utkast.deleteMany();
});

type Files = Parameters<WebClient['upload']>[2];

/** Sends files by the form of a page, as it stands there. */
async function upload(client: WebClient, page: string, files: Files, on = page) {
  const hidden = formsOf((await client.get(on)).html).find(({ action }) => action === page)?.hidden ?? [];
  return client.upload(page, [...hidden, ['slag', 'ovrigt']], files);
}

const kept = () => varld.web.prisma.bilaga.count();
const traced = () =>
  varld.web.prisma.logg.findMany({
    where: { handling: 'skadlig_fil' },
    orderBy: { nar: 'asc' },
    select: { data: true, avId: true, arendeId: true, grund: true },
  });
const dokument = () => `/arenden/${varld.nummer}/dokument`;

describe('A file with malware', () => {
  it('is kept at no address that takes files, and the page says so beside the field', async () => {
    const [koordinator, remittent, kansli] = [
      await varld.as('koordinator'),
      await varld.as('remittent'),
      await varld.as('kansli'),
    ];
    const adress = await fillUntil(remittent, 'fraga', varld.grund);
    await remittent.post(`${adress}/fraga`, { ...ifyllt.fraga, spara: 'bilagor' });
    const profiles = await varld.web.prisma.insatsprofil.count();
    for (const [client, page, on] of [
      [koordinator, dokument(), dokument()],
      [remittent, `/remisser/${varld.nummer}/bilagor`, `/remisser/${varld.nummer}/bilagor`],
      [remittent, `${adress}/bilagor`, `${adress}/bilagor`],
      [kansli, '/kansli/profiler/importera', '/kansli/profiler'],
    ] as const) {
      const files = [
        { name: 'ren.txt', content: 'Ren text.' },
        { name: 'anna.txt', content: `Före. ${SKADLIGT} Efter.` },
      ].slice(page.startsWith('/kansli') ? 1 : 0);
      const answer = await upload(client, page, files, on);
      expect({ page, status: answer.status }).toEqual({ page, status: 422 });
      expect(/id="filer-fel"[\s\S]*?<\/label>/.exec(answer.html)?.[0]).toContain(
        'Filen anna.txt innehåller skadlig kod',
      );
    }
    expect(await kept()).toBe(0);
    expect(await varld.web.prisma.insatsprofil.count()).toBe(profiles);
  });

  it('is found inside what is packed, as a Word file is', async () => {
    const docx = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': strToU8(`<w:document>${SKADLIGT}</w:document>`),
    });
    expect(Buffer.from(docx).includes(SKADLIGT)).toBe(false);
    const answer = await upload(await varld.as('koordinator'), dokument(), [{ name: 'plan.docx', content: docx }]);
    expect(answer.html).toContain('Filen plan.docx innehåller skadlig kod');
    expect(await kept()).toBe(0);
  });

  it('leaves a row of the trace and a line of the log that say what was found, not what the file was called', async () => {
    const before = (await traced()).length;
    await upload(await varld.as('koordinator'), dokument(), [{ name: 'annas-intyg.txt', content: SKADLIGT }]);
    const rows = (await traced()).slice(before);
    expect(rows).toEqual([
      { data: { fynd: [FYND] }, avId: varld.grund.person.koordinator, arendeId: null, grund: 'egen' },
    ]);
    const log = varld.web.log.join('');
    expect(log).toContain(FYND);
    expect(log).not.toContain('annas-intyg');
  });
});

describe('The scanner', () => {
  it('lets through what it finds nothing in, by its port and by its socket', async () => {
    const koordinator = await varld.as('koordinator');
    await upload(koordinator, dokument(), [{ name: 'ett.txt', content: 'Ren text.' }]);
    genomsok = createGenomsokare(clamd.socket);
    await upload(koordinator, dokument(), [{ name: 'två.txt', content: 'Mer ren text.' }]);
    expect(await kept()).toBe(2);
    expect(await genomsok(Buffer.alloc(10 * 1024 * 1024, 'ren '))).toEqual([]);
    expect(await genomsok(Buffer.from(SKADLIGT))).toEqual([FYND]);
  });

  it('that is away, or takes the file and never answers, lets nothing through', async () => {
    const koordinator = await varld.as('koordinator');
    const borta = 'Filer kan inte genomsökas efter skadlig kod just nu';
    genomsok = createGenomsokare('127.0.0.1:1');
    expect((await upload(koordinator, dokument(), [{ name: 'ett.txt', content: 'Ren text.' }])).html).toContain(borta);
    genomsok = createGenomsokare(clamd.address, 300);
    clamd.fallAsleep();
    try {
      const answer = await upload(koordinator, dokument(), [{ name: 'två.txt', content: 'Ren text.' }]);
      expect(answer.html).toContain(borta);
    } finally {
      clamd.wakeUp();
    }
    expect(await kept()).toBe(0);
  });
});
