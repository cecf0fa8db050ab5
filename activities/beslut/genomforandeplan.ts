import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';

/** One version of the plan, kept as it was; how the participant took part belongs to the version that came into force. */
export const recordGenomforandeplan: RecordBeslut<'genomforandeplan'> = async (
  tx,
  { rad, beslut, formular, forandring },
) => {
  const { datum, lage, installning, kopiaLamnad } = beslut.data;
  const { plan } = forandring.lage;
  if (!plan) throw new Error(`The decision ${beslut.id} made no version of the plan`);
  await tx.genomforandeplan.create({
    data: {
      beslutId: beslut.id,
      arendeId: rad.id,
      version: plan.version,
      lage,
      datum: asDate(datum),
      mal: formular.mal,
      delmal: formular.delmal.map((one) => ({ ...one })),
      uppfoljning: formular.uppfoljning,
      ansvar: formular.ansvar,
      deltog: formular.deltog ?? null,
      installning: installning ?? null,
      invandning: formular.invandning ?? null,
      kopiaLamnad: kopiaLamnad ?? false,
      kopiaSprak: formular.kopiaSprak ?? null,
      tolk: formular.tolk,
    },
  });
};
