import type { Dag, Instant } from './tid.js';

export type { Dag, Instant } from './tid.js';

/**
 * What the rules need to know of the Swedish calendar. It is handed to them, so that the rules can be bundled into the
 * workflow (which only checks) without the holiday tables (which only the transaction that computes deadlines needs).
 */
export interface Kalender {
  dayOf(instant: Instant): Dag;
  instantAt(dag: Dag, hhmm: string): Instant;
  startOfDay(dag: Dag): Instant;
  addDays(dag: Dag, days: number): Dag;
  addMonths(dag: Dag, months: number): Dag;
  daysBetween(from: Dag, till: Dag): number;
  isArbetsdag(dag: Dag): boolean;
  addArbetsdagar(dag: Dag, arbetsdagar: number): Dag;
  arbetsdagFrom(dag: Dag): Dag;
  arbetsdagBefore(dag: Dag): Dag;
}

/** The same day a year later; only compared, so a day that does not exist does no harm. */
export const ettArEfter = (dag: Dag): Dag => `${Number(dag.slice(0, 4)) + 1}${dag.slice(4)}`;
