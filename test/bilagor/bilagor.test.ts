import { cleanName, MAX_FIL_BYTES } from '../../api/http/uppladdning.js';
import { startVarld, type Varld } from '../anteckningar/varld.js';
import { fillUntil, ifyllt } from './ifyllt.js';
import { htmlFaults } from '../support/browser.js';
import { formsOf } from '../support/html.js';
import type { WebClient } from '../support/web-client.js';

let varld: Varld;
let hem: string;
let koordinator: WebClient;

beforeAll(async () => {
  varld = await startVarld();
  hem = `/arenden/${varld.nummer}/dokument`;
  koordinator = await varld.as('koordinator');
});
afterAll(() => varld?.stop());
beforeEach(async () => {
  await varld.web.prisma.bilaga.deleteMany();
});

const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ELF = Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64)]);

/** The hidden fields of the page's upload form. */
async function formOn(client: WebClient, page: string): Promise<[string, string][]> {
  return formsOf((await client.get(page)).html).find(({ action }) => action === page)?.hidden ?? [];
}
type Files = Parameters<WebClient['upload']>[2];
const upload = async (client: WebClient, page: string, files: Files, slag?: string) =>
  client.upload(page, [...(await formOn(client, page)), ...(slag ? [['slag', slag] as const] : [])], files);
const stored = async () =>
  (await varld.web.prisma.bilaga.findMany()).toSorted((one, other) => one.filnamn.localeCompare(other.filnamn));

it('files are kept in the database, listed by kind, and sent only as attachments, the reading traced', async () => {
  const files = [
    { name: 'C:\\Users\\anna\\Kartläggning «våren».pdf', content: PDF, type: 'text/html' },
    { name: 'bild.png', content: PNG },
  ];
  const page = await upload(koordinator, hem, files, 'kartlaggning');
  expect(page).toMatchObject({ status: 200, address: hem });
  expect(page.html).toContain('2 filer är uppladdade.');
  expect(page.html).toMatch(/<caption[^>]*>\s*Kartläggning/);
  expect(await htmlFaults(page.html)).toEqual([]);
  const pdf = (await stored()).find(({ typ }) => typ === 'application/pdf');
  expect(pdf).toMatchObject({ filnamn: 'Kartläggning «våren».pdf', typ: 'application/pdf', slag: 'kartlaggning' });
  const sent = await koordinator.get(`/bilagor/${pdf?.id}`);
  expect(sent.html).toBe(PDF);
  expect(sent.headers.get('content-type')).toContain('application/pdf');
  expect(sent.headers.get('content-disposition')).toMatch(
    /^attachment; filename=".*"; filename\*=UTF-8''Kartl%C3%A4ggning/,
  );
  expect(sent.headers.get('x-content-type-options')).toBe('nosniff');
  expect(sent.headers.get('content-security-policy')).toContain('sandbox');
  expect(sent.headers.get('cache-control')).toContain('no-store');
  const [trace] = await varld.web.prisma.logg.findMany({ where: { handling: 'las_bilaga' } });
  expect(trace).toMatchObject({ arendeId: varld.arendeId, grund: 'koordinator', data: { bilaga: pdf?.id } });
});

it('the content decides, not the name or what the browser says; the page says why beside the field', async () => {
  for (const [name, content, why] of [
    ['rapport.pdf', ELF, 'har ett innehåll som inte tas emot'],
    ['rapport.pdf', '<script>alert(1)</script>', 'innehåller något annat än namnet säger'],
    ['sida.html', '<script>alert(1)</script>', 'innehåller något annat än namnet säger'],
    ['tom.txt', '', 'är tom'],
  ] as const) {
    const answer = await upload(koordinator, hem, [{ name, content, type: 'application/pdf' }], 'ovrigt');
    expect({ name, status: answer.status }).toEqual({ name, status: 422 });
    expect(/id="filer-fel"[\s\S]*?<\/label>/.exec(answer.html)?.[0]).toContain(why);
  }
  expect((await upload(koordinator, hem, [], 'ovrigt')).html).toContain('Välj minst en fil.');
  expect((await upload(koordinator, hem, [{ name: 'a.pdf', content: PDF }])).html).toContain('Välj vad det är');
  expect(await stored()).toEqual([]);
  await upload(koordinator, hem, [{ name: 'utan ändelse', content: 'Åtta rader text.' }], 'ovrigt');
  expect(await stored()).toMatchObject([{ filnamn: 'utan ändelse.txt', typ: 'text/plain' }]);
});

it('a file that is too big, or too many, comes back with the page and the kind that was chosen', async () => {
  const big = { name: 'stor.txt', content: Buffer.alloc(MAX_FIL_BYTES + 1, 'a') };
  const answer = await upload(koordinator, hem, [big], 'plan');
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('högst 10 MB');
  expect(answer.html).toMatch(/value="plan" checked/);
  const six = Array.from({ length: 6 }, (_, index) => ({ name: `${index}.pdf`, content: PDF }));
  expect((await upload(koordinator, hem, six, 'plan')).html).toContain('Välj högst 5 filer');
  expect(await stored()).toEqual([]);
  const most = { name: 'lagom.txt', content: Buffer.alloc(MAX_FIL_BYTES, 'a') };
  expect((await upload(koordinator, hem, [most], 'plan')).status).toBe(200);
});

it('without the token of its page nothing is kept; sent twice it is kept once', async () => {
  const file = { name: 'a.pdf', content: PDF };
  const fields = [...(await formOn(koordinator, hem)), ['slag', 'plan'] as [string, string]];
  const without = fields.filter(([name]) => name !== '_csrf');
  expect((await koordinator.upload(hem, without, [file])).status).toBe(409);
  const stranger = varld.web.client();
  await stranger.get('/');
  expect((await stranger.upload(hem, fields, [file])).status).toBe(401);
  expect(await stored()).toEqual([]);
  await Promise.all([koordinator.upload(hem, fields, [file]), koordinator.upload(hem, fields, [file])]);
  expect(await stored()).toHaveLength(1);
});

