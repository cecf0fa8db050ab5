import type { Beslutstyp } from '../domain/faser.js';
import { dayOf, startOfDay } from '../domain/kalender/tid.js';
import type { Dagordning } from '../domain/motesplan.js';
import type { Transaction } from '../prisma/client.js';
import type { Arenderad } from './transaktion.js';

/** The decisions that can put a case on an agenda, or take it from one to another. */
const SATTER_PA_DAGORDNING: readonly (Beslutstyp | undefined)[] = [
  'granskning',
  'komplettering',
  'utebliven_komplettering',
  'skyndsamhet',
  'rekommendation',
  'styrgruppsbeslut',
  'aterkoppling',
  'forgruppsresultat',
  'teamlyft',
  'ateroppning',
];

/**
 * The coming meetings of the case's team and how full they are, held until the transaction ends; nothing for a decision
 * that puts no case on an agenda.
 */
export const readDagordning = async (
  tx: Transaction,
  { teamId }: Pick<Arenderad, 'teamId'>,
  typ: Beslutstyp | undefined,
  nu: string,
): Promise<Dagordning | undefined> =>
  SATTER_PA_DAGORDNING.includes(typ) ? readTeamkalender(tx, teamId, nu) : undefined;

/**
 * A team's calendar from today, beside its cadence, and how full its agendas are. Holds the team's row, so that two
 * cases cannot take the last slot of a meeting in the same moment.
 *
 * @param nu the moment of the change, ISO
 */
export async function readTeamkalender(tx: Transaction, teamId: string, nu: string): Promise<Dagordning> {
  await tx.$queryRaw`SELECT 1 FROM team WHERE id = ${teamId}::uuid FOR NO KEY UPDATE`;
  const today = startOfDay(dayOf(nu));
  const moten = await tx.mote.findMany({
    where: { teamId, OR: [{ borjar: { gte: today } }, { flyttadFran: { gte: today } }] },
    select: {
      borjar: true,
      extra: true,
      installt: true,
      flyttadFran: true,
      punkter: { where: { utgatt: false }, select: { oronmarkt: true } },
    },
  });
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
  };
}
