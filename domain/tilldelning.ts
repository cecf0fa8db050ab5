import { relationer, rattTill, stallen, type Arenderelation } from './atkomst.js';
import { hinder, type Hinder } from './hinder.js';
import type { Dag } from './kalender/kalender.js';
import {
  annansHinder,
  FAR_INTE_GORA,
  givandehinder,
  lamnandehinder,
  tagandehinder,
  type Flyttlage,
} from './tilldelningshinder.js';
import { mayDo, owes, owesInPlaceOf, type Agduppgift, type Uppgiftsperson } from './uppgiftsagare.js';

/*
 * Who has a task, of those who may do it: taking it, giving it, handing it back, putting it aside. It decides nothing. The
 * role or verksamhet goes on owing the task, its last day stands, and doing it is still its decision alone.
 */

/** Somebody who has a task or is to have it, as sentences name her. */
export interface Kollega extends Uppgiftsperson {
  readonly namn: string;
  /** Whether she still works here. */
  readonly aktiv: boolean;
}

/** An open task with who has taken it or was given it, and until when it is put aside. */
export interface Fordelbar extends Agduppgift {
  /** The last day to do it. */
  readonly forfaller: Dag;
  /** Who took it or was given it, whether or not she may still do it. */
  readonly tilldelad?: Kollega | undefined;
  readonly vilarTill?: Dag | undefined;
}

/** What is done with a task without doing it. */
export type Fordelning =
  | { readonly slag: 'ta' | 'lamna' | 'ta_fram' }
  | { readonly slag: 'ge'; readonly till: Kollega }
  | { readonly slag: 'vila'; readonly till: Dag };

export type Fordelningsslag = Fordelning['slag'];

/** Who has a task, and until when it is put aside. */
export interface Tilldelningslage {
  readonly tilldeladId?: string | undefined;
  readonly vilarTill?: Dag | undefined;
}

/**
 * Who has a task: whoever took it or was given it, as long as she works here and may do it. Who may not any longer has
 * nothing; the task is then again that of all who owe it.
 */
export const innehavare = (
  { tilldelad, ...uppgift }: Fordelbar,
  arende: Arenderelation,
  idag: Dag,
): Kollega | undefined => (tilldelad?.aktiv && mayDo(tilldelad, uppgift, arende, idag) ? tilldelad : undefined);

/** Whether several may owe a task together, so that taking it tells the others something. */
export const isDelad = ({ roll, personId }: Agduppgift): boolean =>
  personId === undefined && roll !== 'handlaggare' && roll !== 'koordinator';

/** Whether who has a task is the person, or somebody who is away whose task she may do in her place. */
const isHers = (har: Kollega, person: Uppgiftsperson, uppgift: Fordelbar, arende: Arenderelation, idag: Dag): boolean =>
  har.id === person.id || (stallen(person).some(({ id }) => id === har.id) && mayDo(person, uppgift, arende, idag));

/**
 * Whether a task is a person's own to do: she has it, or nobody has it and she owes it; in either case also in the place
 * of somebody who is away.
 */
export function isMine(person: Uppgiftsperson, uppgift: Fordelbar, arende: Arenderelation, idag: Dag): boolean {
  const har = innehavare(uppgift, arende, idag);
  return har === undefined ? owes(person, uppgift, arende, idag) : isHers(har, person, uppgift, arende, idag);
}

/**
 * In whose place a task is a person's to do.
 *
 * @returns the id of who is away; undefined when the task is her own, or not hers at all
 */
export function inPlaceOf(
  person: Uppgiftsperson,
  uppgift: Fordelbar,
  arende: Arenderelation,
  idag: Dag,
): string | undefined {
  const har = innehavare(uppgift, arende, idag);
  if (har === undefined) return owesInPlaceOf(person, uppgift, arende, idag);
  return har.id !== person.id && isHers(har, person, uppgift, arende, idag) ? har.id : undefined;
}

/** Whether a task may stand in a person's lists: it is hers, she owes it with others, or she may read the case. */
export const maySee = (person: Uppgiftsperson, uppgift: Fordelbar, arende: Arenderelation, idag: Dag): boolean =>
  rattTill(person, 'las_arende', arende, idag) !== undefined ||
  owes(person, uppgift, arende, idag) ||
  isMine(person, uppgift, arende, idag);

