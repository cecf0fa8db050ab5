import type { Beslutstyp } from '../domain/faser.js';
import { dayOf } from '../domain/kalender/tid.js';
import { medelKvar } from '../domain/medel.js';
import type { Transaction } from '../prisma/client.js';
import type { Arenderad } from './transaktion.js';

const OM_MEDEL: readonly (Beslutstyp | undefined)[] = ['medelforslag', 'medelbeslut'];

/** The year whose sum a decision of a moment takes from. */
export const medelsar = (nu: string): number => Number(dayOf(nu).slice(0, 4));

/**
 * What is left of the insats's sum of kompetenshöjande medel in the year of the decision, in whole kronor. The insats's
 * row is held until the transaction ends, so that two decisions in the same moment count each other (design 2.7).
 *
 * @returns undefined for other decisions, and for an insats without riktlinjer
 */
export async function readMedelKvar(
  tx: Transaction,
  { insatsId, profil }: Arenderad,
  typ: Beslutstyp | undefined,
  nu: string,
): Promise<number | undefined> {
  if (!OM_MEDEL.includes(typ) || profil.medel === undefined) return undefined;
  await tx.$queryRaw`SELECT 1 FROM insats WHERE id = ${insatsId}::uuid FOR NO KEY UPDATE`;
  const { _sum } = await tx.medel.aggregate({
    where: { insatsId, ar: medelsar(nu), utfall: 'bifall' },
    _sum: { beslutatBelopp: true },
  });
  return medelKvar(profil.medel, _sum.beslutatBelopp ?? 0);
}