it('who may not read the case finds neither its list nor its files; the team reads but adds nothing', async () => {
  await upload(koordinator, hem, [{ name: 'a.pdf', content: PDF }], 'ovrigt');
  const [file] = await stored();
  for (const sub of ['annan_koordinator', 'remittent', 'annan_remittent', 'kansli', 'ordforande'])
    expect({ sub, status: (await (await varld.as(sub)).get(`/bilagor/${file?.id}`)).status }).toEqual({
      sub,
      status: 404,
    });
  await upload(koordinator, hem, [{ name: 'undertecknat.pdf', content: PDF }], 'samtycke');
  const rep = await varld.as('rep_af');
  const samtycke = (await stored()).find(({ slag }) => slag === 'samtycke');
  expect((await rep.get(`/bilagor/${samtycke?.id}`)).status).toBe(404);
  expect((await rep.get(hem)).html).not.toContain('undertecknat.pdf');
  expect((await rep.get(`/bilagor/${file?.id}`)).status).toBe(200);
  const page = await rep.get(hem);
  expect(page.html).toContain('a.pdf');
  expect(page.html).not.toContain('type="file"');
  const own = formsOf(page.html)[0]?.hidden ?? [];
  const fields = [...own, ['beslutId', crypto.randomUUID()], ['slag', 'ovrigt']] as [string, string][];
  expect((await rep.upload(hem, fields, [{ name: 'b.pdf', content: PDF }])).status).toBe(404);
  expect(await stored()).toHaveLength(2);
});

it('the remittent adds files to her sent remiss and reads her own alone', async () => {
  const remittent = await varld.as('remittent');
  const page = `/remisser/${varld.nummer}/bilagor`;
  expect((await upload(remittent, page, [{ name: 'intyg.pdf', content: PDF }])).html).toContain('intyg.pdf');
  await upload(koordinator, hem, [{ name: 'internt.pdf', content: PDF }], 'ovrigt');
  const files = await stored();
  const [internt, intyg] = ['ovrigt', 'remiss'].map((slag) => files.find((one) => one.slag === slag));
  expect(intyg?.avId).toBe(varld.grund.person.remittent);
  expect((await remittent.get(`/bilagor/${intyg?.id}`)).status).toBe(200);
  expect((await remittent.get(`/bilagor/${internt?.id}`)).status).toBe(404);
  expect((await remittent.get(page)).html).not.toContain('internt.pdf');
  expect((await (await varld.as('annan_remittent')).get(page)).status).toBe(404);
  expect((await (await varld.as('sammankallande')).get(`/bilagor/${intyg?.id}`)).status).toBe(200);
});

it("files of a draft are its own author's, can be removed until it is sent, and go with it", async () => {
  const remittent = await varld.as('remittent');
  const adress = await fillUntil(remittent, 'fraga', varld.grund);
  const page = `${adress}/bilagor`;
  const led = await remittent.post(`${adress}/fraga`, { ...ifyllt.fraga, spara: 'bilagor' });
  expect(led).toMatchObject({ status: 200, address: page, rubrik: 'Bilagor' });
  await upload(remittent, page, [{ name: 'ett.pdf', content: PDF }]);
  await upload(remittent, page, [{ name: 'två.pdf', content: PDF }]);
  expect(await htmlFaults((await remittent.get(page)).html)).toEqual([]);
  const ett = (await stored()).find(({ filnamn }) => filnamn === 'ett.pdf');
  const other = await varld.as('annan_remittent');
  for (const address of [page, `/bilagor/${ett?.id}`]) expect((await other.get(address)).status).toBe(404);
  const removal = formsOf((await remittent.get(page)).html).find(({ action }) =>
    action?.endsWith(`${ett?.id}/ta-bort`),
  );
  const left = await remittent.send(removal?.action ?? '/saknas', removal?.hidden ?? []);
  expect(left.html).toContain('Bilagan är borttagen.');
  expect((await remittent.get(`${adress}/kontrollera`)).html).toContain('två.pdf');
  const kvitto = await remittent.post(`${adress}/kontrollera`, { behorighetSkal: 'Behöver prövas.' });
  expect(kvitto.address).toBe(`${adress}/kvitto`);
  const [sent] = await stored();
  expect(sent).toMatchObject({ filnamn: 'två.pdf', utkastId: null });
  expect(sent?.arendeId).not.toBeNull();
  const after = await remittent.send(`${page}/${sent?.id}/ta-bort`, removal?.hidden ?? []);
  expect(after.status).toBe(404);
  expect(await stored()).toHaveLength(1);
});

it('a draft that is removed takes its files with it', async () => {
  const remittent = await varld.as('remittent');
  const adress = await fillUntil(remittent, 'person', varld.grund);
  await upload(remittent, `${adress}/bilagor`, [{ name: 'ett.pdf', content: PDF }]);
  expect(await stored()).toHaveLength(1);
  await remittent.post(`${adress}/ta-bort`, {});
  expect(await stored()).toEqual([]);
});

it.each([
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['a\u0000b\r\n\u202Etxt.pdf', 'abtxt.pdf'],
  ['..', 'fil'],
  ['  .dold.pdf', 'dold.pdf'],
  ['a"b<c>.pdf', 'a_b_c_.pdf'],
  [`${'å'.repeat(300)}.pdf`, `${'å'.repeat(116)}.pdf`],
])('the name %j is kept as %j', (given, kept) => {
  expect(cleanName(given)).toBe(kept);
});
