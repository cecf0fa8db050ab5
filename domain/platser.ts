/** The places of an insats as the transaction that holds its row finds them. */
export interface Platser {
  /** Places that nobody occupies and that are offered to nobody else; negative after an överinskrivning. */
  readonly lediga: number;
  /** People who wait in the queue before this case would. */
  readonly fore: number;
  /** This case's points by the priority rules of the profile. */
  readonly regelpoang: number;
}

/** Whether somebody who is enrolled now takes a place beyond the capacity, or passes people who wait for it. */
export const isOverPlatser = (platser: Platser | undefined): boolean =>
  platser !== undefined && (platser.lediga <= 0 || platser.fore > 0);

/** What the tables hold about the places of an insats on a day. */
export interface Platsunderlag {
  /** People who take part and hold a place. */
  readonly upptagna: number;
  /** Of these, recorded when they were enrolled as beyond the places that there were then. */
  readonly overinskrivna: number;
  /** Places that are offered and not answered yet. */
  readonly erbjudna: number;
}

/** The count of an insats's places that every page shows. */
export interface Platsrakning extends Platsunderlag {
  /** How many places there are; missing: no limit. */
  readonly samtidigt?: number;
  /** Places that nobody holds and that are offered to nobody; negative beyond the limit, missing without one. */
  readonly lediga?: number;
}

/**
 * Counts the places of an insats: an offered place is taken as long as its offer stands (design 2.5).
 *
 * @param samtidigt the number of places of the insats's newest profile; missing: no limit
 */
export const raknaPlatser = (
  { upptagna, overinskrivna, erbjudna }: Platsunderlag,
  samtidigt: number | undefined,
): Platsrakning => ({
  upptagna,
  overinskrivna,
  erbjudna,
  ...(samtidigt === undefined ? {} : { samtidigt, lediga: samtidigt - upptagna - erbjudna }),
});

/** Whether nobody more can be taken in without waiting. */
export const isFullt = ({ lediga }: Platsrakning): boolean => lediga !== undefined && lediga <= 0;

/**
 * How many of those who wait are offered a place at once: every free place goes to whose turn it is, and without a limit
 * the queue is offered to its end (design 2.5).
 *
 * @param vantar those in the queue who can be offered one now
 */
export const antalSomErbjuds = ({ lediga }: Platsrakning, vantar: number): number =>
  lediga === undefined ? vantar : Math.max(0, Math.min(lediga, vantar));
