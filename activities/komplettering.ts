import type { Forandring } from '../domain/forandring.js';
import { asDate, type Transaction } from '../prisma/client.js';

export interface Kompletteringsfraga {
  /** The decision that asks. */
  readonly id: string;
  readonly arendeId: string;
  readonly fraga: string;
  readonly forandring: Forandring;
}

/** The question of a komplettering that was asked for, with the remittent's last day (`begarKomplettering`). */
export async function recordKompletteringsfraga(
  tx: Transaction,
  { id, arendeId, fraga, forandring }: Kompletteringsfraga,
): Promise<void> {
  const uppgift = forandring.lage.uppgifter.find(({ typ }) => typ === 'komplettering');
  if (!uppgift) throw new Error(`The change asks for no komplettering of ${arendeId}`);
  await tx.komplettering.create({
    data: { id, arendeId, begard: forandring.om.nu, fraga, senast: asDate(uppgift.forfaller) },
  });
}
