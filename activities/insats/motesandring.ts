import { hinder } from '../../domain/hinder.js';
import type { Insatsbeslut, Insatsformular } from '../../domain/insats/lage.js';
import type { Transaction } from '../../prisma/client.js';
import { hinderFailure } from '../../workflows/failures.js';
import { lockTeamkalender } from '../dagordning.js';
import type { Insatsrad } from './rad.js';

/**
 * Writes the change into the team's calendar and lets every case on the meeting know: a moved meeting keeps its row and
 * its agenda, a cancelled one is marked, an extra one is new.
 *
 * @throws a failure of type `Hinder` when a meeting was cancelled at the moment that another is to be moved to
 */
export async function recordMotesandring(
  tx: Transaction,
  rad: Insatsrad,
  { data: { team, slag, fran, till } }: Insatsbeslut<'motesandring'>,
  _formular: Insatsformular['motesandring'],
  nu: string,
): Promise<void> {
  const teamId = rad.team.find(({ kod }) => kod === team)?.id;
  if (teamId === undefined) throw new Error(`The insats has no team ${team}`);
  // a case that is being put on the very meeting waits for the change, or is told of it
  await lockTeamkalender(tx, teamId, nu);
  if (slag === 'extra') return addExtra(tx, teamId, till);
  const mote = await findOrMake(tx, teamId, fran);
  if (slag === 'installt') await tx.mote.update({ where: { id: mote.id }, data: { installt: true } });
  else await move(tx, teamId, mote, till);
  await tellCases(tx, mote.id, nu);
}

interface Moterad {
  readonly id: string;
  readonly borjar: Date;
  readonly extra: boolean;
  readonly flyttadFran: Date | null;
}

async function addExtra(tx: Transaction, teamId: string, till: string | undefined): Promise<void> {
  const borjar = instant(till);
  await tx.mote.upsert({
    where: { teamId_borjar: { teamId, borjar } },
    create: { teamId, borjar, extra: true },
    // a meeting that was cancelled at that moment is held after all
    update: { installt: false, extra: true },
  });
}

const findOrMake = (tx: Transaction, teamId: string, fran: string | undefined): Promise<Moterad> => {
  const borjar = instant(fran);
  return tx.mote.upsert({
    where: { teamId_borjar: { teamId, borjar } },
    create: { teamId, borjar },
    update: {},
    select: { id: true, borjar: true, extra: true, flyttadFran: true },
  });
};

async function move(tx: Transaction, teamId: string, mote: Moterad, till: string | undefined): Promise<void> {
  const borjar = instant(till);
  if ((await tx.mote.count({ where: { teamId, borjar } })) > 0)
    throw hinderFailure(
      hinder('installt_da', 'Ett möte har ställts in den tiden. Välj en annan tid, eller lägg till ett extra möte då.'),
    );
  // what an extra meeting was moved from is no moment of the cadence
  const kadens = mote.flyttadFran ?? (mote.extra ? null : mote.borjar);
  const isBack = kadens?.getTime() === borjar.getTime();
  await tx.mote.update({
    where: { id: mote.id },
    data: { borjar, flyttadFran: isBack ? null : kadens, extra: !isBack },
  });
}

async function tellCases(tx: Transaction, moteId: string, nu: string): Promise<void> {
  const punkter = await tx.motespunkt.findMany({ where: { moteId, utgatt: false }, select: { arendeId: true } });
  await tx.motoruppdrag.createMany({
    data: punkter.map(({ arendeId }) => ({ slag: 'avstamning', refId: arendeId, skapat: nu })),
  });
}

function instant(moment: string | undefined): Date {
  if (moment === undefined) throw new Error('The decision names no moment');
  return new Date(moment);
}
