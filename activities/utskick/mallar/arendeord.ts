import type { Brev } from '../brev.js';
import type { Brevunderlag } from '../underlag.js';

/** How a mail names the ärende: at the beginning of its subject, inside a sentence, and among its facts. */
export interface Arendeord {
  readonly amne: string;
  readonly iMening: string;
  readonly fakta: Brev['fakta'];
}

/**
 * The ärende by its number; of a protected person that there is one. Nothing tells which, nor that it is protected: the
 * mailbox is kept by others, and the reader may not know it herself.
 */
export const arendeord = ({ nummer, utanNummer }: Pick<Brevunderlag, 'nummer' | 'utanNummer'>): Arendeord =>
  utanNummer
    ? { amne: 'Ett ärende', iMening: 'ett ärende', fakta: [] }
    : { amne: nummer, iMening: `ärendet ${nummer}`, fakta: [{ term: 'Ärende', varde: nummer }] };
