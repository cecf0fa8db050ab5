import type { Beslutstyp } from '../faser.js';
import type { Forandring, Omstandighet } from '../forandring.js';
import type { Hinder } from '../hinder.js';
import type { Beslut } from '../beslutsunderlag.js';
import type { PaDagordning } from '../dagordning.js';
import type { Dag } from '../kalender/kalender.js';
import type { Lage } from '../lage.js';

/** The first day on which a decision can be taken, and what it waits for. */
export interface Forstadag {
  readonly dag: Dag;
  readonly vantar: 'motet' | 'starten';
}

/** What of a case's state tells from which day something can be decided. */
export type Forstadagslage = PaDagordning & Partial<Pick<Lage, 'startdatum'>>;

/** The rules of one kind of decision. */
export interface Beslutsregel<T extends Beslutstyp = Beslutstyp> {
  readonly typ: T;
  /** The day before which it is refused, whatever it says; missing: any day. */
  forstaDag?(lage: Forstadagslage): Forstadag | undefined;
  /** What stands in the way, judged by the case's state alone; asked by page, validator and transaction alike. */
  check(lage: Lage, beslut: Beslut<T>): Hinder | undefined;
  /**
   * What stands in the way by circumstances that only the transaction knows: what else is in the records at that moment.
   */
  checkOm?(lage: Lage, beslut: Beslut<T>, om: Omstandighet): Hinder | undefined;
  /** What follows from it. */
  apply(forandring: Forandring, beslut: Beslut<T>): void;
}
