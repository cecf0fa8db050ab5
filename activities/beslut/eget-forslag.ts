import { hinder } from '../../domain/hinder.js';
import { hinderFailure } from '../../workflows/failures.js';
import type { Arenderad } from '../transaktion.js';

/**
 * Deciding one's own proposal is possible only where the profile says so (design 2, lyft).
 *
 * @param foreslogs who proposed it; missing in states from before this was kept
 * @returns whether the proposal was the decider's own
 * @throws a failure of type `Hinder`, code `eget_forslag`
 */
export function requireOthersForslag({ profil }: Arenderad, foreslogs: string | undefined, av: string): boolean {
  const own = foreslogs === av;
  if (own && !profil.egetForslag)
    throw hinderFailure(
      hinder('eget_forslag', 'Du har själv lämnat förslaget. Någon annan i samma roll behöver besluta om det.'),
    );
  return own;
}
