import type { Person } from '../atkomst.js';
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
 * The right by which a person may read or decide in an insats, or `undefined`: what is not granted here is refused
 * (design 3). A role without an insats is held for every insats.
 */
export function insatsrattTill(
  person: Person,
  handling: Insatslasning | Insatsbeslutstyp,
  { insatsId, teamIds }: Insatsrelationer,
): Insatsrelation | undefined {
  const has = (roll: string) =>
    person.roller.some((one) => one.roll === roll && (one.insatsId === undefined || one.insatsId === insatsId));
  return RATT[handling].find((relation) =>
    relation === 'teamrepresentant' ? person.team.some(({ teamId }) => teamIds.includes(teamId)) : has(relation),
  );
}
