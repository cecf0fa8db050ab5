import { IDAG } from '../anteckningar/varld.js';
import { htmlFaults } from '../support/browser.js';
import { formsOf } from '../support/html.js';
import type { Personkod } from '../support/grund.js';
import type { WebClient } from '../support/web-client.js';
import { statementsDuring } from '../listor/statements.js';
import { startAdminvarld, type Adminvarld } from './varld.js';

const ADRESS = '/admin/overlamning';
let varld: Adminvarld;
beforeEach(async () => {
  varld = await startAdminvarld();
});
afterEach(() => varld?.stop());

const person = (sub: Personkod) => varld.grund.person[sub];
const ny = (fran: string, till?: string) => `${ADRESS}/ny?fran=${fran}${till === undefined ? '' : `&till=${till}`}`;

/** Decides on a hand-over as its form does. */
async function lamna(client: WebClient, fran: string, till: string, fields: Record<string, string> = {}) {
  const form = formsOf((await client.get(ny(fran, till))).html).find(({ action }) => action === ADRESS);
  const typed = Object.entries({ not: 'Slutar på fredag.', ...fields });
  return client.send(ADRESS, [...(form?.hidden ?? []), ...typed]);
}

it('shows before it is decided what goes along and what does not, and why', async () => {
  const { prisma } = varld.web;
  const arendeId = varld.arendeId;
  // a case of another insats, in which nobody of the two is koordinator
  const annat = await varld.another();
  const { id: insatsId } = await prisma.insats.create({
    data: {
      kod: 'annan',
      namn: 'Annan',
      nummerprefix: 'ANN',
      forbund: { connect: { kod: 'test' } },
      huvudman: { connect: { kod: 'kommun' } },
    },
  });
  await prisma.arende.update({ where: { id: annat.arendeId }, data: { insatsId } });
  await prisma.utkast.create({
    data: { agareId: person('koordinator'), innehall: {}, skapad: IDAG + 'T08:00:00Z', andrad: IDAG + 'T08:00:00Z' },
  });
  const first = await varld.kommunens.get(ny(person('koordinator')));
  expect(first.html).toContain('Test annan_koordinator');
  expect(first.html).not.toContain('Test rep_af');
  expect(first.html).not.toContain('Lämna över till');
  const { html } = await varld.kommunens.get(ny(person('koordinator'), person('annan_koordinator')));
  expect(await htmlFaults(html)).toEqual([]);
  const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('Som koordinator 1 ärende');
  expect(text).toContain(`${annat.nummer} Den som tar över är inte koordinator i insatsen.`);
  expect(text).toContain('Utkast till remisser: 1');
  expect(await prisma.overlamning.count()).toBe(0);
  expect((await prisma.arende.findUniqueOrThrow({ where: { id: arendeId } })).koordinatorId).toBe(
    person('koordinator'),
  );
});

