import { asDate } from '../../prisma/client.js';
import type { RecordBeslut } from './record.js';
import { writeSkattning } from './skattningsrad.js';

/** What came of looking the plan over, and the participant's new self-rating. */
export const recordPlanuppfoljning: RecordBeslut<'planuppfoljning'> = async (tx, { rad, beslut, formular }) => {
  const datum = asDate(beslut.data.datum);
  await tx.planuppfoljning.create({ data: { beslutId: beslut.id, arendeId: rad.id, datum, text: formular.text } });
  await writeSkattning(tx, { beslutId: beslut.id, arendeId: rad.id, datum, steg: beslut.data.steg });
};
