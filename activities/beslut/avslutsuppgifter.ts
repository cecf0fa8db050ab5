import type { Formular } from '../../domain/formular.js';
import { recordKodsvar } from './kodsvar.js';
import type { RecordBeslut } from './record.js';
import { writeSkattning } from './skattningsrad.js';

/** An överlämning that was made after the avslut; one that was told of with it stays as it is. */
const overlamning = ({ overlamningTill, overlamningKontakt, overlamningMottagen }: Formular<'avslutsuppgifter'>) =>
  overlamningTill === undefined
    ? {}
    : {
        overlamningTill,
        overlamningKontakt: overlamningKontakt ?? null,
        overlamningMottagen: overlamningMottagen ?? null,
      };

/** Orsak, sysselsättning and försörjning after, each apart; the last self-rating; permission to make contact. */
export const recordAvslutsuppgifter: RecordBeslut<'avslutsuppgifter'> = async (tx, { rad, beslut, formular }) => {
  const { avslutsdatum } = await tx.avslut.update({
    where: { arendeId: rad.id },
    data: {
      orsak: beslut.data.orsak,
      farKontaktas: formular.farKontaktas,
      enkat: formular.enkat ?? null,
      ...overlamning(formular),
    },
  });
  await recordKodsvar(tx, rad.id, 'avslut', formular);
  await writeSkattning(tx, { beslutId: beslut.id, arendeId: rad.id, datum: avslutsdatum, steg: formular.steg });
};
