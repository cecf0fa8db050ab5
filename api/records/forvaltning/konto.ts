import { hinder, type Hinder } from '../../../domain/hinder.js';
import type { PrismaClient, Transaction } from '../../../prisma/client.js';
import { isSistaForvaltaren } from '../../../prisma/sista-forvaltaren.js';
import { skrivSpar } from '../../../prisma/spar/skriv.js';
import { tellInsatserOf, tellNamngivandeArenden } from '../../../prisma/tell-engine.js';

interface Kontoarbete {
  readonly av: string;
  readonly anvandareId: string;
  readonly nar: Date;
}

/**
 * Shuts a person out at once: her sessions end in the same transaction (a trigger of the table). What is hers stays hers
 * until it is handed over; meanwhile who leads the work is told instead of her, and her ersättare is called to the meetings.
 *
 * @returns why it could not be done: `sig_sjalv`, `sista_forvaltaren`
 */
export async function stangKonto(
  prisma: PrismaClient,
  { av, anvandareId, nar }: Kontoarbete,
): Promise<Hinder | undefined> {
  if (av === anvandareId) return hinder('sig_sjalv', 'Du kan inte stänga av dig själv. Be en annan förvaltare.');
  return prisma.$transaction(async (tx) => {
    const refused = await isSistaForvaltaren(tx, anvandareId);
    if (refused) return refused;
    const { count } = await tx.anvandare.updateMany({
      where: { id: anvandareId, aktiv: true },
      data: { aktiv: false },
    });
    if (count > 0) await tell(tx, 'stang_konto', { av, anvandareId, nar });
    return undefined;
  });
}

/** Lets a person in again who was shut out; she is called to the meetings again. */
export async function oppnaKonto(prisma: PrismaClient, { av, anvandareId, nar }: Kontoarbete): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.anvandare.updateMany({
      where: { id: anvandareId, aktiv: false },
      data: { aktiv: true },
    });
    if (count > 0) await tell(tx, 'oppna_konto', { av, anvandareId, nar });
  });
}

/** Traces it, and has the insatser look who comes to their meetings now, and the ärenden where she is named who is left. */
async function tell(
  tx: Transaction,
  handling: 'stang_konto' | 'oppna_konto',
  { av, anvandareId, nar }: Kontoarbete,
): Promise<void> {
  await tellInsatserOf(tx, anvandareId, nar.toISOString());
  await tellNamngivandeArenden(tx, anvandareId, nar.toISOString());
  await skrivSpar(tx, { nar, av, handling, grund: 'forvaltare', data: { anvandare: anvandareId } });
}
