import type { Styrgruppsfraga } from '../../domain/formular.js';
import type { Transaction } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** A question to the styrgrupp, told without identity. */
export async function createStyrgruppslyft(
  tx: Transaction,
  lyft: { readonly id: string; readonly arendeId: string; readonly fraga: Styrgruppsfraga; readonly nu: string },
): Promise<void> {
  const { fraga, bakgrund, alternativ } = lyft.fraga;
  await tx.styrgruppslyft.create({
    data: {
      id: lyft.id,
      arendeId: lyft.arendeId,
      fraga,
      bakgrund,
      alternativ: alternativ ?? null,
      lyft: lyft.nu,
    },
  });
}

/** The question of an enrolled case that waits for the styrgrupp. */
export const recordStyrgruppslyft: RecordBeslut<'styrgruppslyft'> = (tx, { rad, beslut, formular, forandring }) =>
  createStyrgruppslyft(tx, { id: beslut.id, arendeId: rad.id, fraga: formular, nu: forandring.om.nu });
