import { hindrasAvEgetForslag } from '../../domain/eget-forslag.js';
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
  const hinder = hindrasAvEgetForslag(foreslogs, av, profil);
  if (hinder) throw hinderFailure(hinder);
  return foreslogs === av;
}
