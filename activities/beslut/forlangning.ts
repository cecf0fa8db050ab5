import { asDate } from '../../prisma/client.js';
import { requireOthersForslag } from './eget-forslag.js';
import type { RecordBeslut } from './record.js';

/** The decision on a proposed extension; marked when the decider had proposed it herself. */
export const recordForlangning: RecordBeslut<'forlangning'> = async (tx, { rad, beslut, formular }) => {
  const forslag = rad.lage.forlangning;
  if (!forslag) throw new Error(`The ärende ${rad.id} has no proposed extension`);
  await tx.forlangning.update({
    where: { id: forslag.forslag },
    data: {
      utfall: beslut.data.utfall,
      beslutatSlut: beslut.data.slut ? asDate(beslut.data.slut) : null,
      motivering: formular.motivering ?? null,
      egetForslag: requireOthersForslag(rad, forslag.av, beslut.av),
    },
  });
};
