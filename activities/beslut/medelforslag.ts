import { hinder } from '../../domain/hinder.js';
import { hinderFailure } from '../../workflows/failures.js';
import type { RecordBeslut } from './record.js';

/**
 * A proposal of kompetenshöjande medel.
 *
 * @throws a failure of type `Hinder`, code `utan_riktlinjer`, when the insats has none to decide by
 */
export const recordMedelforslag: RecordBeslut<'medelforslag'> = async (tx, { rad, beslut, formular, forandring }) => {
  if (rad.profil.medel === undefined)
    throw hinderFailure(
      hinder('utan_riktlinjer', 'Styrgruppen har inte beslutat om kompetenshöjande medel för insatsen.'),
    );
  const forslag = forandring.lage.medel?.find(({ id }) => id === beslut.id);
  await tx.medel.create({
    data: {
      id: beslut.id,
      arendeId: rad.id,
      insatsId: rad.insatsId,
      vad: formular.vad,
      motivering: formular.motivering,
      belopp: beslut.data.belopp,
      extern: beslut.data.extern,
      foreslaget: forandring.om.nu,
      foreslagetAvId: beslut.av,
      beslutas: forslag?.beslutas ?? 'styrgrupp',
    },
  });
};
