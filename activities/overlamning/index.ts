import { lamnaOverArende, type Overlamningsberoenden, type OverlamningspostInput } from './arende.js';
import { avslutaOverlamning } from './avsluta.js';
import { vantandeArenden } from './vantande.js';

/** The activities that carry out a hand-over, as its workflow sees them. */
export interface Overlamningsaktiviteter {
  vantandeArenden(overlamningId: string): Promise<string[]>;
  lamnaOverArende(post: OverlamningspostInput): Promise<void>;
  avslutaOverlamning(overlamningId: string): Promise<'klar' | 'mer' | 'nekad'>;
}

/** The activities bound to a database, a clock and the way to the cases. */
export const createOverlamningsaktiviteter = (beroenden: Overlamningsberoenden): Overlamningsaktiviteter => ({
  vantandeArenden: (id) => vantandeArenden(beroenden.prisma, id),
  lamnaOverArende: (post) => lamnaOverArende(beroenden, post),
  avslutaOverlamning: (id) => avslutaOverlamning(beroenden, id),
});
