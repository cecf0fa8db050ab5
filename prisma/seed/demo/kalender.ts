import type { Kalender } from '../../../domain/kalender/kalender.js';
import { svenskKalender } from '../../../domain/kalender/svensk.js';
import { dayOf as dayIn, instantAt as instantIn } from '../../../domain/kalender/tid.js';

/** A function of texts that works out each answer once. */
function remembered<A extends readonly string[]>(work: (...given: A) => string): (...given: A) => string {
  const known = new Map<string, string>();
  return (...given) => {
    const key = given.join(' ');
    const found = known.get(key) ?? work(...given);
    known.set(key, found);
    return found;
  };
}

const instantAt = remembered(instantIn);

/** The Swedish calendar as a planner uses it, who tries the same days again and again. */
export const minnesKalender: Kalender = {
  ...svenskKalender,
  dayOf: remembered((moment: string) => dayIn(moment)),
  instantAt,
  startOfDay: (dag) => instantAt(dag, '00:00'),
};
