import { randomUUID } from 'node:crypto';
import { lamnaOver } from '../../api/records/overlamning/lamna-over.js';
import { forsokIgen } from '../../api/records/overlamning/forsok-igen.js';
import { readAnvandare } from '../../api/login/current-user.js';
import { minaUppgifter } from '../../api/queries/mina-uppgifter.js';
import type { Flyttat } from '../../domain/arbetsoverlamning.js';
import { overlamningWorkflowId } from '../../workflows/messages.js';
import { Liv } from '../replay/liv.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { until } from '../support/until.js';

const WAIT_MS = 60_000;

/** Cases on the real engine; the tests share its clock and stand in the order of their dates. */
describe('A hand-over of all that is one person’s', () => {
  let inst: Installation;
  let pagar: Liv;
  let avslutad: Liv;
  let forst: string;

  beforeAll(async () => {
    inst = await startInstallation({ samlat: true });
    const vanta = (nar: string) => inst.moveTo(nar);
    avslutad = await Liv.borja(inst, vanta);
    pagar = await Liv.borja(inst, vanta);
    for (const liv of [avslutad, pagar]) await liv.blirInskriven();
    await avslutad.avslutas();
    await inst.prisma.roll.create({ data: { anvandareId: person('kansli'), roll: 'forvaltare', part: 'kommun' } });
  });
  afterAll(() => inst.stop());

  const person = (sub: keyof Installation['grund']['person']) => inst.grund.person[sub];

  async function lamna(change: Partial<Parameters<typeof lamnaOver>[1]> = {}): Promise<string> {
    const id = randomUUID();
    const given = { franId: person('koordinator'), tillId: person('annan_koordinator'), av: person('kansli') };
    const nar = await inst.klocka.now();
    const rest = { not: 'Slutar på fredag.', slutar: false, nar, idag: await inst.today() };
    const refused = await lamnaOver(inst.prisma, { id, ...given, ...rest, ...change });
    if (refused) throw new Error(refused.kod);
    return id;
  }
  const poster = async (overlamningId: string) =>
    (await inst.prisma.overlamningspost.findMany({ where: { overlamningId } })).map(({ status, fel }) =>
      [status, fel].filter(Boolean).join(' '),
    );
  const utford = (id: string) =>
    until(
      'the hand-over',
      async () => {
        const asked = await inst.prisma.motoruppdrag.count({ where: { slag: 'overlamning' } });
        const run = inst.client.workflow.getHandle(overlamningWorkflowId(id));
        return asked === 0 && (await run.describe()).status.name === 'COMPLETED';
      },
      WAIT_MS,
    );
  const mina = async (sub: keyof Installation['grund']['person']) => {
    const idag = await inst.today();
    const lasare = await readAnvandare(inst.prisma, person(sub), idag);
    if (!lasare) throw new Error(sub);
    const grupper = Object.values(await minaUppgifter(inst.prisma, lasare, idag, 50));
    return grupper.flatMap(({ rader }) => rader.map(({ nummer, typ }) => `${nummer} ${typ}`));
  };

  it('moves every case, also the one that is only still to be followed up, each by one decision of its own', async () => {
    const { prisma } = inst;
    const note = { id: randomUUID(), agareId: person('koordinator'), arendeId: pagar.id, text: 'Ring Testsson' };
    const idag = new Date(await inst.today());
    await prisma.egenUppgift.create({ data: { ...note, senast: idag, skapad: await inst.klocka.now() } });
    const before = await mina('koordinator');
    expect(before.length).toBeGreaterThan(0);
    forst = await lamna();
    await utford(forst);
    expect(await poster(forst)).toEqual(['klar', 'klar']);
    for (const liv of [pagar, avslutad]) {
      expect((await liv.lage()).koordinator).toBe(person('annan_koordinator'));
      expect(await prisma.handelse.count({ where: { arendeId: liv.id, typ: 'overlamning' } })).toBe(1);
      const [beslut] = await prisma.beslut.findMany({ where: { arendeId: liv.id, typ: 'overlamning' } });
      expect(beslut).toMatchObject({
        avId: person('kansli'),
        grund: 'forvaltare',
        version: expect.any(Number) as number,
      });
      const trace = await prisma.logg.findFirst({ where: { arendeId: liv.id, handling: 'overlamning' } });
      expect(trace).toMatchObject({ avId: person('kansli'), grund: 'forvaltare' });
    }
    expect(await mina('koordinator')).toEqual([]);
    expect(await mina('annan_koordinator')).toEqual(expect.arrayContaining(before));
    const own = await prisma.egenUppgift.findUniqueOrThrow({ where: { id: note.id } });
    expect(own.agareId).toBe(person('annan_koordinator'));
    const done = await prisma.overlamning.findUniqueOrThrow({ where: { id: forst } });
    expect(done.klar).not.toBeNull();
    expect((done.flyttat as unknown as Flyttat).roller).toBe(1);
    const left = await prisma.anvandare.findUniqueOrThrow({ where: { id: person('koordinator') } });
    expect(left.aktiv).toBe(true);
  });

  it('tells the receiver once, however many cases there are', async () => {
    const told = await inst.prisma.utskick.findMany({ where: { overlamningId: forst } });
    expect(told).toMatchObject([{ mottagareId: person('annan_koordinator'), slag: 'besked', satt: 'samlat' }]);
    await inst.moveTo(told[0]?.gar?.toISOString() ?? '');
    const [mail] = inst.mail.filter(({ text }) => text?.includes('tagit över en kollegas arbete'));
    expect(mail?.text).toContain('Du har tagit över en kollegas arbete: 2 ärenden');
    expect(mail?.text).not.toContain('Test koordinator');
  });

  it('gives the follow-up of a closed participation to the new person when its day comes', async () => {
    await avslutad.tillUppgiften('uppfoljning');
    const { nummer } = await avslutad.lage();
    expect(await mina('annan_koordinator')).toContain(`${nummer} uppfoljning`);
    expect(await mina('koordinator')).toEqual([]);
  });

  it('shows what a case refuses, and takes it when it is tried again after the reason is gone', async () => {
    const { prisma } = inst;
    const anvandareId = person('annan_koordinator');
    // who has lost the role meanwhile cannot hand it on, and the receiver does not get it either
    await prisma.roll.deleteMany({ where: { anvandareId, roll: 'koordinator' } });
    const id = await lamna({ franId: anvandareId, tillId: person('sammankallande'), slutar: true });
    await utford(id);
    expect((await poster(id)).toSorted()).toEqual(['nekad okand_koordinator', 'nekad okand_koordinator']);
    const open = await prisma.overlamning.findUniqueOrThrow({ where: { id }, include: { fran: true } });
    expect(open).toMatchObject({ klar: null, fran: { aktiv: true } });

    const roll = { anvandareId: person('sammankallande'), roll: 'koordinator', insatsId: inst.grund.insats.id };
    await prisma.roll.create({ data: roll });
    expect(await forsokIgen(prisma, { id, av: person('kansli'), nar: await inst.klocka.now() })).toBeUndefined();
    await until(
      'the end',
      async () => (await prisma.overlamning.findUnique({ where: { id } }))?.klar !== null,
      WAIT_MS,
    );
    expect(await poster(id)).toEqual(['klar', 'klar']);
    // she left: shut out when everything was handed over, and not before
    expect((await prisma.anvandare.findUniqueOrThrow({ where: { id: anvandareId } })).aktiv).toBe(false);
    for (const liv of [pagar, avslutad]) expect((await liv.lage()).koordinator).toBe(person('sammankallande'));
  });

  it('takes along what comes while it goes on, and ends what another has taken over already', async () => {
    const { prisma } = inst;
    const ny = await Liv.borja(inst, (nar) => inst.moveTo(nar));
    const id = randomUUID();
    // decided before the remiss came; the row alone, as a workflow that was long away finds it
    const row = { franId: person('remittent'), tillId: person('rep_fk'), avId: person('kansli') };
    const nar = await inst.klocka.now();
    await prisma.overlamning.create({ data: { id, ...row, nar, not: '', slutar: true, flyttat: {} } });
    await prisma.overlamningspost.create({ data: { overlamningId: id, arendeId: pagar.id } });
    await prisma.remiss.update({ where: { arendeId: pagar.id }, data: { remittentId: person('rep_fk') } });
    await prisma.remiss.update({ where: { arendeId: avslutad.id }, data: { remittentId: person('rep_fk') } });
    await prisma.motoruppdrag.create({ data: { slag: 'overlamning', refId: id, skapat: nar } });
    await prisma.$executeRaw`NOTIFY motoruppdrag`;
    await until(
      'the end',
      async () => (await prisma.overlamning.findUnique({ where: { id } }))?.klar !== null,
      WAIT_MS,
    );
    const done = await prisma.overlamningspost.findMany({ where: { overlamningId: id } });
    const outcomes = done.map(({ arendeId, status }) => `${arendeId} ${status}`);
    expect(outcomes.toSorted()).toEqual([`${ny.id} klar`, `${pagar.id} klar`].toSorted());
    expect(await prisma.handelse.count({ where: { arendeId: pagar.id, typ: 'overlamning' } })).toBe(2);
    const remiss = await prisma.remiss.findUniqueOrThrow({ where: { arendeId: ny.id } });
    expect(remiss.remittentId).toBe(person('rep_fk'));
  });
});
