/** The places of an insats as the transaction that holds its row finds them. */
export interface Platser {
  /** Places that nobody occupies and that are offered to nobody; negative after an överinskrivning. */
  readonly lediga: number;
  /** People who wait in the queue before this case would. */
  readonly fore: number;
}
