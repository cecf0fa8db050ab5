import { hinder, type Hinder } from '../hinder.js';
import { roller, type Kodlista } from '../koder.js';

/** The roles that are held in one insats; a seat in its team is held beside them. */
export const insatsroller = {
  koordinator: roller.koordinator,
  sammankallande: roller.sammankallande,
  styrgrupp: roller.styrgrupp,
} as const satisfies Kodlista;
export type Insatsroll = keyof typeof insatsroller;

/** What tells whether a person may lose a role in an insats. */
export interface Rollforlust {
  readonly roll: Insatsroll;
  readonly namn: string;
  /** What the insats calls the role. */
  readonly ord: string;
  /** Other active people who hold the role in the insats, or in every insats. */
  readonly andra: number;
  /** Open ärenden that she is koordinator of, in the insats. */
  readonly arenden: number;
  /** Whether she leads the insats's styrgrupp. */
  readonly ordforande?: boolean;
}

/** What keeps a person in a role: the work that nobody would have after her (design 2.9, "byte av koordinator"). */
export function provaRollforlust(forlust: Rollforlust): Hinder | undefined {
  const { roll, namn, ord, andra, arenden, ordforande = false } = forlust;
  if (ordforande && andra > 0)
    return hinder('ar_ordforande', `${namn} är ordförande. Gör någon annan till ordförande först.`);
  switch (roll) {
    case 'sammankallande':
    case 'styrgrupp':
      return andra > 0
        ? undefined
        : hinder('sista_i_rollen', `${namn} är ensam om rollen ${ord}. Ge någon annan rollen först.`);
    case 'koordinator':
      return arenden === 0
        ? undefined
        : hinder(
            'har_arenden',
            `${namn} har ${arenden} ${arenden === 1 ? 'öppet ärende' : 'öppna ärenden'}. Byt koordinator i ${arenden === 1 ? 'det' : 'dem'} först.`,
          );
  }
}

/** What tells whether a person may leave a team. */
export interface Teamforlust {
  readonly namn: string;
  readonly verksamhet: string;
  /** Other active people who sit there for the same verksamhet, ersättare too. */
  readonly andra: number;
  /** Open tasks that the verksamhet has as one of the team. */
  readonly uppgifter: number;
}

/** What keeps a person in a team: tasks of her verksamhet that nobody would have after her. */
export const provaTeamforlust = ({ namn, verksamhet, andra, uppgifter }: Teamforlust): Hinder | undefined =>
  andra > 0 || uppgifter === 0
    ? undefined
    : hinder(
        'har_uppgifter',
        `${namn} är ensam från ${verksamhet} i teamet, och verksamheten har ${uppgifter} ${uppgifter === 1 ? 'öppen uppgift' : 'öppna uppgifter'}. Lägg till en annan därifrån först.`,
      );
