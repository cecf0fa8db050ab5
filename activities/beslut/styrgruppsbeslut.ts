import type { RecordBeslut } from './record.js';

/** The styrgrupp's answer to the question that waited for it. */
export const recordStyrgruppsbeslut: RecordBeslut<'styrgruppsbeslut'> = async (
  tx,
  { rad, beslut, formular, forandring },
) => {
  const lyft = rad.lage.styrgruppslyft?.id;
  if (!lyft) throw new Error(`The ärende ${rad.id} has no question to the styrgrupp`);
  await tx.styrgruppslyft.update({
    where: { id: lyft },
    data: { svar: formular.svar, svarad: forandring.om.nu, svaradAvId: beslut.av },
  });
};
