import type { Instant } from './kalender/kalender.js';
import type { Kodlista } from './koder.js';

/** How long one ärende stands open in an emergency. */
export const NODATKOMST_TIMMAR = 4;

/** What a granskare finds of it afterwards. */
export const bedomningar = {
  utan_anmarkning: 'Utan anmärkning',
  anmarkning: 'Med anmärkning',
} as const satisfies Kodlista;
export type Bedomning = keyof typeof bedomningar;

interface Nodatkomstroll {
  readonly roll: string;
  readonly part?: string | undefined;
}

/**
 * The part for which somebody may open an ärende in an emergency: one that she has the role for and that takes part in the
 * ärende today, as its huvudman or by a samtycke that opens it to one of the part's verksamheter. Secrecy between
 * authorities is not lifted by an emergency, nor that between kommuner. A role without a part opens nothing.
 *
 * @param parter the parter that take part
 */
export const nodatkomstpart = (roller: readonly Nodatkomstroll[], parter: readonly string[]): string | undefined =>
  roller.find(({ roll, part }) => roll === 'nodatkomst' && part !== undefined && parter.includes(part))?.part;

/** The moment at which an opening ends. */
export const nodatkomstSlut = (nu: Instant): Instant =>
  new Date(Date.parse(nu) + NODATKOMST_TIMMAR * 3_600_000).toISOString();
