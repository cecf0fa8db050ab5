import { hinder } from '../../domain/hinder.js';
import type { Transaction } from '../../prisma/client.js';
import { hinderFailure } from '../../workflows/failures.js';
import { hasRoll } from '../roller.js';
import type { Arenderad } from '../transaktion.js';

/**
 * Refuses to give a case to somebody who is no koordinator of its insats, or has left.
 *
 * @throws a failure of type `Hinder`, code `okand_koordinator`, told to who decided
 */
export async function requireKoordinator(tx: Transaction, rad: Arenderad, personId: string): Promise<void> {
  if (await hasRoll(tx, rad, personId, ['koordinator'])) return;
  throw hinderFailure(
    hinder('okand_koordinator', 'Koordinatorn behöver vara koordinator i insatsen. Välj någon i listan.'),
  );
}
