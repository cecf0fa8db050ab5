import { asDate, type Transaction } from '../../prisma/client.js';
import { recordDeltagande } from './deltagande.js';
import { recordErbjudenForgrupp } from './forgruppsrad.js';
import { endErbjudande, recordLamnadKo } from './lamnad-ko.js';
import type { RecordBeslut, Underlag } from './record.js';

/** The answer to an offered place: it becomes the person's, or goes on to the next in turn. */
export const recordErbjudandesvar: RecordBeslut<'erbjudandesvar'> = async (tx, underlag) => {
  const { rad, beslut, forandring } = underlag;
  const { nu } = forandring.om;
  switch (beslut.data.svar) {
    case 'ja':
      await recordPlats(tx, underlag);
      return recordLamnadKo(tx, rad.id, nu, 'ja');
    case 'nej':
      await recordNej(tx, underlag);
      return recordLamnadKo(tx, rad.id, nu, 'nej');
    case 'ej_nadd':
      await tx.koplats.update({ where: { arendeId: rad.id }, data: { missar: forandring.lage.ko?.missar ?? 0 } });
      return endErbjudande(tx, rad.id, 'ej_nadd', nu);
  }
};

async function recordPlats(tx: Transaction, { rad, beslut, forandring }: Underlag<'erbjudandesvar'>): Promise<void> {
  const { ko } = rad.lage;
  const { startdatum } = beslut.data;
  if (!ko || startdatum === undefined) throw new Error('There is no place to take');
  await recordDeltagande(tx, rad, { beslutsdatum: ko.beslutsdatum, startdatum });
  const { forgrupp } = forandring.lage;
  if (forgrupp) await recordErbjudenForgrupp(tx, rad.id, forgrupp.erbjuden);
}

/** The person's no takes the place of the yes that led to the queue. */
async function recordNej(tx: Transaction, { rad, beslut, formular }: Underlag<'erbjudandesvar'>): Promise<void> {
  await tx.personensSvar.update({
    where: { arendeId: rad.id },
    data: {
      svar: 'nej',
      datum: asDate(beslut.data.datum),
      till: formular.till ?? '',
      satt: formular.satt ?? '',
      beslutId: beslut.id,
    },
  });
}
