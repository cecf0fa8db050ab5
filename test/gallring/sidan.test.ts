import { htmlFaults } from '../support/browser.js';
import { formsOf } from '../support/html.js';
import type { WebClient } from '../support/web-client.js';
import { startGallringsvarld, type Gallringsvarld } from './varld.js';

const ADRESS = '/gallring';
let varld: Gallringsvarld;
beforeEach(async () => {
  varld = await startGallringsvarld();
});
afterEach(() => varld?.stop());

const textOf = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Proposes as the page does; @returns the answer. */
async function foresla(client: WebClient, ...val: string[]) {
  const form = formsOf((await client.get(ADRESS)).html).find(({ action }) => action === ADRESS);
  return client.send(ADRESS, [...(form?.hidden ?? []), ...val.map((one) => ['val', one] as const)]);
}

const gallring = () => varld.web.prisma.gallring.findFirstOrThrow({ include: { poster: true } });

it('lists what is due by number with its rule, and nothing of the person, of open ärenden or before their time', async () => {
  const { prisma } = varld.web;
  const oppet = await varld.another();
  const forTidigt = await varld.another();
  await varld.close(varld.arendeId, 61);
  await varld.close(forTidigt.arendeId, 59);
  const sida = await varld.forsta.get(ADRESS);
  expect(await htmlFaults(sida.html)).toEqual([]);
  const text = textOf(sida.html);
  expect(text).toContain(varld.nummer);
  expect(text).toContain('5 år efter att ärendet stängdes');
  for (const annat of [oppet.nummer, forTidigt.nummer]) expect(text).not.toContain(annat);
  const person = await prisma.individ.findFirstOrThrow();
  expect(person.namn).toBeTruthy();
  for (const eget of [person.namn, person.personnummer]) expect(sida.html).not.toContain(eget);
  const spar = await prisma.logg.findFirstOrThrow({ where: { handling: 'las_gallring' }, orderBy: { id: 'desc' } });
  expect(spar).toMatchObject({ avId: varld.id.forsta, arenden: [varld.arendeId], grund: 'arkivansvarig' });
  expect(textOf((await varld.annans.get(ADRESS)).html)).not.toContain(varld.nummer);
  expect((await (await varld.as('kansli')).get(ADRESS)).status).toBe(403);
});

it('lists the files of an ärende two years after it was closed, and the rest when its own time has come', async () => {
  const { prisma } = varld.web;
  await varld.close(varld.arendeId, 25);
  expect(textOf((await varld.forsta.get(ADRESS)).html)).toContain('Inget ska gallras nu');
  const fil = { typ: 'text/plain', storlek: 1, innehall: Buffer.from('a'), skapad: new Date() };
  const bilaga = { ...fil, arendeId: varld.arendeId, avId: varld.grund.person.koordinator };
  await prisma.bilaga.create({ data: { ...bilaga, slag: 'samtycke', filnamn: 'samtycke.txt' } });
  expect(textOf((await varld.forsta.get(ADRESS)).html)).toContain('Inget ska gallras nu');
  await prisma.bilaga.create({ data: { ...bilaga, slag: 'ovrigt', filnamn: 'annat.txt' } });
  const text = textOf((await varld.forsta.get(ADRESS)).html);
  expect(text).toContain('Bilagor, utom undertecknade samtycken');
  expect(text).not.toContain('hela ärendet');
});

it('is decided by another person than the one who proposed it', async () => {
  const { prisma } = varld.web;
  await varld.close(varld.arendeId, 61);
  const proposed = await foresla(varld.forsta, `${varld.arendeId}/arende`);
  expect(proposed.html).toContain('Väntar på en annan arkivansvarig');
  expect(await htmlFaults(proposed.html)).toEqual([]);
  const { id } = await gallring();
  const adress = `${ADRESS}/${id}`;
  expect(proposed.html).not.toContain('Besluta om gallring');
  const own = await varld.forsta.post(`${adress}/besluta`, {}, adress);
  expect(own.html).toContain('En annan arkivansvarig behöver besluta.');
  expect(await gallring()).toMatchObject({ status: 'foreslagen', avgjordAvId: null });
  expect(await prisma.motoruppdrag.count({ where: { slag: 'gallring' } })).toBe(0);
  // and the database refuses it too, whoever asks
  const self = prisma.gallring.update({ where: { id }, data: { status: 'beslutad', avgjordAvId: varld.id.forsta } });
  await expect(self).rejects.toThrow(/gallring_tva_personer/);

  expect((await varld.annans.post(`${adress}/besluta`, {}, ADRESS).catch(() => ({ status: 404 }))).status).toBe(404);
  expect((await varld.annans.get(adress)).status).toBe(404);
  const page = await varld.andra.get(adress);
  expect(page.html).toContain('Besluta om gallring');
  expect(await htmlFaults(page.html)).toEqual([]);
  const answer = await varld.andra.post(`${adress}/besluta`, {}, adress);
  expect(answer.html).toContain('Gallringen är beslutad.');
  expect(await gallring()).toMatchObject({
    status: 'beslutad',
    foreslagenAvId: varld.id.forsta,
    avgjordAvId: varld.id.andra,
    poster: [{ status: 'vantar', manader: 60, nummer: varld.nummer, profilversion: 1 }],
  });
  expect(await prisma.motoruppdrag.count({ where: { slag: 'gallring', refId: id } })).toBe(1);
  const again = await varld.andra.post(`${adress}/besluta`, {}, adress);
  expect(again.html).toContain('Någon har redan beslutat om förslaget.');
  expect(await prisma.motoruppdrag.count({ where: { slag: 'gallring' } })).toBe(1);
  const spar = await prisma.logg.findMany({ where: { handling: { startsWith: 'gallring_' } }, orderBy: { id: 'asc' } });
  expect(spar.map(({ handling, avId }) => [handling, avId])).toEqual([
    ['gallring_foreslagen', varld.id.forsta],
    ['gallring_beslutad', varld.id.andra],
  ]);
});

