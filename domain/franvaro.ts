import { hinder, type Hinder } from './hinder.js';
import { ettArEfter, type Dag } from './kalender/kalender.js';

/** Days on which somebody is away, both the first and the last included. */
export interface Franvaroperiod {
  readonly fran: Dag;
  readonly till: Dag;
}

/** Whether a day is one of a period's. */
export const omfattar = ({ fran, till }: Franvaroperiod, dag: Dag): boolean => fran <= dag && dag <= till;

/** Whether two periods have a day in common. */
export const overlappar = (a: Franvaroperiod, b: Franvaroperiod): boolean => a.fran <= b.till && b.fran <= a.till;

/** Where an absence stands on a day: it lies ahead, holds, or is over. */
export const franvarolage = ({ fran, till }: Franvaroperiod, idag: Dag): 'kommande' | 'pagar' | 'over' =>
  idag < fran ? 'kommande' : idag > till ? 'over' : 'pagar';

const KROCKAR = (andra: Franvaroperiod): Hinder =>
  hinder(
    'krockar',
    `Personen är redan borta ${andra.fran}–${andra.till}. Välj andra dagar, eller ändra den frånvaron.`,
  );

const slutHinder = ({ fran, till }: Franvaroperiod): Hinder | undefined => {
  if (till < fran) return hinder('slut_fore_start', 'Sista dagen kan inte vara före första dagen.');
  return till > ettArEfter(fran)
    ? hinder('for_lang', 'En frånvaro kan vara högst ett år. Ange en tidigare dag.')
    : undefined;
};

/**
 * What stands in the way of a new absence: an absence only says whose the tasks are from today on, so it cannot begin
 * earlier; it lies at most a year ahead and lasts at most a year, and two of one person have no day in common.
 *
 * @param andra the person's other absences that have not been taken back
 * @returns codes `bakat`, `slut_fore_start`, `for_langt_fram`, `for_lang`, `krockar`
 */
export function franvarohinder(
  period: Franvaroperiod,
  andra: readonly Franvaroperiod[],
  idag: Dag,
): Hinder | undefined {
  if (period.fran < idag) return hinder('bakat', 'Frånvaron kan börja tidigast i dag.');
  if (period.fran > ettArEfter(idag)) return hinder('for_langt_fram', 'Frånvaron kan börja högst ett år framåt.');
  return slutHinder(period) ?? krock(period, andra);
}

/**
 * What stands in the way of another last day of an absence that holds or lies ahead. The days that have been stay as
 * they were; who is back already takes the absence back instead.
 *
 * @param andra the person's other absences that have not been taken back
 * @returns codes `over`, `redan_gangen`, `slut_fore_start`, `for_lang`, `krockar`
 */
export function slutandringshinder(
  period: Franvaroperiod,
  till: Dag,
  andra: readonly Franvaroperiod[],
  idag: Dag,
): Hinder | undefined {
  if (franvarolage(period, idag) === 'over') return hinder('over', 'Frånvaron är redan över.');
  if (till < idag)
    return hinder('redan_gangen', 'Sista dagen kan tidigast vara i dag. Är personen tillbaka? Ta tillbaka frånvaron.');
  const changed = { fran: period.fran, till };
  return slutHinder(changed) ?? krock(changed, andra);
}

const krock = (period: Franvaroperiod, andra: readonly Franvaroperiod[]): Hinder | undefined => {
  const other = andra.find((one) => overlappar(one, period));
  return other && KROCKAR(other);
};
