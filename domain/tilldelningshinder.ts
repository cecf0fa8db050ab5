import { hinder, type Hinder } from './hinder.js';

/*
 * What stands in the way of taking, giving or handing back a task, told to the person who tries: the same for a task of an
 * ärende and for one of a whole insats.
 */

/** Somebody as the sentences name her. */
interface Namngiven {
  readonly namn: string;
  /** Whether she still works here. */
  readonly aktiv: boolean;
}

/** How a person stands to a task that she wants to move. */
export interface Flyttlage {
  /** Whether somebody has it. */
  readonly innehas: boolean;
  /** Who has it, when that is neither she nor somebody in whose place she acts. */
  readonly annan: Namngiven | undefined;
  /** Whether she may do it, her own or not. */
  readonly far: boolean;
  /** Whether she owes it, alone or with others. */
  readonly skyldig: boolean;
  /** Whether she leads what it belongs to: then she disposes of what others have too. */
  readonly leder: boolean;
}

export const AVSLUTAD = hinder('avslutad', 'Uppgiften är redan gjord eller behövs inte längre.');
export const OKAND_MOTTAGARE = hinder('okand_mottagare', 'Personen finns inte längre. Välj någon annan.');
export const FAR_INTE_GORA = hinder(
  'far_inte_gora',
  'Du får inte göra den här uppgiften. Bara den som kan fatta beslutet kan ta den.',
);
const INGEN_HAR = hinder('ingen_har', 'Ingen har tagit uppgiften. Den ligger redan hos alla som kan göra den.');

/** What stands in the way of disposing of a task that somebody else has; who leads may always. @param gora the verb, in Swedish */
export function annansHinder({ annan, leder }: Pick<Flyttlage, 'annan' | 'leder'>, gora: string): Hinder | undefined {
  if (annan === undefined || leder) return undefined;
  return hinder('annans', `${annan.namn} har uppgiften. Bara ${annan.namn} eller sammankallande kan ${gora}.`);
}

/** What stands in the way of taking it. */
export function tagandehinder({ far, annan }: Flyttlage): Hinder | undefined {
  if (!far) return FAR_INTE_GORA;
  if (annan === undefined) return undefined;
  return hinder(
    'tagen',
    `${annan.namn} har redan uppgiften. Be ${annan.namn} lämna tillbaka den, eller be sammankallande ge den till dig.`,
  );
}

/** What stands in the way of handing it back. */
export const lamnandehinder = (lage: Flyttlage): Hinder | undefined =>
  lage.innehas ? annansHinder(lage, 'lämna tillbaka den') : INGEN_HAR;

/** What stands in the way of giving it to somebody. @param kan whether she may do it */
export function givandehinder(lage: Flyttlage, till: Namngiven, kan: boolean): Hinder | undefined {
  if (!(lage.innehas || lage.leder || lage.skyldig || lage.far))
    return hinder('far_inte_ge', 'Du kan inte ge bort den här uppgiften: den är varken din eller din att göra.');
  if (!till.aktiv)
    return hinder(
      'inte_aktiv',
      `${till.namn} arbetar inte längre i Remissflöde. Välj någon annan att ge uppgiften till.`,
    );
  if (!kan)
    return hinder('mottagaren_far_inte', `${till.namn} får inte göra uppgiften. Välj någon som kan fatta beslutet.`);
  return annansHinder(lage, 'ge den till någon annan');
}
