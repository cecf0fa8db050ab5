import type { Hinder } from '../../hinder.js';
import type { Insatsforandring } from '../forandring.js';
import type { Insatsbeslut, Insatsbeslutstyp, Insatslage } from '../lage.js';

/** The rules of one kind of decision on an insats. */
export interface Insatsbeslutsregel<T extends Insatsbeslutstyp = Insatsbeslutstyp> {
  /** What stands in the way, judged by the state alone; asked by page, validator and transaction alike. */
  check(lage: Insatslage, beslut: Insatsbeslut<T>): Hinder | undefined;
  /** What only the calendar can tell; asked by page and transaction. */
  checkKalender?(beslut: Insatsbeslut<T>, kalender: Dagkontroll): Hinder | undefined;
  apply(forandring: Insatsforandring, beslut: Insatsbeslut<T>): void;
}

/** What a rule asks of the calendar. */
export interface Dagkontroll {
  dayOf(instant: string): string;
  isArbetsdag(dag: string): boolean;
}
