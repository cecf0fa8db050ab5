import type { Dag } from '../../domain/kalender/kalender.js';
import { asDate, type Transaction } from '../../prisma/client.js';

/** Writes that a förgrupp is offered; belongs to the decision that calls `erbjudForgrupp`. */
export const recordErbjudenForgrupp = async (tx: Transaction, arendeId: string, erbjuden: Dag): Promise<void> => {
  await tx.forgrupp.create({ data: { arendeId, erbjuden: asDate(erbjuden) } });
};

/** Writes how the förgrupp that a case is in began or ended. */
export const updateForgrupp = async (
  tx: Transaction,
  arendeId: string,
  data: { startad?: Date; slutad?: Date; resultat?: string; text?: string },
): Promise<void> => {
  await tx.forgrupp.updateMany({ where: { arendeId, slutad: null }, data });
};
