import type { Atgardstext } from '../../domain/formular.js';
import type { Atgardskalla } from '../../domain/koder.js';
import { asDate, type Transaction } from '../../prisma/client.js';

/** The actions agreed in a decision: each is somebody's task until it is reported. */
export async function recordAtgarder(
  tx: Transaction,
  av: { readonly arendeId: string; readonly kalla: Atgardskalla; readonly kallaId: string },
  atgarder: readonly Atgardstext[],
): Promise<void> {
  await tx.atgard.createMany({
    data: atgarder.map((atgard) => ({
      ...av,
      id: atgard.id,
      verksamhetId: atgard.verksamhet,
      personId: atgard.person ?? null,
      ansvarig: atgard.ansvarig ?? null,
      atgard: atgard.atgard,
      senast: asDate(atgard.senast),
    })),
  });
}
