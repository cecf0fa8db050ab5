import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** An application for ersättning that has been sent. */
export const recordErsattningsansokan: RecordBeslut<'ersattningsansokan'> = async (
  tx,
  { rad, beslut: { id, data }, formular },
) => {
  await tx.ersattningsansokan.create({
    data: { id, arendeId: rad.id, slag: data.slag, skickad: asDate(data.skickad), text: formular.text ?? null },
  });
};
