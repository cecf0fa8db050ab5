import type { Insatsprofil } from './insatsprofil.js';
import type { Medelforslag } from './lage.js';

/** A proposal of kompetenshöjande medel, as far as the riktlinjer look at it. */
interface Forslag {
  /** Whole kronor. */
  readonly belopp: number;
  /** Whether an external specialist is paid. */
  readonly extern: boolean;
}

/**
 * Who decides on a proposal (design 2.7): sammankallande within the styrgrupp's riktlinjer; the styrgrupp above the
 * ceiling, for every external specialist, and when the year's sum is not enough.
 *
 * @param kvar what is left of the year's sum, in whole kronor; missing: not known, and not asked
 */
export function medelBeslutasAv(
  { belopp, extern }: Forslag,
  { medel }: Pick<Insatsprofil, 'medel'>,
  kvar?: number,
): Medelforslag['beslutas'] {
  const within =
    medel !== undefined && !extern && belopp <= medel.takPerBeslut && (kvar === undefined || belopp <= kvar);
  return within ? 'sammankallande' : 'styrgrupp';
}

/** What is left of a year's sum, in whole kronor; negative when the styrgrupp has gone beyond it. */
export const medelKvar = ({ arssumma }: NonNullable<Insatsprofil['medel']>, beviljat: number): number =>
  arssumma - beviljat;
