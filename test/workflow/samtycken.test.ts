import { rattTill, type Person } from '../../domain/atkomst.js';
import type { Formular } from '../../domain/formular.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { findArendeatkomst } from '../../api/queries/arenderelation.js';
import { readAnvandare } from '../../api/login/current-user.js';
import { startInstallation, type Installation } from '../support/installation.js';
import type { Personkod } from '../support/grund.js';
import { aRemiss } from '../support/remiss.js';

const SAMTYCKE: Formular<'samtycke'> = {
  uppgiftsslag: ['halsa'],
  insatser: [],
  andamal: 'Att samordna stödet.',
  form: 'muntligt',
  lamnatAv: 'personen',
  tolk: false,
};

describe('samtycke of running cases', () => {
  let inst: Installation;
  beforeAll(async () => {
    inst = await startInstallation();
  });
  afterAll(() => inst.stop());

  const morgon = (dag: string) => kalender.instantAt(dag, '10:00');
  /** By which right a person may give her verksamhet's yttrande today. */
  const ratt = async (arendeId: string, sub: Personkod): Promise<string | undefined> => {
    const { nummer } = await inst.lage(arendeId);
    const atkomst = await findArendeatkomst(inst.prisma, nummer);
    const idag = await inst.today();
    const person: Person | undefined = await readAnvandare(inst.prisma, inst.grund.person[sub], idag);
    return person && atkomst && rattTill(person, 'yttrande', atkomst.relation, idag);
  };
  const openTasks = async (arendeId: string) =>
    (await inst.prisma.uppgift.findMany({ where: { arendeId, avslutad: null }, orderBy: { id: 'asc' } })).map(
      ({ typ, verksamhetId }) => [typ, verksamhetId],
    );

  it('is taken back in one moment, runs out by itself, never comes back by itself, and its lack stops the sharing', async () => {
    const { fk, af, psykiatri, kommun } = inst.grund.verksamhet;
    const idag = await inst.today();
    const slut = kalender.addDays(idag, 20);
    const samtycken = aRemiss(inst.grund, idag).samtycken.map((one) =>
      one.verksamhet === af ? { ...one, giltigtTill: slut } : one,
    );
    const id = await inst.send({ samtycken });
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    expect(await ratt(id, 'rep_psykiatri')).toBe('teamrepresentant');

    const aterkalla = (...verksamheter: string[]) =>
      inst.decide(id, 'samtyckesaterkallelse', 'koordinator', { verksamheter }, { satt: 'Ringde i dag.' });
    expect(await aterkalla(psykiatri)).toMatchObject({ slag: 'fattat' });
    expect(await ratt(id, 'rep_psykiatri')).toBeUndefined();
    expect(await inst.prisma.samtycke.findFirst({ where: { arendeId: id, verksamhetId: psykiatri } })).toMatchObject({
      aterkallat: expect.any(Date),
      aterkallatSatt: 'Ringde i dag.',
    });
    expect(
      await inst.prisma.uppgift.findFirst({ where: { arendeId: id, typ: 'yttrande', verksamhetId: psykiatri } }),
    ).toMatchObject({ avslutadSom: 'bortfallen' });

    // given anew for later, and taken back before it began
    const senare = { verksamheter: [psykiatri], fran: kalender.addDays(idag, 10) };
    expect(await inst.decide(id, 'samtycke', 'sammankallande', senare, SAMTYCKE)).toMatchObject({ slag: 'fattat' });
    await aterkalla(psykiatri);

    await inst.moveTo(morgon(slut));
    expect(await ratt(id, 'rep_af')).toBe('teamrepresentant');
    expect(await ratt(id, 'rep_psykiatri')).toBeUndefined();
    await inst.moveTo(morgon(kalender.addDays(slut, 1)));
    expect(await ratt(id, 'rep_af')).toBeUndefined();
    expect((await inst.lage(id)).samtycken.toSorted()).toEqual([fk, kommun].toSorted());
    expect(await inst.decide(id, 'yttrande', 'rep_af', { verksamhet: af }, { text: 'För sent.' })).toMatchObject({
      slag: 'hindrat',
      hinder: { kod: 'utan_samtycke' },
    });

    await aterkalla(kommun);
    expect(await openTasks(id)).toContainEqual(['samtycke_saknas', null]);
    const rad = { utfall: 'rad' as const, narvarande: [fk] };
    const recommend = () =>
      inst.decide(id, 'rekommendation', 'sammankallande', rad, { motivering: 'Text.', atgarder: [] });
    expect(await recommend()).toMatchObject({ slag: 'hindrat', hinder: { kod: 'samtycke_saknas' } });
    const nytt = { verksamheter: [kommun], fran: await inst.today() };
    await inst.decide(id, 'samtycke', 'sammankallande', nytt, SAMTYCKE);
    expect(await openTasks(id)).not.toContainEqual(['samtycke_saknas', null]);
    expect(await recommend()).not.toMatchObject({ hinder: { kod: 'samtycke_saknas' } });
  });

  it('comes with the name of an avidentifierad konsultation, which may be of somebody known already', async () => {
    const { fk, psykiatri, kommun } = inst.grund.verksamhet;
    const idag = await inst.today();
    const { person } = aRemiss(inst.grund, idag);
    if (!person.identifierad) throw new Error('named');
    const earlier = await inst.prisma.arende.findFirstOrThrow({ select: { id: true, individId: true } });
    const { kon, kommun: bor } = person;
    const id = await inst.send({
      syfte: 'konsultation',
      person: { identifierad: false, fodelsear: 1980, kon, kommun: bor },
      samtycken: [],
    });
    const nameless = await inst.prisma.arende.findUniqueOrThrow({ where: { id }, select: { individId: true } });
    await inst.decide(id, 'granskning', 'sammankallande', { utfall: 'accepterad' }, {});
    expect(await ratt(id, 'rep_psykiatri')).toBe('teamrepresentant');

    const { personnummer, namn } = person;
    const taken = await inst.decide(
      id,
      'identifiering',
      'remittent',
      { samtycken: [fk, kommun].map((verksamhet) => ({ verksamhet, fran: idag })) },
      {
        identitet: { idtyp: 'personnummer', personnummer, namn, kon, tolk: false, skyddad: false },
        samtycken: [fk, kommun].map((verksamhet) => ({ verksamhet, ...SAMTYCKE })),
      },
    );
    expect(taken).toMatchObject({ slag: 'fattat' });
    const after = await inst.prisma.arende.findUniqueOrThrow({
      where: { id },
      include: { remiss: true, samtycken: true, lankar: true },
    });
    expect(after).toMatchObject({
      individId: earlier.individId,
      remiss: { identifierad: true, namn },
      lankar: [{ tillId: earlier.id, slag: 'samma_person' }],
    });
    expect(after.samtycken).toHaveLength(2);
    expect(await inst.prisma.individ.count({ where: { id: nameless.individId } })).toBe(0);
    expect(await ratt(id, 'rep_psykiatri')).toBeUndefined();
    expect(await ratt(id, 'rep_kommun')).toBe('teamrepresentant');
    expect(await openTasks(id)).not.toContainEqual(['yttrande', psykiatri]);
  });
});
