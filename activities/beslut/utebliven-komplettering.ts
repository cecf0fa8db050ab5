import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** A new last day stands with the question; otherwise nobody is asked any longer and the question stays unanswered. */
export const recordUteblivenKomplettering: RecordBeslut<'utebliven_komplettering'> = async (
  tx,
  { rad, forandring },
) => {
  const uppgift = forandring.lage.uppgifter.find(({ typ }) => typ === 'komplettering');
  if (!uppgift) return;
  await tx.komplettering.updateMany({
    where: { arendeId: rad.id, svarad: null },
    data: { senast: asDate(uppgift.forfaller) },
  });
};
