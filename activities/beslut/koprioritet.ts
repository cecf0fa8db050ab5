import { tellInsats } from '../../prisma/tell-engine.js';
import type { RecordBeslut } from './record.js';

/** The turn by hand with its reason; who had not been reached too often can be offered places again. */
export const recordKoprioritet: RecordBeslut<'koprioritet'> = async (tx, { rad, beslut, formular, forandring }) => {
  const { tur } = beslut.data;
  await tx.koplats.update({
    where: { arendeId: rad.id },
    data: { tur, prioritetSkal: tur === null ? null : formular.skal, missar: 0 },
  });
  await tellInsats(tx, rad.insatsId, forandring.om.nu);
};
