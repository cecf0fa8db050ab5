import { recordAtgarder } from './atgarder.js';
import { currentMote } from './mote.js';
import type { RecordBeslut } from './record.js';

/** The team's answer to the lifted question, and the actions it agreed on. */
export const recordTeamlyftsvar: RecordBeslut<'teamlyftsvar'> = async (tx, { rad, formular, forandring }) => {
  const lyft = rad.lage.teamlyft;
  if (!lyft) throw new Error(`The ärende ${rad.id} has no question to the team`);
  const mote = await currentMote(tx, rad);
  await tx.teamlyft.update({
    where: { id: lyft.id },
    data: { svar: formular.svar, svarat: forandring.om.nu, moteId: mote.id },
  });
  await recordAtgarder(tx, { arendeId: rad.id, kalla: 'teamlyft', kallaId: lyft.id }, formular.atgarder);
};
