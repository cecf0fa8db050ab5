import type { RecordBeslut } from './record.js';
import { asDate } from '../../prisma/client.js';

/** One contact about an offered place. */
export const recordErbjudandekontakt: RecordBeslut<'erbjudandekontakt'> = async (tx, underlag) => {
  const { beslut, formular, forandring } = underlag;
  const { erbjudande } = forandring.lage;
  if (!erbjudande) throw new Error('There is no offer');
  await tx.erbjudandekontakt.create({
    data: {
      beslutId: beslut.id,
      erbjudandeId: erbjudande.id,
      nr: erbjudande.kontakter,
      datum: asDate(beslut.data.datum),
      satt: formular.satt,
      naddes: beslut.data.naddes,
      text: formular.text ?? null,
    },
  });
};
