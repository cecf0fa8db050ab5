import { randomUUID } from 'node:crypto';
import { fattaBeslut } from '../../activities/fatta-beslut.js';
import { INGET_SVAR, lamnaOverArende, type Besked } from '../../activities/overlamning/arende.js';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import type { Lage } from '../../domain/lage.js';
import { createTabeller, NU, type Tabeller } from './varld.js';

const klocka = { now: () => Promise.resolve(new Date(NU)) };

describe('An ärende of a hand-over', () => {
  let tabeller: Tabeller;
  let arendeId: string;
  let overlamningId: string;
  beforeEach(async () => {
    tabeller = await createTabeller();
    const { prisma, grund } = tabeller;
    ({ arendeId } = await tabeller.send());
    overlamningId = randomUUID();
    const { remittent: franId, rep_fk: tillId, kansli: avId } = grund.person;
    await prisma.overlamning.create({
      data: { id: overlamningId, franId, tillId, avId, nar: NU, not: 'Slutar.', flyttat: {} },
    });
    await prisma.overlamningspost.create({ data: { overlamningId, arendeId } });
  });
  afterEach(() => tabeller.stop());

  const ids: string[] = [];
  const take = async (id: string, beslut: Beslut<'overlamning'>): Promise<Besked> => {
    ids.push(beslut.id);
    const { lage } = await tabeller.prisma.arende.findUniqueOrThrow({ where: { id } });
    await fattaBeslut(tabeller.prisma, { lage: lage as unknown as Lage, beslut, nu: NU });
    return { slag: 'fattat' };
  };
  const lamna = (decide: typeof take) =>
    lamnaOverArende({ prisma: tabeller.prisma, klocka, decide }, { overlamningId, arendeId });
  const post = () => tabeller.prisma.overlamningspost.findFirstOrThrow();
  const handelser = () => tabeller.prisma.handelse.count({ where: { arendeId, typ: 'overlamning' } });

  it('whose answer is lost is asked for under the same id, and is one decision', async () => {
    await expect(
      lamna(async (id, beslut) => {
        await take(id, beslut);
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    expect(await post()).toMatchObject({ status: 'klar' });
    await lamna(take);
    await lamna(take);
    expect(new Set(ids).size).toBe(1);
    expect(await handelser()).toBe(1);
    const remiss = await tabeller.prisma.remiss.findUniqueOrThrow({ where: { arendeId } });
    expect(remiss.remittentId).toBe(tabeller.grund.person.rep_fk);
  });

  it('that does not answer is tried again, with nothing written but the prepared decision', async () => {
    const decide = () => Promise.resolve({ slag: 'inte_registrerat' } as const);
    await expect(lamna(decide)).rejects.toMatchObject({ type: INGET_SVAR, nonRetryable: false });
    expect(await post()).toMatchObject({ status: 'vantar' });
    await lamna(take);
    expect(await post()).toMatchObject({ status: 'klar' });
  });

  it('that refuses is written down with the reason, and tried again as another decision', async () => {
    const refused = { slag: 'hindrat', hinder: { kod: 'annan_verksamhet', mening: 'Nej.' } } as const;
    const seen: string[] = [];
    const decide = (_: string, beslut: Beslut) => {
      seen.push(beslut.id);
      return Promise.resolve(refused);
    };
    await lamna(decide);
    expect(await post()).toMatchObject({ status: 'nekad', fel: 'annan_verksamhet' });
    await lamna(decide);
    await tabeller.prisma.overlamningspost.updateMany({ data: { status: 'vantar', fel: null, forsok: 1 } });
    await lamna(decide);
    expect(new Set(seen).size).toBe(2);
  });

  it('that is closed meanwhile owes nothing any longer', async () => {
    await tabeller.prisma.arende.update({ where: { id: arendeId }, data: { fas: 'stangd' } });
    await lamna(() => Promise.reject(new Error('not asked')));
    expect(await post()).toMatchObject({ status: 'klar' });
    expect(await handelser()).toBe(0);
  });

  it('is refused by the tables when the receiver has left, or works elsewhere', async () => {
    const { prisma, grund } = tabeller;
    await prisma.anvandare.update({ where: { id: grund.person.rep_fk }, data: { aktiv: false } });
    await expect(lamna(take)).rejects.toMatchObject({ type: 'Hinder', details: ['okand_mottagare'] });
    await prisma.anvandare.update({
      where: { id: grund.person.rep_fk },
      data: { aktiv: true, verksamhetId: grund.verksamhet.af },
    });
    await expect(lamna(take)).rejects.toMatchObject({ type: 'Hinder', details: ['okand_mottagare'] });
    expect(await handelser()).toBe(0);
  });
});
