import { Temporal as Kalender } from 'temporal-polyfill';

/** A calendar day in Sweden, `YYYY-MM-DD`. */
export type Dag = string;
/** A moment in time, ISO 8601 in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type Instant = string;

export const TIDSZON = 'Europe/Stockholm';

/** The Swedish calendar day on which an instant falls (23:59 in Stockholm still belongs to the day that ends). */
export function dayOf(instant: Instant | Date): Dag {
  const iso = typeof instant === 'string' ? instant : instant.toISOString();
  return Kalender.Instant.from(iso).toZonedDateTimeISO(TIDSZON).toPlainDate().toString();
}

/**
 * The instant at which a Swedish wall-clock time occurs.
 * A time that the clocks skip in spring becomes the one an hour later; a time that occurs twice in autumn is the first.
 *
 * @param hhmm wall-clock time, `08:00`
 */
export function instantAt(dag: Dag, hhmm: string): Instant {
  const zoned = Kalender.PlainDate.from(dag).toZonedDateTime({
    timeZone: TIDSZON,
    plainTime: Kalender.PlainTime.from(hhmm),
  });
  return new Date(zoned.epochMilliseconds).toISOString();
}

/** The instant at which a Swedish day begins. */
export const startOfDay = (dag: Dag): Instant => instantAt(dag, '00:00');

const DAY_MS = 86_400_000;

/** The number of a day, counted from 1 January 1970: days as numbers are added and compared by plain arithmetic. */
export const dagnummer = (dag: Dag): number => Date.parse(`${dag}T00:00:00Z`) / DAY_MS;

/** The day of a number. */
export const dagAt = (nummer: number): Dag => new Date(nummer * DAY_MS).toISOString().slice(0, 10);

/** Adds calendar days. */
export const addDays = (dag: Dag, days: number): Dag => dagAt(dagnummer(dag) + days);

/** Adds calendar months and clamps to the last day of a shorter month: 31 Aug + 6 months is 28 or 29 Feb. */
export const addMonths = (dag: Dag, months: number): Dag =>
  Kalender.PlainDate.from(dag).add({ months }, { overflow: 'constrain' }).toString();

/** Calendar days from one day to another; negative when `till` is earlier. */
export const daysBetween = (from: Dag, till: Dag): number =>
  Kalender.PlainDate.from(from).until(Kalender.PlainDate.from(till), { largestUnit: 'day' }).days;

/** ISO day of week: 1 is Monday, 7 is Sunday. */
export const weekday = (dag: Dag): number => new Date(dagnummer(dag) * DAY_MS).getUTCDay() || 7;

/** Whether a text is a calendar day that exists, written `YYYY-MM-DD`. */
export function isDag(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Kalender.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** Whole years from a birth date to a day. */
export const ageOn = (born: Dag, dag: Dag): number =>
  Kalender.PlainDate.from(born).until(Kalender.PlainDate.from(dag), { largestUnit: 'year' }).years;
