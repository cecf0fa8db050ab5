import type { RecordBeslut } from './record.js';

/**
 * An ärende of a hand-over: what stands in the records alone becomes the receiver's, and the ärende is marked as handed
 * over, in the same transaction as the decision.
 */
export const recordOverlamning: RecordBeslut<'overlamning'> = async (tx, { rad, beslut, formular, forandring }) => {
  const { fran, till } = beslut.data;
  const arendeId = rad.id;
  if (rad.lage.koordinator === fran)
    await tx.koordinatorsbyte.create({
      data: {
        beslutId: beslut.id,
        arendeId,
        franId: fran,
        tillId: till,
        overlamning: formular.not,
        nar: forandring.om.nu,
      },
    });
  if (rad.remittentId === fran) await tx.remiss.update({ where: { arendeId }, data: { remittentId: till } });
  await tx.atgard.updateMany({ where: { arendeId, personId: fran, utfall: null }, data: { personId: till } });
  await tx.egenUppgift.updateMany({ where: { arendeId, agareId: fran, klar: null }, data: { agareId: till } });
  await tx.overlamningspost.update({
    where: { overlamningId_arendeId: { overlamningId: formular.overlamning, arendeId } },
    data: { status: 'klar', fel: null },
  });
};
