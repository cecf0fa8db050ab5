import { asDate } from '../../prisma/client.js';
import { tellInsats } from '../../prisma/tell-engine.js';
import type { RecordBeslut } from './record.js';

/** The written analysis and the överlämning; the place is free from avslutsdatum. */
export const recordAvslut: RecordBeslut<'avslut'> = async (tx, { rad, beslut, formular, forandring }) => {
  const avslutsdatum = asDate(beslut.data.avslutsdatum);
  await tx.avslut.create({
    data: {
      arendeId: rad.id,
      avslutsdatum,
      registrerat: forandring.om.nu,
      analys: formular.analys,
      forslag: formular.forslag ?? null,
      overlamningTill: formular.overlamningTill ?? null,
      overlamningKontakt: formular.overlamningKontakt ?? null,
      overlamningMottagen: formular.overlamningMottagen ?? null,
    },
  });
  await tx.deltagande.update({ where: { arendeId: rad.id }, data: { platsFri: avslutsdatum } });
  await tellInsats(tx, rad.insatsId, forandring.om.nu);
};
