import type { Instant } from './kalender/kalender.js';

/** What a team's calendar has beside its cadence. */
export interface Motesandringar {
  /** Meetings of the cadence that are not held, or were moved away. */
  readonly installda: readonly Instant[];
  /** Meetings beside the cadence: extra ones, and where moved ones went. */
  readonly extra: readonly Instant[];
}

/** How full an agenda is. */
export interface Belaggning {
  readonly borjar: Instant;
  readonly upptagna: number;
  /** Of these, cases that take an earmarked slot. */
  readonly nollplacerade: number;
}

/** What the rules need to know of a team's coming meetings to put a case on an agenda. */
export interface Dagordning {
  readonly andringar: Motesandringar;
  readonly belaggning: readonly Belaggning[];
}
