import { dagarMellan, formatDagar, part, toDate, type Tid } from '../../domain/datumord.js';

export {
  dagarMellan,
  formatAntal,
  formatDagar,
  formatDatum,
  formatIso,
  formatKlockslag,
  formatKronor,
  formatManadsdag,
  formatTal,
  formatTidKvar,
  type Enhet,
  type Tid,
} from '../../domain/datumord.js';

const LOCALE = 'sv-SE';
const TIME_ZONE = 'Europe/Stockholm';

const instantFormat = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: TIME_ZONE,
});

/** A moment in Stockholm: `27 nov 2026 kl. 14.05`. Throws RangeError for what is no instant. */
export function formatTidpunkt(tid: Tid): string {
  const parts = instantFormat.formatToParts(toDate(tid));
  const day = `${part(parts, 'day')} ${part(parts, 'month')} ${part(parts, 'year')}`;
  return `${day} kl. ${part(parts, 'hour')}.${part(parts, 'minute')}`;
}

/** A day seen from today: `i dag`, `i morgon`, `i går`, `om 4 dagar`, `för 4 dagar sedan`. */
export function formatRelativ(tid: Tid, idag: Tid): string {
  const days = dagarMellan(idag, tid);
  if (days === 0) return 'i dag';
  if (days === 1) return 'i morgon';
  if (days === -1) return 'i går';
  return days > 0 ? `om ${formatDagar(days)}` : `för ${formatDagar(-days)} sedan`;
}

/** A list in a sentence: `Nybro, Emmaboda och Torsås`. */
export function formatLista(items: readonly string[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(items);
}
