import { hinder } from '../../domain/hinder.js';
import { hinderFailure } from '../../workflows/failures.js';
import type { RecordBeslut } from './record.js';

/**
 * Corrects the reasons and the närvaro of the case's latest recommendation, and keeps what they were.
 *
 * @throws a failure of type `Hinder`, told to who decided: `okand_rekommendation` when it is not the latest of this
 *   ärende, `inte_beslutsfort` when the corrected närvaro would not have sufficed for what was recommended
 */
export const recordRekommendationsrattelse: RecordBeslut<'rekommendationsrattelse'> = async (
  tx,
  { rad, beslut, formular, forandring },
) => {
  const latest = await tx.rekommendation.findFirst({
    where: { arendeId: rad.id },
    orderBy: { nar: 'desc' },
    select: {
      id: true,
      moteId: true,
      utfall: true,
      motivering: true,
      punkt: { select: { narvaro: { select: { verksamhetId: true } } } },
    },
  });
  if (latest?.id !== beslut.data.rekommendation)
    throw hinderFailure(
      hinder('okand_rekommendation', 'Teamet har lämnat en ny rekommendation sedan dess. Det är den som kan rättas.'),
    );
  const narvarande = [...new Set(beslut.data.narvarande)];
  const quorum = rad.lage.mote?.quorum ?? 1;
  if (latest.utfall !== 'bordlagd' && narvarande.length < quorum)
    throw hinderFailure(
      hinder(
        'inte_beslutsfort',
        `Minst ${quorum} verksamheter behövde vara med för rekommendationen. Rätta närvaron eller ta upp ärendet på nytt.`,
      ),
    );
  await tx.rekommendationsrattelse.create({
    data: {
      beslutId: beslut.id,
      rekommendationId: latest.id,
      motivering: latest.motivering,
      narvarande: latest.punkt.narvaro.map(({ verksamhetId }) => verksamhetId),
      skal: formular.skal,
      avId: beslut.av,
      nar: forandring.om.nu,
    },
  });
  await tx.rekommendation.update({ where: { id: latest.id }, data: { motivering: formular.motivering } });
  const punkt = { moteId: latest.moteId, arendeId: rad.id };
  await tx.narvaro.deleteMany({ where: punkt });
  await tx.narvaro.createMany({ data: narvarande.map((verksamhetId) => ({ ...punkt, verksamhetId })) });
};
