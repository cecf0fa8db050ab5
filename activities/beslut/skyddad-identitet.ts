import { namngivna } from '../../domain/beslut/skyddad-identitet.js';
import { tellOmSkydd } from '../../prisma/individ.js';
import type { RecordBeslut } from './record.js';

/** The person is protected from now on, in every ärende: an alias, and the named people of this one. */
export const recordSkyddadIdentitet: RecordBeslut<'skyddad_identitet'> = async (tx, underlag) => {
  const { rad, beslut, formular, forandring } = underlag;
  const { individId, individ } = await tx.arende.findUniqueOrThrow({
    where: { id: rad.id },
    select: { individId: true, individ: { select: { alias: true } } },
  });
  // people know the person by the first alias that was given: it is the same in every ärende
  const alias = individ.alias ?? formular.alias;
  await tx.individ.update({ where: { id: individId }, data: { skyddad: true, alias } });
  await tx.skyddsperson.createMany({
    data: namngivna(rad.lage, beslut).map((anvandareId) => ({ individId, anvandareId })),
    skipDuplicates: true,
  });
  await tellOmSkydd(tx, rad.id, forandring.om.nu);
};
