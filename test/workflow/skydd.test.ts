import { startInstallation, type Installation } from '../support/installation.js';
import { tillInskrivning } from '../support/till-inskrivning.js';
import { until } from '../support/until.js';

/** Two ärenden of one person on one engine; every remiss of the fixture is about the same person. */
describe('What the tables know and the case does not', () => {
  let inst: Installation;
  let forsta: string;
  let andra: string;

  beforeAll(async () => {
    inst = await startInstallation();
    forsta = await inst.send();
    andra = await tillInskrivning(inst);
  });
  afterAll(() => inst.stop());

  const skydda = (id: string, alias: string) =>
    inst.decide(
      id,
      'skyddad_identitet',
      'sammankallande',
      { ersattare: inst.grund.person.koordinator, fler: [inst.grund.person.sammankallande] },
      { alias, skal: 'Beslut om skyddad folkbokföring.' },
    );

  it('is that another ärende of the person has protected her: this one takes it over and its people are told', async () => {
    expect((await inst.lage(andra)).skyddad).toBeUndefined();
    expect(await skydda(forsta, 'Linden')).toMatchObject({ slag: 'fattat' });
    await until('the other ärende', async () => (await inst.lage(andra)).skyddad === true);
    const handelser = (id: string, typ: string) => inst.prisma.handelse.count({ where: { arendeId: id, typ } });
    expect(await handelser(andra, 'skydd_fran_annat')).toBe(1);
    expect(await handelser(forsta, 'skydd_fran_annat')).toBe(0);
    const { version } = await inst.lage(andra);
    const told = { arendeId: andra, uppgift: 'namngivning', sekvens: version };
    expect(await inst.prisma.utskick.findMany({ where: told, select: { mottagareId: true } })).toEqual([
      { mottagareId: inst.grund.person.sammankallande },
    ]);
  });

  it('is remembered by an ärende that comes later, where people are named anew', async () => {
    const senare = await inst.send();
    expect((await inst.lage(senare)).skyddad).toBe(true);
    expect(await skydda(senare, 'Linden')).toMatchObject({ slag: 'fattat' });
    expect((await inst.lage(senare)).namngivna).toHaveLength(2);
  });

  it('is whether a verksamhet or a person exists at all: an unknown one is refused in words and nothing is written', async () => {
    const okand = crypto.randomUUID();
    const idag = await inst.today();
    const { version } = await inst.lage(andra);
    const samtycke = {
      uppgiftsslag: ['halsa'],
      insatser: [],
      form: 'skriftligt',
      lamnatAv: 'personen',
      tolk: false,
    } as const;
    for (const verksamhet of [okand, 'inget id'])
      expect(
        await inst.decide(
          andra,
          'samtycke',
          'sammankallande',
          { verksamheter: [verksamhet], fran: idag },
          {
            ...samtycke,
            andamal: 'Samverkan',
          },
        ),
      ).toMatchObject({ slag: 'hindrat', hinder: { kod: 'okand_verksamhet' } });
    const inskrivning = { beslutsdatum: idag, startdatum: idag, overinskrivning: false };
    for (const koordinator of [okand, inst.grund.person.remittent])
      expect(
        await inst.decide(andra, 'inskrivning', 'sammankallande', { ...inskrivning, koordinator }, {}),
      ).toMatchObject({ slag: 'hindrat', hinder: { kod: 'okand_koordinator' } });
    expect((await inst.lage(andra)).version).toBe(version);

    const { person, verksamhet } = inst.grund;
    await inst.decide(andra, 'inskrivning', 'sammankallande', { ...inskrivning, koordinator: person.koordinator }, {});
    const atgard = { id: crypto.randomUUID(), verksamhet: verksamhet.fk, senast: idag };
    for (const one of [okand, person.rep_af]) {
      const atgarder = [{ ...atgard, person: one }];
      expect(
        await inst.decide(
          andra,
          'flerpartsmote',
          'koordinator',
          { datum: idag, atgarder },
          {
            deltagare: 'Alla',
            text: 'Vi träffades.',
            atgarder: [{ ...atgard, person: one, atgard: 'Ringa' }],
          },
        ),
      ).toMatchObject({ slag: 'hindrat', hinder: { kod: 'okand_ansvarig' } });
    }
  });
});
