import Holidays from 'date-holidays';
import { addDays, weekday, type Dag } from './tid.js';

/*
 * Swedish working days are Monday to Friday less röda dagar, midsommarafton, julafton and nyårsafton: the days that
 * lag (1930:173) 2 § counts. date-holidays marks the red ones `public` and the three aftnar `bank`.
 */
const sverige = new Holidays('SE', { types: ['public', 'bank'] });
const lediga = new Map<number, ReadonlySet<Dag>>();

function ledigaDagar(year: number): ReadonlySet<Dag> {
  const known = lediga.get(year);
  if (known) return known;
  const days = new Set(sverige.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)));
  lediga.set(year, days);
  return days;
}

/** Whether a day is a Swedish working day. */
export const isArbetsdag = (dag: Dag): boolean => weekday(dag) <= 5 && !ledigaDagar(Number(dag.slice(0, 4))).has(dag);

/**
 * The working day that lies a number of working days after (or, negative, before) a day. Zero gives the day itself when
 * it is a working day, otherwise the next one.
 */
export function addArbetsdagar(dag: Dag, arbetsdagar: number): Dag {
  if (arbetsdagar === 0) return arbetsdagFrom(dag);
  const step = arbetsdagar > 0 ? 1 : -1;
  let at = dag;
  for (let left = Math.abs(arbetsdagar); left > 0;) {
    at = addDays(at, step);
    if (isArbetsdag(at)) left -= 1;
  }
  return at;
}

/** The day itself when it is a working day, otherwise the next working day. */
export function arbetsdagFrom(dag: Dag): Dag {
  let at = dag;
  while (!isArbetsdag(at)) at = addDays(at, 1);
  return at;
}

/** The day itself when it is a working day, otherwise the last working day before it. */
export function arbetsdagBefore(dag: Dag): Dag {
  let at = dag;
  while (!isArbetsdag(at)) at = addDays(at, -1);
  return at;
}
