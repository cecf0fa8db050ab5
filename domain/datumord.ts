const LOCALE = 'sv-SE';
const TIME_ZONE = 'Europe/Stockholm';
const MILLISECONDS_PER_DAY = 86_400_000;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** A date as `ÅÅÅÅ-MM-DD`, an instant as ISO 8601 text, or a Date. */
export type Tid = string | Date;

const dayFormat = new Intl.DateTimeFormat(LOCALE, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: TIME_ZONE,
});
const monthDayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', timeZone: TIME_ZONE });
const isoFormat = new Intl.DateTimeFormat(LOCALE, {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: TIME_ZONE,
});
const numberFormat = new Intl.NumberFormat(LOCALE);

/** Noon UTC is the same calendar day in Stockholm all year, so a bare date never slips over midnight. */
export function toDate(tid: Tid): Date {
  const date = tid instanceof Date ? tid : new Date(DATE_ONLY.test(tid) ? `${tid}T12:00:00Z` : tid);
  if (Number.isNaN(date.getTime())) throw new RangeError('Not a date or an instant.');
  return date;
}

/** One part of a formatted date. */
export function part(parts: Intl.DateTimeFormatPart[], type: Intl.DateTimeFormatPartTypes): string {
  // Swedish month abbreviations end in a full stop, which disturbs in the middle of a table.
  return (parts.find((one) => one.type === type)?.value ?? '').replace(/\.$/, '');
}

/** The calendar day in Stockholm as `2026-11-27`. Throws RangeError for what is no date. */
export function formatIso(tid: Tid): string {
  if (typeof tid === 'string' && DATE_ONLY.test(tid)) return tid;
  return isoFormat.format(toDate(tid));
}

/** A day in running text: `fre 27 nov 2026`. Takes a date or an instant; throws RangeError otherwise. */
export function formatDatum(tid: Tid): string {
  const parts = dayFormat.formatToParts(toDate(tid));
  return `${part(parts, 'weekday')} ${part(parts, 'day')} ${part(parts, 'month')} ${part(parts, 'year')}`;
}

/** A day of every year, from `MM-DD`: `1 juli`. Throws RangeError for what is no day. */
export function formatManadsdag(manadsdag: string): string {
  const parts = monthDayFormat.formatToParts(toDate(`2024-${manadsdag}`));
  return `${part(parts, 'day')} ${part(parts, 'month')}`;
}

const clockFormat = new Intl.DateTimeFormat(LOCALE, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: TIME_ZONE,
});

/** The time of day in Stockholm: `09.30`. Throws RangeError for what is no instant. */
export function formatKlockslag(tid: Tid): string {
  const parts = clockFormat.formatToParts(toDate(tid));
  return `${part(parts, 'hour')}.${part(parts, 'minute')}`;
}

/** A number with Swedish grouping and decimal comma: `1 234,5` (hard spaces). */
export function formatTal(value: number): string {
  return numberFormat.format(value);
}

/** An amount of whole kronor in words: `12 000 kronor`. */
export const formatKronor = (kronor: number): string => formatAntal(kronor, 'kronor');

/** What is counted, and what one of it is called. */
const ENTAL = {
  dagar: 'dag',
  arbetsdagar: 'arbetsdag',
  'dagars mellanrum': 'dags mellanrum',
  veckor: 'vecka',
  månader: 'månad',
  år: 'år',
  minuter: 'minut',
  kronor: 'krona',
  procent: 'procent',
  uppgifter: 'uppgift',
  ärenden: 'ärende',
  försenade: 'försenad',
  nyheter: 'nyhet',
  upptagna: 'upptagen',
  erbjudna: 'erbjuden',
  lediga: 'ledig',
} as const;

export type Enhet = keyof typeof ENTAL;

/** A number of something: `1 arbetsdag`, `4 arbetsdagar`. */
export const formatAntal = (antal: number, enhet: Enhet): string =>
  `${formatTal(antal)} ${Math.abs(antal) === 1 ? ENTAL[enhet] : enhet}`;

/** A number of days: `1 dag`, `4 dagar`. */
export const formatDagar = (days: number): string => formatAntal(days, 'dagar');

/** Some days seen from a day: `3 arbetsdagar före`, `2 dagar efter`, or `samma dag`. */
export function formatForskjutning(antal: number, enhet: Enhet): string {
  if (antal === 0) return 'samma dag';
  return `${formatAntal(Math.abs(antal), enhet)} ${antal < 0 ? 'före' : 'efter'}`;
}

/** Whole calendar days in Stockholm from one moment to another; negative when `till` comes first. */
export function dagarMellan(from: Tid, till: Tid): number {
  const start = toDate(formatIso(from)).getTime();
  return Math.round((toDate(formatIso(till)).getTime() - start) / MILLISECONDS_PER_DAY);
}

/** What is left of a deadline: `4 dagar kvar`, `i dag`, `försenat 4 dagar`. */
export function formatTidKvar(senast: Tid, idag: Tid): string {
  const days = dagarMellan(idag, senast);
  if (days === 0) return 'i dag';
  return days > 0 ? `${formatDagar(days)} kvar` : `försenat ${formatDagar(-days)}`;
}
