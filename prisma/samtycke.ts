import type { Samtyckesinnehall } from '../domain/remissinnehall.js';
import { asDate, type Transaction } from './client.js';

/** Writes samtycken of an ärende, each with everything that was said when it was given. */
export async function writeSamtycken(
  tx: Transaction,
  arendeId: string,
  samtycken: readonly Samtyckesinnehall[],
  noterat: string,
): Promise<void> {
  if (samtycken.length === 0) return;
  await tx.samtycke.createMany({
    data: samtycken.map((samtycke) => ({
      arendeId,
      verksamhetId: samtycke.verksamhet,
      uppgiftsslag: [...samtycke.uppgiftsslag],
      insatser: [...(samtycke.insatser ?? [])],
      andamal: samtycke.andamal ?? '',
      giltigtFran: asDate(samtycke.giltigtFran),
      giltigtTill: samtycke.giltigtTill === undefined ? null : asDate(samtycke.giltigtTill),
      form: samtycke.form,
      lamnatAv: samtycke.lamnatAv ?? 'personen',
      sprak: samtycke.sprak ?? null,
      tolk: samtycke.tolk ?? false,
      bilagaId: samtycke.bilaga ?? null,
      noterat,
    })),
  });
}
