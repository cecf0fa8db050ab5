import { rattTill, remittentDeltar, type Arenderelation, type Person } from './atkomst.js';
import type { Dag } from './kalender/kalender.js';

/**
 * What of an ärende an open page shows: the case; its number with its dates; the remiss with how it goes; the remiss alone,
 * as it was sent; an action that was promised; a question that was lifted.
 */
export const sidvisningar = ['arende', 'nummer', 'remiss', 'skickat', 'atgard', 'lyft'] as const;
export type Sidvisning = (typeof sidvisningar)[number];

/**
 * Whether a page that somebody has open may go on showing what it shows (design 3): samtycke can end, others can be named
 * for a protected person, an emergency opening runs out.
 */
export function farVisas(visning: Sidvisning, person: Person, arende: Arenderelation, idag: Dag): boolean {
  const may = (what: Parameters<typeof rattTill>[1]): boolean => rattTill(person, what, arende, idag) !== undefined;
  switch (visning) {
    case 'arende':
      return may('las_arende');
    case 'nummer':
      return may('las_nummer');
    case 'remiss':
      return may('las_remiss') && (may('las_arende') || remittentDeltar(arende, idag));
    case 'skickat':
      return may('las_remiss');
    case 'atgard':
      return may('las_atgard');
    case 'lyft':
      return may('las_lyft');
  }
}
