import type { Dag, Instant, Kalender } from './kalender/kalender.js';

/*
 * When people are told of things: on working days, within working hours (Swedish time). The case's own deadlines fall due
 * at any hour; what is told of them waits.
 */

/** Nothing but the receipt for one's own act goes before or after. */
const OPPNAR = '07:00';
const STANGER = '17:00';

/** The morning's mail goes after the reminders of the morning have been written (domain/frister.ts). */
const SAMLAT = '08:15';

type Om = Pick<Kalender, 'dayOf' | 'instantAt' | 'isArbetsdag' | 'addDays' | 'arbetsdagFrom'>;

/** The first moment from `nu` on at which somebody may be told of something: `nu` itself within working hours. */
export function tidigast(nu: Instant, kalender: Om): Instant {
  const dag = kalender.dayOf(nu);
  if (kalender.isArbetsdag(dag)) {
    const oppnar = kalender.instantAt(dag, OPPNAR);
    if (nu < oppnar) return oppnar;
    if (nu < kalender.instantAt(dag, STANGER)) return nu;
  }
  return kalender.instantAt(kalender.arbetsdagFrom(kalender.addDays(dag, 1)), OPPNAR);
}

/** When the next morning's mail goes: today's while it has not gone, otherwise the next working day's. */
export function nastaSammanstallning(nu: Instant, kalender: Om): Instant {
  const dag = kalender.dayOf(nu);
  const idag = kalender.instantAt(dag, SAMLAT);
  if (kalender.isArbetsdag(dag) && nu < idag) return idag;
  return kalender.instantAt(kalender.arbetsdagFrom(kalender.addDays(dag, 1)), SAMLAT);
}

/** Whether something that is to be done by a day would be told of in a morning's mail only when the day is over. */
export function kommerForSent(forfaller: Dag, nu: Instant, kalender: Om): boolean {
  const isPast = forfaller < kalender.dayOf(nu);
  return !isPast && forfaller < kalender.dayOf(nastaSammanstallning(nu, kalender));
}
