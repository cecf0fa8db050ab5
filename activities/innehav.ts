import type { Innehavsslag } from '../domain/forandring.js';
import type { Beslut } from '../domain/beslutsunderlag.js';
import type { Transaction } from '../prisma/client.js';
import type { Arenderad } from './transaktion.js';

/** What of an ärende stands in the records alone as hers who hands over; nothing for any other decision. */
export async function readInnehav(
  tx: Transaction,
  rad: Arenderad,
  beslut: Beslut | undefined,
): Promise<Innehavsslag[] | undefined> {
  if (beslut?.typ !== 'overlamning') return undefined;
  const { fran } = (beslut as Beslut<'overlamning'>).data;
  const egna = await tx.egenUppgift.count({ where: { agareId: fran, arendeId: rad.id, klar: null } });
  return [
    ...(rad.remittentId === fran ? (['remittent'] as const) : []),
    ...(egna > 0 ? (['egen_uppgift'] as const) : []),
  ];
}
