import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** The decision on a proposed extension. */
export const recordForlangning: RecordBeslut<'forlangning'> = async (tx, { rad, beslut, formular }) => {
  const forslag = rad.lage.forlangning?.forslag;
  if (!forslag) throw new Error(`The ärende ${rad.id} has no proposed extension`);
  await tx.forlangning.update({
    where: { id: forslag },
    data: {
      utfall: beslut.data.utfall,
      beslutatSlut: beslut.data.slut ? asDate(beslut.data.slut) : null,
      motivering: formular.motivering ?? null,
    },
  });
};
