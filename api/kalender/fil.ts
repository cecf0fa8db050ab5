import ical, { ICalEventTransparency } from 'ical-generator';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import type { Kalendermote } from '../queries/kalendermoten.js';
import type { Kalenderuppgift } from '../queries/kalenderuppgifter.js';

/** How often a calendar is asked to look again, in seconds. Most have their own mind. */
const HOUR = 3_600;

/** What a calendar file is made of. */
export interface Kalenderinnehall {
  readonly moten: readonly Kalendermote[];
  readonly uppgifter: readonly Kalenderuppgift[];
  /** When it was written. */
  readonly now: Date;
  /** Public address, without a slash at its end. */
  readonly baseUrl: string;
}

/**
 * A calendar file (RFC 5545): meetings, and last days as whole days that keep nobody from anything. The moments are in UTC:
 * a time zone given to the library would have it write them as Swedish wall-clock time.
 */
export function kalenderfil({ moten, uppgifter, now, baseUrl }: Kalenderinnehall): string {
  const { hostname } = new URL(baseUrl);
  const kalender = ical({
    name: 'Remissflöde',
    prodId: { company: 'Remissflode', product: 'Remissflode', language: 'SV' },
    ttl: HOUR,
  });
  for (const { uid, borjar, slutar, insats, adress } of moten)
    kalender.createEvent({
      id: `${uid}@${hostname}`,
      stamp: now,
      start: new Date(borjar),
      end: new Date(slutar),
      summary: `${insats}: teammöte`,
      description: `Läs mer efter inloggning: ${baseUrl}${adress}`,
      url: `${baseUrl}${adress}`,
    });
  for (const { uid, dag, rubrik, adress } of uppgifter)
    kalender.createEvent({
      id: `${uid}@${hostname}`,
      stamp: now,
      // a whole day is written by its day in UTC, and ends before the next
      start: new Date(`${dag}T00:00:00Z`),
      end: new Date(`${svenskKalender.addDays(dag, 1)}T00:00:00Z`),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: rubrik,
      description: `Läs mer efter inloggning: ${baseUrl}${adress}`,
      url: `${baseUrl}${adress}`,
    });
  return kalender.toString();
}
