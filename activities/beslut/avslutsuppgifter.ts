import { recordKodsvar } from './kodsvar.js';
import type { RecordBeslut } from './record.js';
import { writeSkattning } from './skattningsrad.js';

/** Orsak, sysselsättning and försörjning after, each apart; the last self-rating; permission to make contact. */
export const recordAvslutsuppgifter: RecordBeslut<'avslutsuppgifter'> = async (tx, { rad, beslut, formular }) => {
  const { avslutsdatum } = await tx.avslut.update({
    where: { arendeId: rad.id },
    data: { orsak: beslut.data.orsak, farKontaktas: formular.farKontaktas },
  });
  await recordKodsvar(tx, rad.id, 'avslut', formular);
  await writeSkattning(tx, { beslutId: beslut.id, arendeId: rad.id, datum: avslutsdatum, steg: formular.steg });
};
