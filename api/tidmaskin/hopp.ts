import type { Kodlista, Kod } from '../../domain/koder.js';
import { svenskKalender as kalender } from '../../domain/kalender/svensk.js';

/** How far the time machine goes at a time. */
export const hopp = {
  handelse: 'Nästa händelse',
  dag: 'En dag',
  manad: 'En månad',
} as const satisfies Kodlista;
export type Hopp = Kod<typeof hopp>;

/**
 * Where a jump leads.
 *
 * @param vaknar when the first case wakes by itself, ISO; `undefined` when none does
 * @returns the moment, or `undefined` when there is nothing to go to
 */
export function malFor(langd: Hopp, nu: Date, vaknar: string | undefined): Date | undefined {
  if (langd === 'handelse') return vaknar === undefined ? undefined : new Date(vaknar);
  const idag = kalender.dayOf(nu.toISOString());
  const dag = langd === 'dag' ? kalender.addDays(idag, 1) : kalender.addMonths(idag, 1);
  const sinceMidnight = nu.getTime() - Date.parse(kalender.startOfDay(idag));
  return new Date(Date.parse(kalender.startOfDay(dag)) + sinceMidnight);
}
