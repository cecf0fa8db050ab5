import type { Brev } from '../brev.js';
import type { Brevunderlag } from '../underlag.js';

/** How a mail names the ärende: at the beginning of its subject, inside a sentence, and among its facts. */
export interface Arendeord {
  readonly amne: string;
  readonly iMening: string;
  readonly fakta: Brev['fakta'];
}

/** The ärende by its number; of a protected person that there is one, and nothing that tells which. */
export const arendeord = ({ nummer, utanNummer }: Pick<Brevunderlag, 'nummer' | 'utanNummer'>): Arendeord =>
  utanNummer
    ? { amne: 'Skyddat ärende', iMening: 'ett ärende med skyddade personuppgifter', fakta: [] }
    : { amne: nummer, iMening: `ärendet ${nummer}`, fakta: [{ term: 'Ärende', varde: nummer }] };
