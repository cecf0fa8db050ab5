import { countPlatser } from '../../prisma/rakna-platser.js';
import { readPlatslage } from '../../api/queries/insatsplatser.js';
import { insatslagen } from '../../api/queries/kansli.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';
import { asDag } from '../../prisma/client.js';
import { startInstallation, type Installation } from '../support/installation.js';
import { tillInskrivning } from '../support/till-inskrivning.js';

/** One case on the real engine; the tests share its clock and stand in the order of their dates. */
describe('A pause', () => {
  let inst: Installation;
  let id: string;
  /** who takes the place meanwhile */
  let nasta: string;

  beforeAll(async () => {
    inst = await startInstallation({
      shape: (profile) => ({ ...profile, kapacitet: { ...profile.kapacitet, samtidigt: 1, pausFrigorPlats: true } }),
    });
    nasta = await tillInskrivning(inst);
    id = await tillInskrivning(inst);
    await skrivIn(id);
  });
  afterAll(() => inst.stop());

  const skrivIn = async (arendeId: string) => {
    const idag = await inst.today();
    const { koordinator } = inst.grund.person;
    const data = { beslutsdatum: idag, startdatum: idag, koordinator, overinskrivning: false };
    return inst.decide(arendeId, 'inskrivning', 'sammankallande', data, {});
  };
  const pausa = async (av: 'koordinator' | 'sammankallande', dagar: number) => {
    const fran = await inst.today();
    return inst.decide(id, 'paus', av, { orsak: 'sjukdom', fran, till: kalender.addDays(fran, dagar - 1) }, {});
  };
  const rows = () => inst.prisma.paus.findMany({ where: { arendeId: id }, orderBy: { fran: 'asc' } });
  const kartlaggningDue = async () => {
    const task = await inst.prisma.uppgift.findFirstOrThrow({
      where: { arendeId: id, typ: 'kartlaggning', avslutad: null },
    });
    return asDag(task.forfaller);
  };

  it('of more than thirty days is sammankallande’s to decide', async () => {
    expect(await pausa('koordinator', 31)).toMatchObject({ slag: 'hindrat', hinder: { kod: 'lang_paus' } });
    expect(await rows()).toEqual([]);
    expect(await pausa('sammankallande', 40)).toMatchObject({ slag: 'fattat' });
    const { pausTill } = await inst.prisma.arende.findUniqueOrThrow({ where: { id } });
    expect(pausTill && asDag(pausTill)).toBe(kalender.addDays(await inst.today(), 39));
  });

  it('lets go of the place where the profile says so, for the transaction and on the pages alike', async () => {
    const { id: insatsId, profil } = inst.grund.insats;
    const idag = await inst.today();
    const kansli = {
      id: inst.grund.person.kansli,
      roller: [{ roll: 'kansli', insatsId: undefined }],
      team: [],
    } as const;
    const counted = async (one: typeof profil) => [
      (await countPlatser(inst.prisma, insatsId, idag, one)).upptagna,
      (await readPlatslage(inst.prisma, { id: insatsId, profil: one }, idag)).platser.upptagna,
    ];
    expect(await counted(profil)).toEqual([0, 0]);
    expect(await insatslagen(inst.prisma, kansli, idag)).toMatchObject([{ platser: { upptagna: 0 } }]);
    const behallen = { ...profil, kapacitet: { ...profil.kapacitet, pausFrigorPlats: false } };
    expect(await counted(behallen)).toEqual([1, 1]);
  });

  it('lets the next take the place without being one too many', async () => {
    expect(await skrivIn(nasta)).toMatchObject({ slag: 'fattat', beslut: { fas: 'kartlaggning' } });
    expect(await inst.prisma.deltagande.count({ where: { overinskrivning: true } })).toBe(0);
  });

  it('wakes by itself: the days are given back to the insatstid and to the tasks, and the koordinator is told', async () => {
    const { slut } = (await inst.lage(id)).insatstid ?? { slut: '' };
    const senast = await kartlaggningDue();
    const { till } = (await inst.lage(id)).paus ?? { till: '' };
    await inst.moveTo(kalender.instantAt(kalender.addDays(till, 1), '09:00'));
    const lage = await inst.lage(id);
    expect(lage.paus).toBeUndefined();
    expect(lage.insatstid?.slut).toBe(kalender.addDays(slut, 40));
    expect(await rows()).toMatchObject([{ dagar: 40, slutade: new Date(`${till}T00:00:00Z`) }]);
    // moved when the pause began, and not once more when it ended
    expect(await kartlaggningDue()).toBe(senast);
    expect(lage.uppgifter.find(({ typ }) => typ === 'kartlaggning')?.forfaller).toBe(senast);
    const besked = { arendeId: id, slag: 'besked', mottagareId: inst.grund.person.koordinator };
    expect(await inst.prisma.utskick.count({ where: { ...besked, sekvens: lage.version } })).toBe(1);
  });

  it('that is over makes whoever comes back one beyond the places, on record', async () => {
    const over = await inst.prisma.deltagande.findMany({
      where: { overinskrivning: true },
      select: { arendeId: true },
    });
    expect(over).toEqual([{ arendeId: id }]);
  });

  it('ended early gives back the days that were used; the row of the task follows', async () => {
    const { slut } = (await inst.lage(id)).insatstid ?? { slut: '' };
    const fore = await kartlaggningDue();
    await pausa('koordinator', 30);
    expect((await kartlaggningDue()) > fore).toBe(true);
    await inst.moveTo(kalender.instantAt(kalender.addDays(await inst.today(), 6), '09:00'));
    await inst.decide(id, 'pausslut', 'koordinator', { datum: await inst.today() }, {});
    expect((await inst.lage(id)).insatstid?.slut).toBe(kalender.addDays(slut, 7));
    expect(await kartlaggningDue()).toBe(kalender.arbetsdagFrom(kalender.addDays(fore, 7)));
    expect((await rows()).map(({ dagar }) => dagar)).toEqual([40, 7]);
  });

  it('that was over when it was registered is written whole at once', async () => {
    const idag = await inst.today();
    await inst.moveTo(kalender.instantAt(kalender.addDays(idag, 10), '09:00'));
    const data = { orsak: 'annan', fran: kalender.addDays(idag, 2), till: kalender.addDays(idag, 4) } as const;
    expect(await inst.decide(id, 'paus', 'koordinator', data, { skal: 'Resa.' })).toMatchObject({ slag: 'fattat' });
    expect((await rows()).at(-1)).toMatchObject({
      dagar: 3,
      skal: 'Resa.',
      slutade: new Date(`${data.till}T00:00:00Z`),
    });
  });
});
