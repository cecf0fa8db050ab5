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
  await tx.$executeRaw`
    INSERT INTO skyddsperson ("individId", "anvandareId")
    SELECT s."individId", ${till}::uuid FROM skyddsperson s JOIN arende a ON a."individId" = s."individId"
    WHERE a.id = ${arendeId}::uuid AND s."anvandareId" = ${fran}::uuid ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    DELETE FROM skyddsperson s USING arende a
    WHERE a.id = ${arendeId}::uuid AND a."individId" = s."individId" AND s."anvandareId" = ${fran}::uuid
      -- as long as another ärende of the person is hers she is named in that one
      AND NOT EXISTS (SELECT 1 FROM arende o WHERE o."individId" = s."individId" AND o.id <> a.id
        AND o.fas <> 'stangd' AND o."koordinatorId" = ${fran}::uuid)`;
  await tx.overlamningspost.update({
    where: { overlamningId_arendeId: { overlamningId: formular.overlamning, arendeId } },
    data: { status: 'klar', fel: null },
  });
};
