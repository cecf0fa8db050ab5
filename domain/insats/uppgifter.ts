import type { Rollkod } from '../koder.js';
import type { Insatsbeslutstyp } from './lage.js';

/** A kind of task that concerns the insats and no single ärende. */
export interface Insatsuppgiftsbeskrivning {
  readonly rubrik: string;
  readonly varfor: string;
  readonly roll: Extract<Rollkod, 'sammankallande' | 'styrgrupp'>;
  readonly beslut: Insatsbeslutstyp;
}

/** Every kind of task of an insats; completing one is taking its decision. */
export const insatsuppgiftstyper = {
  koversyn: {
    rubrik: 'Se över kön',
    varfor: 'Personer väntar på plats. Kön ses över med jämna mellanrum.',
    roll: 'sammankallande',
    beslut: 'koversyn',
  },
  hindersvar: {
    rubrik: 'Svara på strukturellt hinder',
    varfor: 'Teamet har anmält ett hinder som ligger utanför de enskilda ärendena.',
    roll: 'styrgrupp',
    beslut: 'hindersvar',
  },
} as const satisfies Record<string, Insatsuppgiftsbeskrivning>;

export type Insatsuppgiftstyp = keyof typeof insatsuppgiftstyper;
