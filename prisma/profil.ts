import type { Insatsprofil } from '../domain/insatsprofil.js';
import { completeProfil, type Profilinnehall } from '../domain/standardprofil.js';

/** The profile that a row of `insatsprofil` holds, with the standard's values where it is silent. */
export const asProfil = (innehall: unknown): Insatsprofil => completeProfil(innehall as Profilinnehall);
