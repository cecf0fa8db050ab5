import { formatTidpunkt } from '../../api/components/format.js';
import { writePdf } from '../../api/registerutdrag/dokument.js';
import { registerutdrag } from '../../api/registerutdrag/innehall.js';
import { readRegisterutdrag } from '../../api/queries/registerutdrag.js';
import { createDemoDatabase, DEMO_NU } from '../support/demo-database.js';
import { objectsOf, textOfPdf } from '../support/pdf.js';
import type { TestDatabase } from '../support/postgres.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';

let database: TestDatabase;
let web: TestWeb;
let folke: WebClient;
let nummer: string;
let annat: string;
let arendeIds: readonly string[];
beforeAll(async () => {
  database = await createDemoDatabase();
  web = await startWeb({ databaseUrl: database.url, klocka: { now: () => Promise.resolve(DEMO_NU) } });
  folke = web.client();
  await folke.login('folke-forbundschefsson');
  const { prisma } = web;
  const [ett, tva, tre] = await prisma.arende.findMany({
    orderBy: { nummer: 'asc' },
    take: 3,
    where: { fas: 'process' },
  });
  // the same person again, in an ärende of her own
  await prisma.arende.update({ where: { id: tva?.id ?? '' }, data: { individId: ett?.individId ?? '' } });
  [nummer, annat] = [ett?.nummer ?? '', tva?.nummer ?? ''];
  arendeIds = [ett?.id ?? '', tva?.id ?? ''];
  const avId = (await prisma.anvandare.findUniqueOrThrow({ where: { sub: 'kajsa-koordinatorsson' } })).id;
  await prisma.logg.create({
    data: { nar: DEMO_NU, avId, handling: 'las_lista', grund: 'koordinator', arenden: [...arendeIds, tre?.id ?? ''] },
  });
});
afterAll(async () => {
  await web?.stop();
  await database?.drop();
});

const words = (text: string): string => text.replaceAll(/\s+/g, ' ');
const utdrag = async () => {
  const found = await readRegisterutdrag(web.prisma, { alla: true }, nummer);
  if (!found) throw new Error('The demo has no such ärende');
  return found;
};

it('is a tagged PDF in Swedish with a title, in which every row of all of the person’s ärenden can be read', async () => {
  const innehall = await utdrag();
  const pdf = await writePdf(registerutdrag(innehall, { skapad: DEMO_NU, helt: true }));
  const dicts = [...objectsOf(pdf).values()].map(({ dict }) => dict);
  const catalog = dicts.find((dict) => dict.includes('/Type /Catalog')) ?? '';
  for (const one of ['/Lang (sv-SE)', '/MarkInfo', '/StructTreeRoot', '/ViewerPreferences'])
    expect(catalog).toContain(one);
  const slag = (ett: string) => dicts.filter((dict) => dict.includes(`/S /${ett}\n`)).length;
  expect([slag('H1'), slag('Table'), slag('TH')]).toEqual([1, 1, 5]);
  expect([slag('TR'), slag('TD')]).toEqual([innehall.spar.antal + 1, innehall.spar.antal * 5]);
  const text = words(textOfPdf(pdf));
  expect(text).toContain('Registerutdrag ur loggen');
  expect(text).toContain(`${nummer} (`);
  expect(text).toContain('Alla rader är med');
  expect(innehall.spar.antal).toBe(
    await web.prisma.logg.count({
      where: { OR: [{ arendeId: { in: [...arendeIds] } }, { arenden: { hasSome: [...arendeIds] } }] },
    }),
  );
  for (const { nar, av } of innehall.spar.rader) {
    expect(text).toContain(formatTidpunkt(nar));
    expect(text).toContain(av ?? 'Systemet');
  }
  for (const ett of [nummer, annat, 'Beslutade: Granska remissen', 'i en lista', 'Med rätt som', 'Sida 1 av'])
    expect(text).toContain(ett);
  const person = await web.prisma.individ.findFirstOrThrow({ where: { arenden: { some: { nummer } } } });
  expect(text).not.toContain(person.namn ?? '');
});

it('is fetched from the trace of an ärende, and the fetching is in the trace before it is sent', async () => {
  const logg = await folke.get(`/logg?nummer=${nummer}&fran=2024-01-01`);
  expect(logg.html).toContain('Registerutdrag (PDF)');
  const adress = `/logg/registerutdrag/${nummer}`;
  expect(logg.html).toContain(`href="${adress}"`);
  const answer = await folke.get(adress);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename=registerutdrag.pdf');
  const { id } = await web.prisma.anvandare.findUniqueOrThrow({ where: { sub: 'folke-forbundschefsson' } });
  const spar = await web.prisma.logg.findMany({ where: { handling: 'las_registerutdrag' } });
  expect(spar).toMatchObject([{ avId: id, grund: 'granskare' }]);
  expect(new Set([spar[0]?.arendeId, ...(spar[0]?.arenden ?? [])])).toEqual(new Set(arendeIds));
});

it('is nobody else’s to fetch, and there is none of a number that no ärende has', async () => {
  const siv = web.client();
  await siv.login('siv-samordnarsson');
  expect((await siv.get(`/logg/registerutdrag/${nummer}`)).status).toBe(403);
  expect((await folke.get('/logg/registerutdrag/SAMBA-2026-9999')).status).toBe(404);
});

it('says that it is a part when the granskare’s reach is not everything', async () => {
  const del = registerutdrag(await utdrag(), { skapad: DEMO_NU, helt: false });
  expect(del.stycken.join(' ')).toContain('Utdraget är en del');
});
