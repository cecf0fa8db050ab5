import { hinder, type Hinder } from './hinder.js';
import type { Rollkod } from './koder.js';

/*
 * Somebody leaves, or changes work: everything that is hers goes to one other of the same verksamhet (design 2: bulk
 * hand-over). What is said here is asked by the preview, by the transaction that begins it and by each ärende.
 */

/** Who takes over, as far as the rules go. */
export interface Overtagare {
  readonly verksamhetId: string;
  /** The insatser in which she is koordinator, or will be when the roles have been moved. */
  readonly koordinatorI: 'alla' | readonly string[];
}

/** What of an open ärende is hers who hands over. */
export interface Arendeinnehav {
  readonly insatsId: string;
  readonly koordinator: boolean;
  /** The verksamhet from which she sent the remiss, when she is its remittent. */
  readonly remissFran?: string | undefined;
  /** The verksamheter for which she has promised something, by name. */
  readonly lovatFor: readonly string[];
}

/**
 * What stands in the way of taking over an ärende: a koordinator needs the role, and what samtycke opens to a verksamhet
 * stays there.
 *
 * @returns codes `okand_koordinator`, `annan_verksamhet`
 */
export function overtagandehinder(
  { insatsId, koordinator, remissFran, lovatFor }: Arendeinnehav,
  { verksamhetId, koordinatorI }: Overtagare,
): Hinder | undefined {
  if (koordinator && koordinatorI !== 'alla' && !koordinatorI.includes(insatsId))
    return hinder('okand_koordinator', 'Den som tar över är inte koordinator i insatsen. Ge hen rollen först.');
  const behover = [...lovatFor, ...(remissFran === undefined ? [] : [remissFran])];
  if (behover.some((one) => one !== verksamhetId))
    return hinder(
      'annan_verksamhet',
      'Något i ärendet hör till en annan verksamhet än den som båda arbetar i. Det kan bara någon där ta över.',
    );
  return undefined;
}

/** A seat in a team, for a verksamhet. */
export interface Teamplats {
  readonly teamId: string;
  readonly verksamhetId: string;
  readonly ersattare: boolean;
}

/**
 * What stands in the way of taking over a seat: it is for the verksamhet that both work at, and nobody sits in a team for
 * two. Who sits there as ersättare for it already gets the ordinary seat.
 *
 * @param sitter the seats that the receiver has
 */
export function platshinder(
  plats: Teamplats,
  verksamhetId: string,
  sitter: readonly Teamplats[],
): 'annan_verksamhet' | 'sitter_redan' | undefined {
  if (plats.verksamhetId !== verksamhetId) return 'annan_verksamhet';
  const own = sitter.find(({ teamId }) => teamId === plats.teamId);
  return own && own.verksamhetId !== plats.verksamhetId ? 'sitter_redan' : undefined;
}

/** What administers or watches is given by somebody who knows the person, and never handed over. */
const STANNAR: readonly string[] = ['kansli', 'granskare', 'forvaltare', 'arkivansvarig'] satisfies Rollkod[];

/** Whether a role goes to the receiver: the work does. */
export const rollFoljerMed = (roll: string): boolean => !STANNAR.includes(roll);

/** What was moved at once by a hand-over, in numbers; and what was not, and why. */
export interface Flyttat {
  readonly roller: number;
  readonly platser: number;
  /** Seats that stay, each with why. */
  readonly platserKvar: readonly ('annan_verksamhet' | 'sitter_redan')[];
  /** Tasks that were given to her by name, of a role or a verksamhet. */
  readonly tilldelade: number;
  /** Tasks to herself that are tied to an ärende which is not handed over as a whole. */
  readonly egna: number;
  /** Those that stay: the receiver may not read their ärende. */
  readonly egnaKvar: number;
  /** People whom she stands in for, now or always. */
  readonly ersattare: number;
}

/** Why an ärende could not be handed over, in words. */
const FEL: Readonly<Record<string, string>> = {
  okand_koordinator: 'Den som tar över är inte koordinator i insatsen. Ge hen rollen, och försök igen.',
  annan_verksamhet: 'Något i ärendet hör till en annan verksamhet. Någon där behöver ta över det.',
  okand_mottagare: 'Den som tar över är inte aktiv längre, eller arbetar inte i samma verksamhet.',
  hann_fore: 'Ärendet ändrades i samma stund. Försök igen.',
};

/** Why an ärende could not be handed over, by the code of what refused it. */
export const felIOrd = (kod: string): string => FEL[kod] ?? 'Ärendet kunde inte lämnas över. Försök igen.';
