import { namngivna } from '../../domain/beslut/skyddad-identitet.js';
import { hinder } from '../../domain/hinder.js';
import { hinderFailure } from '../../workflows/failures.js';
import { hasRoll } from '../roller.js';
import type { RecordBeslut } from './record.js';

/**
 * The person is protected from now on: an alias, and the named people.
 *
 * @throws a failure of type `Hinder`, code `ersattare`, when the ersättare does not work in the insats
 */
export const recordSkyddadIdentitet: RecordBeslut<'skyddad_identitet'> = async (tx, { rad, beslut, formular }) => {
  if (!(await hasRoll(tx, rad, beslut.data.ersattare, ['koordinator', 'sammankallande'])))
    throw hinderFailure(
      hinder('ersattare', 'Ersättaren behöver vara koordinator eller sammankallande i insatsen. Välj någon i listan.'),
    );
  const { individId } = await tx.arende.findUniqueOrThrow({ where: { id: rad.id }, select: { individId: true } });
  await tx.individ.update({ where: { id: individId }, data: { skyddad: true, alias: formular.alias } });
  await tx.skyddsperson.createMany({
    data: namngivna(rad.lage, beslut).map((anvandareId) => ({ individId, anvandareId })),
    skipDuplicates: true,
  });
};
