/**
 * The one source of time for everything outside a workflow. In production it is the system's clock; in tests and in the
 * demo it is the time-skipping Temporal server's, so that a whole installation can be walked through fifteen months.
 */
export interface Klocka {
  now(): Promise<Date>;
}

/** The clock of the machine. */
export const systemKlocka: Klocka = { now: () => Promise.resolve(new Date()) };
