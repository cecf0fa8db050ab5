import type { Beslutstyp } from '../faser.js';
import type { Forandring, Omstandighet } from '../forandring.js';
import type { Hinder } from '../hinder.js';
import type { Beslut } from '../beslutsunderlag.js';
import type { Lage } from '../lage.js';

/** The rules of one kind of decision. */
export interface Beslutsregel<T extends Beslutstyp = Beslutstyp> {
  readonly typ: T;
  /** What stands in the way, judged by the case's state alone; asked by page, validator and transaction alike. */
  check(lage: Lage, beslut: Beslut<T>): Hinder | undefined;
  /**
   * What stands in the way by circumstances that only the transaction knows: what else is in the records at that moment.
   */
  checkOm?(lage: Lage, beslut: Beslut<T>, om: Omstandighet): Hinder | undefined;
  /** What follows from it. */
  apply(forandring: Forandring, beslut: Beslut<T>): void;
}