it('takes nothing into a proposal that may not be destroyed, is not hers, or stands in another', async () => {
  const { prisma } = varld.web;
  const oppet = await varld.another();
  await varld.close(varld.arendeId, 61);
  const nej = await foresla(varld.forsta, `${varld.arendeId}/arende`, `${oppet.arendeId}/arende`);
  expect(nej.status).toBe(409);
  expect(nej.html).toContain(`${oppet.nummer}: Ärendet är inte stängt.`);
  expect((await foresla(varld.forsta)).html).toContain('Välj minst en rad att gallra.');
  expect((await foresla(varld.annans, `${varld.arendeId}/arende`)).status).not.toBe(200);
  expect(await prisma.gallring.count()).toBe(0);
  await foresla(varld.forsta, `${varld.arendeId}/arende`);
  expect((await foresla(varld.andra, `${varld.arendeId}/arende`)).status).toBe(409);
  expect(await prisma.gallring.count()).toBe(1);
});

it('can be turned down or taken back, and proposed again', async () => {
  await varld.close(varld.arendeId, 61);
  await foresla(varld.forsta, `${varld.arendeId}/arende`);
  const { id } = await gallring();
  await varld.forsta.post(`${ADRESS}/${id}/avboj`, {}, `${ADRESS}/${id}`);
  expect(await gallring()).toMatchObject({
    status: 'avbojd',
    poster: [{ status: 'kvar', fel: 'avbojd', oppen: null }],
  });
  expect((await foresla(varld.andra, `${varld.arendeId}/arende`)).html).toContain('Väntar på en annan');
});

it('leaves what is held: it is shown as held, refused in a proposal, and left by a decision', async () => {
  const { prisma } = varld.web;
  await varld.close(varld.arendeId, 61);
  await foresla(varld.forsta, `${varld.arendeId}/arende`);
  const undantag = `${ADRESS}/undantag`;
  const utan = await varld.andra.post(undantag, { nummer: varld.nummer, skal: '' });
  expect(utan.html).toContain('Skriv varför ärendet ska vara kvar.');
  const okant = await varld.annans.post(undantag, { nummer: varld.nummer, skal: 'Tvist.' });
  expect(okant.html).toContain('Det finns inget sådant ärende');
  const held = await varld.andra.post(undantag, { nummer: varld.nummer.toLowerCase(), skal: 'En tvist pågår.' });
  expect(held.html).toContain('Ärendet är undantaget från gallring.');
  expect(await htmlFaults(held.html)).toEqual([]);
  expect(await prisma.gallringsstopp.findFirst()).toMatchObject({ avId: varld.id.andra, skal: 'En tvist pågår.' });
  expect(textOf((await varld.forsta.get(ADRESS)).html)).toContain('Undantaget');
  const { id } = await gallring();
  await varld.andra.post(`${ADRESS}/${id}/besluta`, {}, `${ADRESS}/${id}`);
  expect((await gallring()).poster).toMatchObject([{ status: 'kvar', fel: 'stoppat' }]);
  expect((await foresla(varld.forsta, `${varld.arendeId}/arende`)).html).toContain(
    'Ärendet är undantaget från gallring.',
  );
  const { id: stopp } = await prisma.gallringsstopp.findFirstOrThrow();
  await varld.forsta.post(`${undantag}/${stopp}/hav`, {}, undantag);
  expect(await prisma.gallringsstopp.findFirst()).toMatchObject({ havtAvId: varld.id.forsta });
  const spar = await prisma.logg.findMany({
    where: { handling: { startsWith: 'gallringsstopp' } },
    orderBy: { id: 'asc' },
  });
  expect(spar.map(({ handling, arendeId }) => [handling, arendeId])).toEqual([
    ['gallringsstopp', varld.arendeId],
    ['gallringsstopp_havt', varld.arendeId],
  ]);
  expect((await foresla(varld.forsta, `${varld.arendeId}/arende`)).html).toContain('Väntar på en annan');
});
