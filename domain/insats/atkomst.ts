import { asGrund, stallen, type Person, type Rattsgrund } from '../atkomst.js';
import type { Insatsbeslutstyp } from './lage.js';

/** How a person stands to an insats. */
export type Insatsrelation = 'sammankallande' | 'koordinator' | 'teamrepresentant' | 'styrgrupp';

/** What can be read of an insats: its calendar, teams and obstacles; what goes on in it, ärende by ärende. */
export type Insatslasning = 'las_insats' | 'las_inkorg' | 'las_styrgrupp';

const RATT: Readonly<Record<Insatslasning | Insatsbeslutstyp, readonly Insatsrelation[]>> = {
  las_insats: ['sammankallande', 'koordinator', 'teamrepresentant', 'styrgrupp'],
  las_inkorg: ['sammankallande', 'koordinator'],
  las_styrgrupp: ['styrgrupp'],
  motesandring: ['sammankallande'],
  koversyn: ['sammankallande'],
  hinderanmalan: ['teamrepresentant', 'koordinator', 'sammankallande'],
  hindersvar: ['styrgrupp'],
};

/** The insats as far as access to it goes. */
export interface Insatsrelationer {
  readonly insatsId: string;
  readonly teamIds: readonly string[];
}

/**
 * The right by which a person may read or decide in an insats and in whose place, or `undefined`: what is not granted
 * here is refused (design 3). A role without an insats is held for every insats.
 */
export function insatsrattsgrund(
  person: Person,
  handling: Insatslasning | Insatsbeslutstyp,
  { insatsId, teamIds }: Insatsrelationer,
): Rattsgrund<Insatsrelation> | undefined {
  for (const stalle of stallen(person)) {
    const has = (roll: string) =>
      stalle.roller.some((one) => one.roll === roll && (one.insatsId === undefined || one.insatsId === insatsId));
    const grund = RATT[handling].find((relation) =>
      relation === 'teamrepresentant' ? stalle.team.some(({ teamId }) => teamIds.includes(teamId)) : has(relation),
    );
    if (grund) return asGrund(grund, stalle);
  }
  return undefined;
}

/** The right by which a person may read or decide in an insats, whoever's it is; see {@link insatsrattsgrund}. */
export const insatsrattTill = (
  person: Person,
  handling: Insatslasning | Insatsbeslutstyp,
  relation: Insatsrelationer,
): Insatsrelation | undefined => insatsrattsgrund(person, handling, relation)?.grund;

/** The right by which a person may open a meeting: she leads its insats, or sits in its team (design 3). */
export function motesratt(
  person: Person,
  { insatsId, teamId }: { readonly insatsId: string; readonly teamId: string },
): 'sammankallande' | 'teamrepresentant' | undefined {
  if (insatsrattTill(person, 'motesandring', { insatsId, teamIds: [teamId] })) return 'sammankallande';
  return stallen(person).some(({ team }) => team.some((plats) => plats.teamId === teamId))
    ? 'teamrepresentant'
    : undefined;
}
