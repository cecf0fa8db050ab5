import type { RecordBeslut } from './record.js';

/** The question that an enrolled case takes to the team, with the meeting at which it is taken up. */
export const recordTeamlyft: RecordBeslut<'teamlyft'> = async (tx, { rad, beslut, formular, forandring }) => {
  const borjar = forandring.lage.teamlyft?.mote;
  if (!borjar) throw new Error(`The ärende ${rad.id} has no question to the team`);
  const mote = await tx.mote.findUniqueOrThrow({
    where: { teamId_borjar: { teamId: rad.teamId, borjar } },
    select: { id: true },
  });
  await tx.teamlyft.create({
    data: { id: beslut.id, arendeId: rad.id, moteId: mote.id, fraga: formular.fraga, lyft: forandring.om.nu },
  });
};
