import { requireKoordinator } from './koordinator.js';
import type { RecordBeslut } from './record.js';

/**
 * The hand-over: from whom, to whom, and what the next one needs to know.
 *
 * @throws a failure of type `Hinder`, code `okand_koordinator`, when the next one is no koordinator of the insats
 */
export const recordKoordinatorsbyte: RecordBeslut<'koordinatorsbyte'> = async (tx, underlag) => {
  const { rad, beslut, formular, forandring } = underlag;
  await requireKoordinator(tx, rad, beslut.data.koordinator);
  await tx.koordinatorsbyte.create({
    data: {
      beslutId: beslut.id,
      arendeId: rad.id,
      franId: rad.lage.koordinator ?? null,
      tillId: beslut.data.koordinator,
      overlamning: formular.overlamning,
      nar: forandring.om.nu,
    },
  });
};
