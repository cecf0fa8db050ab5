import type { Beslutstyp } from '../domain/faser.js';
import type { Platser } from '../domain/platser.js';
import type { Transaction } from '../prisma/client.js';
import type { Arenderad } from './transaktion.js';

/** The places of the insats, for the decisions that take one; its row is held until the transaction ends. */
export const readPlatser = async (
  _tx: Transaction,
  _rad: Arenderad,
  _typ: Beslutstyp | undefined,
  _nu: string,
): Promise<Platser | undefined> => undefined;