it('shows by insats how much goes along, in as many statements for one ärende as for several', async () => {
  const { prisma } = varld.web;
  const [fran, till] = [person('koordinator'), person('annan_koordinator')];
  const insatsId = varld.grund.insats.id;
  await prisma.roll.create({ data: { anvandareId: fran, roll: 'sammankallande', insatsId } });
  const mote = await prisma.mote.findFirstOrThrow();
  const kallelse = { moteId: mote.id, borjar: mote.borjar, slutar: mote.borjar };
  await prisma.kallelse.create({ data: { ...kallelse, anvandareId: fran } });
  /** A task that is late, one that is not, one of another's, a follow-up ahead and another moment ahead. */
  const fyll = async (arendeId: string) => {
    const uppgift = { arendeId, typ: 'kartlaggning', roll: 'koordinator', oppnad: new Date(`${IDAG}T08:00:00Z`) };
    await prisma.uppgift.createMany({
      data: [
        { ...uppgift, id: `${arendeId}/91`, forfaller: new Date('2026-11-23') },
        { ...uppgift, id: `${arendeId}/92`, forfaller: new Date(IDAG) },
        { ...uppgift, id: `${arendeId}/93`, forfaller: new Date('2026-11-20'), roll: 'sammankallande' },
      ],
    });
    const { lage } = await prisma.arende.findUniqueOrThrow({ where: { id: arendeId }, select: { lage: true } });
    const frister = [
      { typ: 'uppgift_oppnas', uppgift: 'uppfoljning', nar: '2027-02-08T05:00:00.000Z', forfaller: '2027-03-08' },
      { typ: 'insatstid_slut', nar: '2027-05-03T05:00:00.000Z' },
    ];
    await prisma.arende.update({ where: { id: arendeId }, data: { lage: { ...(lage as object), frister } } });
  };
  const cells = async () => {
    const { html } = await varld.kommunens.get(ny(fran, till));
    expect(await htmlFaults(html)).toEqual([]);
    const [, table = ''] = /<table[^>]*id="insatser"[^>]*>(.*?)<\/table>/s.exec(html) ?? [];
    return [...table.matchAll(/<t[hd][^>]*class="tabell__cell[^>]*>(.*?)<\/t[hd]>/gs)]
      .map(([, cell = '']) => cell.replaceAll(/<[^>]+>/g, '').trim())
      .slice(7);
  };
  await fyll(varld.arendeId);
  await cells();
  const one = await statementsDuring(async () => {
    const roller = 'Koordinator och Sammankallande';
    expect(await cells()).toEqual(['Vägknuten', roller, '1', '2, varav 1 försenad', '1', '1', '1']);
  });
  for (let nr = 0; nr < 2; nr += 1) await fyll((await varld.another()).arendeId);
  const several = await statementsDuring(async () => {
    expect((await cells()).slice(2)).toEqual(['3', '6, varav 3 försenade', '3', '3', '1']);
  });
  expect(several).toHaveLength(one.length);
});

it('moves roles, seats, call-ins and whom she stands in for at once, and writes down the ärenden', async () => {
  const { prisma } = varld.web;
  const [fran, till] = [person('rep_kommun'), person('annan_koordinator')];
  const { teamId } = varld.grund;
  const mote = await prisma.mote.findFirstOrThrow();
  await prisma.motesdeltagare.create({ data: { moteId: mote.id, anvandareId: fran, inkallad: true } });
  await prisma.anvandare.update({ where: { id: person('koordinator') }, data: { ersattareId: fran } });
  await prisma.anvandare.update({ where: { id: till }, data: { ersattareId: fran } });
  const dag = new Date(IDAG);
  const borta = { anvandareId: person('koordinator'), ersattareId: fran, fran: dag, till: dag };
  await prisma.franvaro.create({ data: { ...borta, skapadAvId: person('koordinator'), skapad: dag } });

  const answer = await lamna(varld.kommunens, fran, till);
  expect(answer.html).toContain('Överlämningen är beslutad.');
  expect(await htmlFaults(answer.html)).toEqual([]);
  const seats = await prisma.teammedlem.findMany({ where: { teamId, anvandareId: { in: [fran, till] } } });
  expect(seats).toMatchObject([{ anvandareId: till, verksamhetId: varld.grund.verksamhet.kommun, ersattare: false }]);
  expect(await prisma.roll.count({ where: { anvandareId: fran } })).toBe(0);
  const roller = await prisma.roll.findMany({ where: { anvandareId: till }, orderBy: { roll: 'asc' } });
  expect(roller.map(({ roll }) => roll)).toEqual(['koordinator', 'teamrepresentant']);
  expect(await prisma.motesdeltagare.findMany()).toMatchObject([{ anvandareId: till, inkallad: true }]);
  const told = await prisma.utskick.findMany({ where: { slag: 'ersattning' }, select: { mottagareId: true } });
  expect(told.map(({ mottagareId }) => mottagareId).toSorted()).toEqual([fran, till].toSorted());
  const standing = async (id: string) => (await prisma.anvandare.findUniqueOrThrow({ where: { id } })).ersattareId;
  expect([await standing(person('koordinator')), await standing(till)]).toEqual([till, null]);
  expect(await prisma.franvaro.findFirst()).toMatchObject({ ersattareId: till });
  const row = await prisma.overlamning.findFirstOrThrow({ include: { poster: true } });
  expect(row).toMatchObject({
    franId: fran,
    tillId: till,
    avId: varld.id.kommunens,
    not: 'Slutar på fredag.',
    klar: null,
  });
  expect(row.poster).toEqual([]);
  expect(await prisma.motoruppdrag.count({ where: { slag: 'overlamning', refId: row.id } })).toBe(1);
  const trace = await prisma.logg.findFirst({ where: { handling: 'overlamning_beslutad' } });
  expect(trace).toMatchObject({ avId: varld.id.kommunens, grund: 'forvaltare', data: { fran, till } });
});

it('takes along a task of a whole insats that she has taken, with the note', async () => {
  const { prisma } = varld.web;
  const [fran, till] = [person('koordinator'), person('annan_koordinator')];
  const id = `${varld.grund.insats.id}/1`;
  const nu = new Date(`${IDAG}T08:00:00Z`);
  await prisma.insatsuppgift.create({
    data: {
      id,
      insatsId: varld.grund.insats.id,
      typ: 'koversyn',
      roll: 'sammankallande',
      oppnad: nu,
      forfaller: new Date(IDAG),
      tilldeladId: fran,
    },
  });
  await lamna(varld.kommunens, fran, till);
  expect(await prisma.insatsuppgift.findUnique({ where: { id } })).toMatchObject({ tilldeladId: till });
  expect(await prisma.insatstilldelning.findMany()).toMatchObject([
    { uppgiftId: id, franId: fran, tillId: till, not: 'Slutar på fredag.' },
  ]);
});

it('is one when its form is sent twice, and one at a time from one person', async () => {
  const { prisma } = varld.web;
  const [fran, till] = [person('koordinator'), person('annan_koordinator')];
  const form = formsOf((await varld.kommunens.get(ny(fran, till))).html).find(({ action }) => action === ADRESS);
  const fields: [string, string][] = [...(form?.hidden ?? []), ['not', 'Slutar.']];
  await Promise.all([varld.kommunens.send(ADRESS, fields), varld.kommunens.send(ADRESS, fields)]);
  expect(await prisma.overlamning.count()).toBe(1);
  expect(await prisma.overlamningspost.count()).toBe(1);
  expect(await prisma.utskick.count({ where: { overlamningId: { not: null } } })).toBe(1);
  const another = await lamna(varld.kommunens, fran, person('sammankallande'));
  expect(another.status).toBe(409);
  expect(another.html).toContain('En överlämning från personen är inte klar än.');
});

it('asks for a note, and goes to nobody of another verksamhet and not to who decides it', async () => {
  const [fran, till] = [person('koordinator'), person('annan_koordinator')];
  const utan = await lamna(varld.kommunens, fran, till, { not: '' });
  expect(utan.status).toBe(422);
  expect(utan.html).toContain('Skriv varför arbetet lämnas över');
  const form = formsOf((await varld.kommunens.get(ny(fran, till))).html).find(({ action }) => action === ADRESS);
  const hidden = (form?.hidden ?? []).filter(([name]) => name !== 'till');
  for (const annan of [person('rep_af'), varld.id.kommunens, fran])
    expect((await varld.kommunens.send(ADRESS, [...hidden, ['till', annan], ['not', 'x']])).status).toBe(404);
  expect(await varld.web.prisma.overlamning.count()).toBe(0);
});

it('does not shut out the last förvaltare of a part, and hands over what is hers as anybody’s', async () => {
  const [fran, till] = [varld.id.fks, person('remittent')];
  const sista = await lamna(varld.fks, fran, till, { slutar: 'ja' });
  expect(sista.status).toBe(409);
  expect(sista.html).toContain('Personen är ensam förvaltare för Försäkringskassan.');
  expect((await lamna(varld.fks, fran, till)).html).toContain('Överlämningen är beslutad.');
  // the role that administers stays with her
  expect(await varld.web.prisma.roll.count({ where: { anvandareId: fran, roll: 'forvaltare' } })).toBe(1);
});

it('is another part’s own: neither read, decided nor tried again', async () => {
  await lamna(varld.kommunens, person('koordinator'), person('annan_koordinator'));
  const { id } = await varld.web.prisma.overlamning.findFirstOrThrow();
  expect((await varld.kommunens.get(`${ADRESS}/${id}`)).status).toBe(200);
  expect((await varld.fks.get(`${ADRESS}/${id}`)).status).toBe(404);
  expect((await varld.fks.get(ADRESS)).html).not.toContain('Test koordinator');
  expect((await varld.fks.post(`${ADRESS}/${id}/igen`, {}, ADRESS)).status).toBe(404);
  const taken = formsOf((await varld.kommunens.get(ny(person('koordinator'), person('annan_koordinator')))).html);
  const form = taken.find(({ action }) => action === ADRESS);
  const csrf = formsOf((await varld.fks.get(ADRESS)).html)[0]?.hidden ?? [];
  const others = (form?.hidden ?? []).filter(([name]) => name !== '_csrf');
  expect((await varld.fks.send(ADRESS, [...csrf, ...others, ['not', 'x']])).status).toBe(404);
});

it('shows what was refused by number with its reason, and has it tried again', async () => {
  const { prisma } = varld.web;
  await lamna(varld.kommunens, person('koordinator'), person('annan_koordinator'));
  const { id } = await prisma.overlamning.findFirstOrThrow();
  const adress = `${ADRESS}/${id}`;
  expect((await varld.kommunens.get(adress)).html).toContain('0 av 1 ärenden är överlämnade');
  await prisma.overlamningspost.updateMany({ data: { status: 'nekad', fel: 'okand_koordinator' } });
  const refused = await varld.kommunens.get(adress);
  expect(refused.html).toContain(varld.nummer);
  expect(refused.html).toContain('Den som tar över är inte koordinator i insatsen.');
  expect(await htmlFaults(refused.html)).toEqual([]);
  await varld.kommunens.post(`${adress}/igen`, {}, adress);
  expect(await prisma.overlamningspost.findFirst()).toMatchObject({ status: 'vantar', fel: null, forsok: 1 });
  expect(await prisma.motoruppdrag.count({ where: { slag: 'overlamning', refId: id } })).toBe(2);
});
