import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** The answer to an application; that there is none yet stands in the timeline only. */
export const recordErsattningsbeslut: RecordBeslut<'ersattningsbeslut'> = async (
  tx,
  { rad, beslut: { data }, formular },
) => {
  if (data.utfall === 'vantar') return;
  await tx.ersattningsansokan.update({
    where: { id: data.ansokan, arendeId: rad.id },
    data: { beslutad: asDate(data.datum), utfall: data.utfall, beskedText: formular.text ?? null },
  });
};
