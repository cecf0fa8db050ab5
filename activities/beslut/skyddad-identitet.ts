import { tellOmSkydd } from '../../prisma/individ.js';
import type { RecordBeslut } from './record.js';

/** The person is protected from now on, in every ärende; who is named stands in the case's own state. */
export const recordSkyddadIdentitet: RecordBeslut<'skyddad_identitet'> = async (tx, { rad, formular, forandring }) => {
  const { individId } = await tx.arende.findUniqueOrThrow({ where: { id: rad.id }, select: { individId: true } });
  await tx.individ.update({
    where: { id: individId },
    data: { skyddad: true, alias: formular.alias },
    select: { id: true },
  });
  await tellOmSkydd(tx, rad.id, forandring.om.nu);
};
