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
