import { stallen, type Person } from '../atkomst.js';
import type { Hinder } from '../hinder.js';
import type { Kollega } from '../tilldelning.js';
import { givandehinder, lamnandehinder, tagandehinder, type Flyttlage } from '../tilldelningshinder.js';
import { insatsrattTill, type Insatsrelationer } from './atkomst.js';
import { insatsuppgiftstyper, type Insatsuppgiftstyp } from './uppgifter.js';

/*
 * Who has a task of a whole insats, of those who hold the role that owes it. As with an ärende's task it decides nothing:
 * the role goes on owing it, and doing it is still its decision alone.
 */

/** An open task of an insats with who has taken it or was given it, whether or not she may still do it. */
export interface FordelbarInsatsuppgift {
  readonly typ: Insatsuppgiftstyp;
  readonly insatsId: string;
  readonly tilldelad?: Kollega | undefined;
}

/** What is done with such a task without doing it. It is not put aside: it has days, not weeks. */
export type Insatsfordelning = { readonly slag: 'ta' | 'lamna' } | { readonly slag: 'ge'; readonly till: Kollega };
export type Insatsfordelningsslag = Insatsfordelning['slag'];

const insatsen = ({ insatsId }: Pick<FordelbarInsatsuppgift, 'insatsId'>): Insatsrelationer => ({
  insatsId,
  teamIds: [],
});

/** Whether a person may do a task, which is whether she owes it: she holds its role, or stands in for who does. */
export const farGora = (person: Person, uppgift: Pick<FordelbarInsatsuppgift, 'typ' | 'insatsId'>): boolean =>
  insatsrattTill(person, insatsuppgiftstyper[uppgift.typ].beslut, insatsen(uppgift)) !== undefined;

/** Whether a task may stand in a person's lists: she may do it, or sees what goes on in the insats. */
export const farSe = (person: Person, uppgift: Pick<FordelbarInsatsuppgift, 'typ' | 'insatsId'>): boolean =>
  farGora(person, uppgift) || insatsrattTill(person, 'las_inkorg', insatsen(uppgift)) !== undefined;

/** Who has a task: whoever took it or was given it, as long as she works here and may do it. */
export const insatsinnehavare = ({ tilldelad, ...uppgift }: FordelbarInsatsuppgift): Kollega | undefined =>
  tilldelad?.aktiv && farGora(tilldelad, uppgift) ? tilldelad : undefined;

/** Whether who has a task is the person, or somebody who is away whose task she may do in her place. */
const isHers = (har: Kollega, person: Person, uppgift: FordelbarInsatsuppgift): boolean =>
  har.id === person.id || (stallen(person).some(({ id }) => id === har.id) && farGora(person, uppgift));

/** Whether a task is a person's own to do: she has it, or nobody has it and she owes it. */
export function isMin(person: Person, uppgift: FordelbarInsatsuppgift): boolean {
  const har = insatsinnehavare(uppgift);
  return har === undefined ? farGora(person, uppgift) : isHers(har, person, uppgift);
}

/** What stands in the way of doing something with a task, told to the person who tries; asked by page and record alike. */
export function insatsfordelningshinder(
  person: Person,
  fordelning: Insatsfordelning,
  uppgift: FordelbarInsatsuppgift,
): Hinder | undefined {
  const har = insatsinnehavare(uppgift);
  const far = farGora(person, uppgift);
  const lage: Flyttlage = {
    innehas: har !== undefined,
    annan: har && !isHers(har, person, uppgift) ? har : undefined,
    far,
    skyldig: far,
    leder: insatsrattTill(person, 'motesandring', insatsen(uppgift)) !== undefined,
  };
  switch (fordelning.slag) {
    case 'ta':
      return tagandehinder(lage);
    case 'lamna':
      return lamnandehinder(lage);
    case 'ge':
      return givandehinder(lage, fordelning.till, farGora(fordelning.till, uppgift));
  }
}

/** The id of who has a task afterwards, when nothing stands in the way. */
export function efterInsatsfordelning(person: Pick<Person, 'id'>, fordelning: Insatsfordelning): string | undefined {
  switch (fordelning.slag) {
    case 'ta':
      return person.id;
    case 'ge':
      return fordelning.till.id;
    case 'lamna':
      return undefined;
  }
}
