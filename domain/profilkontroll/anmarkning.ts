import type { Instant, Kalender } from '../kalender/kalender.js';
import type { Kodlista } from '../koder.js';

/** The sections that a profile is written in, each a page of its own. */
export const profildelar = {
  grund: 'Grunduppgifter',
  behorighet: 'Vem insatsen är för',
  faser: 'Faser och insatstid',
  frister: 'Frister',
  kapacitet: 'Kapacitet',
  team: 'Team och möten',
  mal: 'Mål och kodlistor',
  pengar: 'Kompetenshöjande medel',
  gallring: 'Gallring',
  ord: 'Egna ord',
  paminnelser: 'Påminnelser',
} as const satisfies Kodlista;
export type Profildel = keyof typeof profildelar;

/** Something in a profile that does not fit together. */
export interface Anmarkning {
  /** `fel` keeps the profile from being used; `varning` is for its author to think about. */
  readonly grad: 'fel' | 'varning';
  /** Where it is mended. */
  readonly del: Profildel;
  readonly mening: string;
}

/** What a profile is checked against beside itself. */
export interface Kontrollunderlag {
  readonly nu: Instant;
  readonly kalender: Kalender;
  /** How many verksamheter have a seat in each team, by its code; a team without people is not listed. */
  readonly verksamheterITeam?: Readonly<Record<string, number>>;
  /** The codes of teams that have open ärenden. */
  readonly teamMedArenden?: readonly string[];
}

export const fel = (del: Profildel, mening: string): Anmarkning => ({ grad: 'fel', del, mening });
export const varning = (del: Profildel, mening: string): Anmarkning => ({ grad: 'varning', del, mening });

/** For `filter`: what stands in a list a second time. */
export const isRepeated = <T>(one: T, at: number, all: readonly T[]): boolean => all.indexOf(one) !== at;

/** Working days to calendar days, roughly: enough to compare spans that are told in different kinds of days. */
export const KALENDERDAGAR_PER_ARBETSDAG = 7 / 5;
