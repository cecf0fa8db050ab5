import { faser, type Fas } from './faser.js';
import type { Insatsprofil, Kodrad, Mal } from './insatsprofil.js';
import { avslutsorsaker, forsorjningar, roller, sysselsattningar, type Kodlista, type Rollkod } from './koder.js';

/** The code lists that an insats may have of its own. */
export interface Profilkoder {
  readonly avslutsorsaker: Kodlista;
  readonly sysselsattningar: Kodlista;
  readonly forsorjningar: Kodlista;
}

/** The lists that every insats has unless its profile says otherwise. */
export const standardkoder: Profilkoder = { avslutsorsaker, sysselsattningar, forsorjningar };

/**
 * Reasons that the process itself knows: after them nobody is followed up, and a felregistrering is in no counter
 * (design 2.10, 2.11). An insats's own list has them whether it says so or not.
 */
export const FASTA_AVSLUTSORSAKER = ['avliden', 'felregistrering'] as const;

/**
 * The code lists of an insats: its profile's own, or the standard's. In the order in which they are offered.
 *
 * @param profil the profile version of the case, so that a case keeps the words it started with
 */
export function koderFor({ koder = {} }: Pick<Insatsprofil, 'koder'>): Profilkoder {
  const orsaker = asLista(koder.avslutsorsaker) ?? standardkoder.avslutsorsaker;
  const fixed = Object.fromEntries(FASTA_AVSLUTSORSAKER.map((kod) => [kod, avslutsorsaker[kod]]));
  return {
    avslutsorsaker: { ...orsaker, ...fixed, ...orsaker },
    sysselsattningar: asLista(koder.sysselsattningar) ?? standardkoder.sysselsattningar,
    forsorjningar: asLista(koder.forsorjningar) ?? standardkoder.forsorjningar,
  };
}

/**
 * The lists of a remiss: the insats's own, and that there is nothing to tell, which a list of outcomes may leave out.
 *
 * @param profil missing while no insats is chosen: the standard's lists
 */
export function koderVidRemiss(profil: Pick<Insatsprofil, 'koder'> = {}): Omit<Profilkoder, 'avslutsorsaker'> {
  const egna = koderFor(profil);
  return {
    sysselsattningar: { ...egna.sysselsattningar, ingen: egna.sysselsattningar['ingen'] ?? sysselsattningar.ingen },
    forsorjningar: {
      ...egna.forsorjningar,
      ingen_offentlig: egna.forsorjningar['ingen_offentlig'] ?? forsorjningar.ingen_offentlig,
    },
  };
}

const asLista = (rader?: readonly Kodrad[]): Kodlista | undefined =>
  rader && Object.fromEntries(rader.map(({ kod, namn }) => [kod, namn]));

/** The words of a code of one of an insats's lists; the code itself when no list has it any longer. */
export const kodord = (profil: Pick<Insatsprofil, 'koder'>, lista: keyof Profilkoder, kod: string): string =>
  koderFor(profil)[lista][kod] ?? standardkoder[lista][kod] ?? kod;

/** What a phase is called in an insats: the profile's word, or the standard's. */
export const fasord = ({ fasord: egna = {} }: Pick<Insatsprofil, 'fasord'>, fas: Fas): string =>
  egna[fas] ?? faser[fas];

/** What a role is called in an insats: the profile's word, or the standard's. */
export const rollord = ({ rollord: egna = {} }: Pick<Insatsprofil, 'rollord'>, roll: Rollkod): string =>
  egna[roll] ?? roller[roll];

/** What the last self-rating shows beside the first; a goal may count it. */
export const skattningsutfall = {
  hogre: 'Högre steg än vid starten',
  samma: 'Samma steg som vid starten',
  lagre: 'Lägre steg än vid starten',
} as const satisfies Kodlista;

/** The list whose codes a goal counts, in the insats's own words. */
export function malkoder(profil: Pick<Insatsprofil, 'koder'>, slag: NonNullable<Mal['taljare']>['slag']): Kodlista {
  const egna = koderFor(profil);
  return {
    orsak: egna.avslutsorsaker,
    sysselsattning: egna.sysselsattningar,
    forsorjning: egna.forsorjningar,
    skattning: skattningsutfall,
  }[slag];
}
