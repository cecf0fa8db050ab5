import type { Beslutstyp } from '../domain/faser.js';
import type { Dagordning } from '../domain/motesplan.js';
import type { Transaction } from '../prisma/client.js';
import type { Arenderad } from './transaktion.js';

/** The team's coming meetings and how full they are, held until the transaction ends. */
export const readDagordning = async (
  _tx: Transaction,
  _rad: Arenderad,
  _typ: Beslutstyp | undefined,
  _nu: string,
): Promise<Dagordning | undefined> => undefined;
