import type { Beslutstyp } from '../../domain/faser.js';
import type { Forandring } from '../../domain/forandring.js';
import type { Formular } from '../../domain/formular.js';
import type { Beslut } from '../../domain/beslutsunderlag.js';
import type { Transaction } from '../../prisma/client.js';
import type { Arenderad } from '../transaktion.js';

/** What a decision's own record is written from. */
export interface Underlag<T extends Beslutstyp> {
  /** The ärende as it was before the decision. */
  readonly rad: Arenderad;
  readonly beslut: Beslut<T>;
  readonly formular: Formular<T>;
  readonly forandring: Forandring;
}

/** Writes the record of one kind of decision, inside the transaction that takes it. */
export type RecordBeslut<T extends Beslutstyp> = (tx: Transaction, underlag: Underlag<T>) => Promise<void>;
