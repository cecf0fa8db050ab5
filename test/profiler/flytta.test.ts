import { startInstallation, type Installation } from '../support/installation.js';
import { startWeb, type TestWeb } from '../support/web.js';
import type { WebClient } from '../support/web-client.js';
import { filledIn, sendForm } from './varld.js';

const FLYTTA = '/insatser/vagknuten/profil/flytta';

let inst: Installation;
let web: TestWeb;
let client: WebClient;

beforeAll(async () => {
  inst = await startInstallation({ insats: 'vagknuten' });
  web = await startWeb({ databaseUrl: inst.databaseUrl, klocka: inst.klocka, engine: inst.engine });
  client = web.client();
  await client.login('sammankallande');
});

afterAll(async () => {
  await web?.stop();
  await inst?.stop();
});

const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('running ärenden keep their version until they are moved; a move goes by the dry run, once, and the timers follow', async () => {
  const [one, two, three] = [await inst.send(), await inst.send(), await inst.send()];
  const nummer = (await inst.lage(one)).nummer;
  const forfaller = async (id: string) => (await inst.lage(id)).uppgifter[0]?.forfaller;
  const first = await forfaller(one);
  // with one version there is nowhere to move
  const knapp = `/arenden/${nummer}/beslut/profilbyte`;
  expect((await client.get(`/arenden/${nummer}`)).html).not.toContain(knapp);
  const closed = await client.get(knapp);
  expect([closed.status, text(closed.html).includes('följer redan den nyaste versionen')]).toEqual([409, true]);

  await sendForm(client, '/insatser/vagknuten/profil/andra/frister', {
    'frister.granskningArbetsdagar': '10',
    spara: 'ja',
  });
  await sendForm(client, '/insatser/vagknuten/profil/granska', { kommentar: 'Längre tid', gor: 'publicera' });
  expect([await forfaller(one), (await inst.lage(one)).profilversion]).toEqual([first, 1]);
  const late = await inst.send();
  expect((await inst.lage(late)).profilversion).toBe(2);

  expect((await client.get(`/arenden/${nummer}`)).html).toContain(knapp);
  expect((await client.get(knapp)).html).toContain('Version 2');
  expect((await client.get(`/arenden/${(await inst.lage(late)).nummer}`)).html).not.toContain('/beslut/profilbyte');

  const page = await client.get(FLYTTA);
  const ticked = (html: string) => html.match(/name="arende"[^>]*\schecked/g)?.length ?? 0;
  const all = await client.send(FLYTTA, filledIn(page.html, FLYTTA, { valj: 'alla', skal: 'Påbörjat' }));
  expect([ticked(page.html), ticked(all.html), all.html.includes('Påbörjat')]).toEqual([0, 3, true]);
  expect(ticked((await client.send(FLYTTA, filledIn(all.html, FLYTTA, { valj: 'inga' }))).html)).toBe(0);

  expect(text(page.html)).toMatch(new RegExp(`${nummer} Mottagen. Följer version 1. Granska remissen, sista dag:`));
  expect(text(page.html)).not.toContain((await inst.lage(late)).nummer);

  const empty = await client.send(FLYTTA, filledIn(page.html, FLYTTA, { skal: ' ' }));
  expect(empty.status).toBe(422);
  expect(text(empty.html)).toContain('Välj minst ett ärende att flytta. Skriv varför ärendena flyttas.');

  // one of the chosen has gone on since the page was shown: it is told, and the other is moved all the same
  await inst.decide(two, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
  const gone = (await inst.lage(two)).nummer;
  const fields = filledIn(page.html, FLYTTA, { arende: [nummer, gone], skal: 'Ny överenskommelse' });
  const moved = await client.send(FLYTTA, fields);
  expect(text(moved.html)).toContain(`${nummer}: följer nu version 2.`);
  expect(text(moved.html)).toContain(`${gone}: Ärendet har ändrats`);
  const again = await client.send(FLYTTA, fields);
  expect(text(again.html)).toContain(`${nummer}: följer nu version 2.`);
  expect(await inst.prisma.handelse.count({ where: { arendeId: one, typ: 'profilbyte' } })).toBe(1);

  const lage = await inst.lage(one);
  expect(lage.profilversion).toBe(2);
  expect(lage.uppgifter[0]?.forfaller).not.toBe(first);
  const rad = await inst.prisma.arende.findUniqueOrThrow({ where: { id: one }, include: { uppgifter: true } });
  expect(rad.profilversion).toBe(2);
  expect(rad.uppgifter[0]?.forfaller.toISOString().slice(0, 10)).toBe(lage.uppgifter[0]?.forfaller);
  expect([(await inst.lage(two)).profilversion, (await inst.lage(three)).profilversion]).toEqual([1, 1]);
  expect(await inst.prisma.logg.count({ where: { handling: 'las_profilflytt' } })).toBeGreaterThan(0);

  // the moved one is reminded of before and on its new last day, the one that stayed on its old
  const reminded = (id: string) => inst.prisma.handelse.count({ where: { arendeId: id, typ: 'paminnelse' } });
  await inst.moveTo(`${first}T12:00:00.000Z`);
  expect([await reminded(one), await reminded(three)]).toEqual([0, 1]);
  await inst.moveTo(`${lage.uppgifter[0]?.forfaller}T12:00:00.000Z`);
  expect(await reminded(one)).toBe(2);
});

test('a version that is not there is refused by the transaction, in words', async () => {
  const id = await inst.send();
  const version = (await inst.lage(id)).profilversion + 7;
  const besked = await inst.decide(id, 'profilbyte', 'sammankallande', { version }, { skal: 'x' });
  expect(besked).toMatchObject({ slag: 'hindrat', hinder: { kod: 'okand_version' } });
});
