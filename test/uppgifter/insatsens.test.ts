import { readUppgiftsantal } from '../../api/queries/mina-uppgifter.js';
import { readAnvandare } from '../../api/login/current-user.js';
import { readInsatskrets } from '../../prisma/mottagare.js';
import { insatspaminnelsefolk } from '../../domain/mottagare.js';
import { IDAG, NU } from '../listor/fixture.js';
import { htmlFaults } from '../support/browser.js';
import { startUppgiftsvarld, type Uppgiftsvarld } from './varld.js';

/*
 * Sara and Siv lead the same insats, whose queue is to be looked over. Each test begins with nobody having the task.
 */
let varld: Uppgiftsvarld;
let id: string;
const LISTA = '/uppgifter?visa=alla';

beforeAll(async () => {
  varld = await startUppgiftsvarld();
  id = `${varld.fixtur.insats.samba}/1`;
});
beforeEach(async () => {
  const { prisma } = varld.web;
  await prisma.insatstilldelning.deleteMany();
  await prisma.insatsuppgift.deleteMany();
  await prisma.insatsuppgift.create({
    data: {
      id,
      insatsId: varld.fixtur.insats.samba,
      typ: 'koversyn',
      roll: 'sammankallande',
      oppnad: NU,
      forfaller: new Date(IDAG),
    },
  });
});
afterAll(() => varld?.stop());

const person = (sub: string) => varld.fixtur.person[sub] ?? '';
const namn = async (sub: string) =>
  (await varld.web.prisma.anvandare.findUniqueOrThrow({ where: { sub }, select: { namn: true } })).namn;
const flytta = async (sub: string, slag: 'ta' | 'lamna') =>
  (await varld.as(sub)).post('/uppgifter/insats/ta', { id, slag, ater: LISTA }, LISTA);
const ge = async (sub: string, till: string, not = '') =>
  (await varld.as(sub)).post('/uppgifter/insats/ge', { id, till, not, ater: LISTA }, LISTA);
/** How many tasks the menu says are hers: the same number as the list's. */
async function antal(sub: string): Promise<number> {
  const lasare = await readAnvandare(varld.web.prisma, person(sub), IDAG);
  if (!lasare) throw new Error(sub);
  const { mina } = await readUppgiftsantal(varld.web.prisma, lasare, IDAG);
  const { html } = await varld.page(sub, '/uppgifter');
  expect(html).toContain(mina === 0 ? 'Inget väntar på dig just nu.' : `${mina} uppgift`);
  return mina;
}
const paminns = () =>
  varld.web.prisma.$transaction(async (tx) => {
    const krets = await readInsatskrets(tx, varld.fixtur.insats.samba, IDAG);
    return insatspaminnelsefolk(1, 'sammankallande', krets).personer('ansvarig').toSorted();
  });

it('is taken by one of those who hold the role: then it is hers alone, in lists, numbers and reminders', async () => {
  const [sara, siv] = [await antal('sara'), await antal('siv')];
  expect(await paminns()).toEqual([person('sara'), person('siv')].toSorted());
  expect((await flytta('sara', 'ta')).html).toContain('Du har tagit uppgiften.');
  expect([await antal('sara'), await antal('siv')]).toEqual([sara, siv - 1]);
  expect(await paminns()).toEqual([person('sara')]);
  const { html } = await varld.page('siv', LISTA);
  expect(html).toContain(`Tagen av ${await namn('sara')}`);
  expect(html).not.toContain('/beslut/koversyn');
  expect(await htmlFaults(html)).toEqual([]);
  expect((await flytta('siv', 'ta')).html).toContain(`${await namn('sara')} har redan uppgiften.`);
  expect((await flytta('sara', 'lamna')).html).toContain('Du har lämnat tillbaka uppgiften.');
  expect([await antal('sara'), await antal('siv')]).toEqual([sara, siv]);
  const spar = await varld.web.prisma.logg.findMany({
    where: { handling: { in: ['uppgift_tagen', 'uppgift_lamnad'] } },
    orderBy: { id: 'asc' },
  });
  expect(spar.map(({ handling, avId, grund }) => ({ handling, avId, grund }))).toEqual(
    ['uppgift_tagen', 'uppgift_lamnad'].map((handling) => ({
      handling,
      avId: person('sara'),
      grund: 'sammankallande',
    })),
  );
});

it('is given with a note to somebody who may do it, who is told; and to nobody else', async () => {
  const before = await antal('sara');
  const { html } = await varld.page('sara', `/uppgifter/insats/ge?id=${encodeURIComponent(id)}`);
  expect(html).toContain(await namn('siv'));
  expect(html).not.toContain(await namn('sten'));
  expect(await htmlFaults(html)).toEqual([]);
  expect((await ge('sara', '')).html).toContain('Välj vem som ska få uppgiften.');
  const frammande = (await ge('sara', person('sten'))).html;
  expect(frammande).toContain('Välj vem som ska få uppgiften.');
  expect(frammande).not.toContain(await namn('sten'));
  expect((await ge('sara', person('siv'), 'Du var med sist')).html).toContain(`given till ${await namn('siv')}`);
  expect(await antal('sara')).toBe(before - 1);
  expect((await varld.page('siv', LISTA)).html).toContain('”Du var med sist”');
  const told = await varld.web.prisma.utskick.findMany({ where: { nyckel: { startsWith: 'uppgift-1-given-' } } });
  expect(told).toMatchObject([{ mottagareId: person('siv'), slag: 'uppgift' }]);
});

it('is again that of all when who has it leaves the role or her account is closed', async () => {
  const { prisma } = varld.web;
  await flytta('siv', 'ta');
  const utan = await antal('sara');
  await prisma.anvandare.update({ where: { sub: 'siv' }, data: { aktiv: false } });
  expect(await paminns()).toEqual([person('sara')]);
  expect(await antal('sara')).toBe(utan + 1);
  await prisma.anvandare.update({ where: { sub: 'siv' }, data: { aktiv: true } });
});

it('cannot be taken by who does not hold the role, and does not exist for who has nothing to do with the insats', async () => {
  expect((await flytta('kajsa', 'ta')).html).toContain('Du får inte göra den här uppgiften.');
  expect((await flytta('hanna', 'ta')).status).toBe(404);
  expect((await varld.page('hanna', `/uppgifter/insats/ge?id=${encodeURIComponent(id)}`)).status).toBe(404);
  await varld.web.prisma.insatsuppgift.update({ where: { id }, data: { avslutad: NU, avslutadSom: 'klar' } });
  expect((await flytta('sara', 'ta')).html).toContain('Uppgiften är redan gjord eller behövs inte längre.');
  expect(await varld.web.prisma.insatstilldelning.count()).toBe(0);
});