/** Whether what is put aside until a day rests: it comes back on that day, and never later than on its last day. */
export const restar = ({ vilarTill, forfaller }: Pick<Fordelbar, 'vilarTill' | 'forfaller'>, idag: Dag): boolean =>
  vilarTill !== undefined && idag < vilarTill && idag < forfaller;

/** Whether a task is put aside, by who has it. */
export const vilar = (uppgift: Fordelbar, arende: Arenderelation, idag: Dag): boolean =>
  restar(uppgift, idag) && innehavare(uppgift, arende, idag) !== undefined;

/** How a person stands to a task of an ärende that she wants to move. */
interface Prov extends Flyttlage {
  readonly forfaller: Dag;
}

const VILAR_INTE = hinder('vilar_inte', 'Uppgiften är inte lagd åt sidan. Den står bland det som ska göras.');

function vilohinder({ innehas, annan, far, skyldig, forfaller }: Prov, till: Dag, idag: Dag): Hinder | undefined {
  if (annan !== undefined)
    return hinder('annans', `${annan.namn} har uppgiften. Bara ${annan.namn} kan lägga den åt sidan.`);
  if (!innehas && !skyldig && !far) return FAR_INTE_GORA;
  if (forfaller <= idag)
    return hinder(
      'ingen_tid',
      `Uppgiften ${forfaller < idag ? 'är redan försenad' : 'ska vara gjord i dag'} och kan inte läggas åt sidan. Gör den, eller ge den till någon annan.`,
    );
  if (till <= idag) return hinder('redan_idag', 'Välj en dag efter i dag.');
  if (till > forfaller)
    return hinder('efter_sista_dagen', `Välj en dag senast ${forfaller}: det är uppgiftens sista dag.`);
  return undefined;
}

/** What stands in the way of doing something with a task, told to the person who tries; asked by page and record alike. */
export function fordelningshinder(
  person: Uppgiftsperson,
  fordelning: Fordelning,
  uppgift: Fordelbar,
  arende: Arenderelation,
  idag: Dag,
): Hinder | undefined {
  const har = innehavare(uppgift, arende, idag);
  const annan = har && !isHers(har, person, uppgift, arende, idag) ? har : undefined;
  const prov: Prov = {
    innehas: har !== undefined,
    annan,
    far: mayDo(person, uppgift, arende, idag),
    skyldig: owes(person, uppgift, arende, idag),
    leder: relationer(person, arende, idag).includes('sammankallande'),
    forfaller: uppgift.forfaller,
  };
  switch (fordelning.slag) {
    case 'ta':
      return tagandehinder(prov);
    case 'lamna':
      return lamnandehinder(prov);
    case 'ge':
      return givandehinder(prov, fordelning.till, mayDo(fordelning.till, uppgift, arende, idag));
    case 'vila':
      return vilohinder(prov, fordelning.till, idag);
    case 'ta_fram':
      return vilar(uppgift, arende, idag) ? annansHinder(prov, 'ta fram den') : VILAR_INTE;
  }
}

/**
 * Who has a task afterwards, when nothing stands in the way. Who puts one aside has it: what rests is somebody's. A new
 * holder decides herself whether it rests.
 */
export function efterFordelning(
  person: Pick<Uppgiftsperson, 'id'>,
  fordelning: Fordelning,
  { tilldelad, vilarTill }: Pick<Fordelbar, 'tilldelad' | 'vilarTill'>,
): Tilldelningslage {
  const given = (id: string): Tilldelningslage =>
    tilldelad?.id === id && vilarTill !== undefined ? { tilldeladId: id, vilarTill } : { tilldeladId: id };
  switch (fordelning.slag) {
    case 'ta':
      return given(person.id);
    case 'ge':
      return given(fordelning.till.id);
    case 'lamna':
      return {};
    case 'vila':
      return { tilldeladId: person.id, vilarTill: fordelning.till };
    case 'ta_fram':
      return tilldelad === undefined ? {} : { tilldeladId: tilldelad.id };
  }
}
