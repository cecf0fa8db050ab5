import Holidays from 'date-holidays';
import { dagAt, dagnummer, type Dag } from './tid.js';

/*
 * Swedish working days are Monday to Friday less röda dagar, midsommarafton, julafton and nyårsafton: the days that
 * lag (1930:173) 2 § counts. date-holidays marks the red ones `public` and the three aftnar `bank`.
 *
 * Days are counted as numbers: a task that is years over its time has its next reminder hundreds of working days on.
 */
const sverige = new Holidays('SE', { types: ['public', 'bank'] });
const lediga = new Map<number, ReadonlySet<number>>();

function ledigaDagar(year: number): ReadonlySet<number> {
  const known = lediga.get(year);
  if (known) return known;
  const days = new Set(sverige.getHolidays(year).map((holiday) => dagnummer(holiday.date.slice(0, 10))));
  lediga.set(year, days);
  return days;
}

const DAY_MS = 86_400_000;
const oppna = new Map<number, boolean>();

function isOppen(nummer: number): boolean {
  const known = oppna.get(nummer);
  if (known !== undefined) return known;
  const day = new Date(nummer * DAY_MS);
  const isWeekend = day.getUTCDay() % 6 === 0;
  const open = !isWeekend && !ledigaDagar(day.getUTCFullYear()).has(nummer);
  oppna.set(nummer, open);
  return open;
}

/** The first working day from a day on, in one direction. */
function nearest(dag: Dag, step: 1 | -1): Dag {
  let at = dagnummer(dag);
  while (!isOppen(at)) at += step;
  return dagAt(at);
}

/** Whether a day is a Swedish working day. */
export const isArbetsdag = (dag: Dag): boolean => isOppen(dagnummer(dag));

/**
 * The working day that lies a number of working days after (or, negative, before) a day. Zero gives the day itself when
 * it is a working day, otherwise the next one.
 */
export function addArbetsdagar(dag: Dag, arbetsdagar: number): Dag {
  if (arbetsdagar === 0) return arbetsdagFrom(dag);
  const step = arbetsdagar > 0 ? 1 : -1;
  let at = dagnummer(dag);
  for (let left = Math.abs(arbetsdagar); left > 0;) {
    at += step;
    if (isOppen(at)) left -= 1;
  }
  return dagAt(at);
}

/** The day itself when it is a working day, otherwise the next working day. */
export const arbetsdagFrom = (dag: Dag): Dag => nearest(dag, 1);

/** The day itself when it is a working day, otherwise the last working day before it. */
export const arbetsdagBefore = (dag: Dag): Dag => nearest(dag, -1);
