/**
 * How a worker ends, in milliseconds after it was told to stop. Each must be longer than the one before, the longest try to
 * hand over a mail (activities/utskick/post.ts) shorter than the first, and a container's grace longer than the last:
 * otherwise a normal stop cuts a mail off between the server's yes and its mark, and it is sent once more.
 */
export const STOP_MS = {
  /** Activities may go on until then. */
  grace: 15_000,
  /** Then they are given up. */
  force: 18_000,
  /** Then the process ends, whatever hangs. */
  exit: 20_000,
} as const;
