import { hinder, type Hinder } from '../hinder.js';
import { ettArEfter, type Dag } from '../kalender/kalender.js';
import type { Lage } from '../lage.js';

/**
 * What stands in the way of a day on which something in a participation is said to have happened: it has not come yet, or
 * it was before the participation.
 *
 * @param idag the Swedish day of the decision
 * @param vad what happened, in definite form with a capital, as the sentence begins
 * @returns codes `framtida_datum` and `fore_start`
 */
export function datumhinder(
  { startdatum }: Pick<Lage, 'startdatum'>,
  idag: Dag,
  datum: Dag,
  vad: string,
): Hinder | undefined {
  if (datum > idag) return hinder('framtida_datum', `${vad} kan inte ligga i framtiden.`);
  if (startdatum !== undefined && datum < startdatum)
    return hinder('fore_start', `${vad} kan inte ligga före startdatum, ${startdatum}.`);
  return undefined;
}

/** What stands in the way of a startdatum that lies too far ahead. @returns code `for_langt_fram` */
export const starthinder = (idag: Dag, startdatum: Dag): Hinder | undefined =>
  startdatum > ettArEfter(idag)
    ? hinder('for_langt_fram', 'Startdatum kan ligga högst ett år framåt. Ange en tidigare dag.')
    : undefined;
