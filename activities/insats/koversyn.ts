import type { Insatsbeslut, Insatsformular } from '../../domain/insats/lage.js';
import type { Transaction } from '../../prisma/client.js';
import type { Insatsrad } from './rad.js';

/** Lets every case in the queue know that it was looked over: its own look is then due later. */
export async function recordKoversyn(
  tx: Transaction,
  rad: Insatsrad,
  _beslut: Insatsbeslut<'koversyn'>,
  _formular: Insatsformular['koversyn'],
  nu: string,
): Promise<void> {
  const turer = await tx.koplats.findMany({ where: { insatsId: rad.id, lamnad: null }, select: { arendeId: true } });
  await tx.motoruppdrag.createMany({
    data: turer.map(({ arendeId }) => ({ slag: 'avstamning', refId: arendeId, skapat: nu })),
  });
}
