import { stangProtokoll } from '../../../api/records/mote/stang-protokoll.js';
import type { PrismaClient } from '../../client.js';
import { demoId, type Organisation } from './organisation.js';
import { ledare } from './spela.js';

/** Between the last word of a meeting and its minutes. */
const EFTER_MS = 10 * 60_000;

/**
 * Closes the minutes of the meetings that were held, when the last of their ärenden had its outcome, as who led them would
 * have done. One that still has an ärende without outcome stays open by its own rule.
 *
 * @param nu the moment up to which the demo is played, ISO
 */
export async function stangProtokollen(prisma: PrismaClient, { person }: Organisation, nu: string): Promise<void> {
  const moten = await prisma.mote.findMany({
    where: { borjar: { lt: nu }, installt: false, avslutat: null },
    orderBy: { borjar: 'asc' },
    select: {
      id: true,
      borjar: true,
      team: { select: { insats: { select: { kod: true } } } },
    },
  });
  for (const { id, borjar, team } of moten) {
    const said = [borjar, ...(await readUtfall(prisma, id))];
    const closed = new Date(Math.max(...said.map((one) => one.getTime())) + EFTER_MS).toISOString();
    const leds = ledare(team.insats.kod);
    if (closed > nu || leds === undefined) continue;
    await stangProtokoll(prisma, { moteId: id, av: demoId(person, leds), nu: closed });
  }
}

/** When each ärende of a meeting had its outcome. */
async function readUtfall(prisma: PrismaClient, moteId: string): Promise<Date[]> {
  const rekommendationer = await prisma.rekommendation.findMany({ where: { moteId }, select: { nar: true } });
  const svar = await prisma.teamlyft.findMany({ where: { moteId, svarat: { not: null } }, select: { svarat: true } });
  return [...rekommendationer.map(({ nar }) => nar), ...svar.flatMap(({ svarat }) => (svarat ? [svarat] : []))];
}
