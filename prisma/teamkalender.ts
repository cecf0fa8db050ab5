import { dayOf, startOfDay } from '../domain/kalender/tid.js';
import type { Dagordning } from '../domain/motesplan.js';
import type { PrismaClient, Transaction } from './client.js';
import { asProfil } from './profil.js';

/**
 * A team's calendar from today, beside its cadence, how full its agendas are, and the team as it is today.
 *
 * @param nu now, ISO
 */
export async function readTeamkalender(
  db: PrismaClient | Transaction,
  teamId: string,
  nu: string,
): Promise<Dagordning> {
  const today = startOfDay(dayOf(nu));
  const moten = await db.mote.findMany({
    where: { teamId, OR: [{ borjar: { gte: today } }, { flyttadFran: { gte: today } }] },
    select: {
      borjar: true,
      extra: true,
      installt: true,
      flyttadFran: true,
      punkter: { where: { utgatt: false }, select: { oronmarkt: true } },
    },
  });
  const { kod, insats } = await db.team.findUniqueOrThrow({
    where: { id: teamId },
    select: {
      kod: true,
      insats: { select: { profiler: { orderBy: { version: 'desc' }, take: 1, select: { innehall: true } } } },
    },
  });
  const [newest] = insats.profiler;
  const held = moten.filter(({ installt }) => !installt);
  return {
    andringar: {
      installda: moten.flatMap(({ borjar, installt, flyttadFran }) => [
        ...(installt ? [borjar.toISOString()] : []),
        ...(flyttadFran ? [flyttadFran.toISOString()] : []),
      ]),
      extra: held.filter(({ extra, flyttadFran }) => extra || flyttadFran).map(({ borjar }) => borjar.toISOString()),
    },
    belaggning: held.map(({ borjar, punkter }) => ({
      borjar: borjar.toISOString(),
      upptagna: punkter.length,
      nollplacerade: punkter.filter(({ oronmarkt }) => oronmarkt).length,
    })),
    team: newest && asProfil(newest.innehall).team.find((team) => team.kod === kod),
  };
}
