import type { Beslutstyp } from '../domain/faser.js';
import type { Dagordning } from '../domain/motesplan.js';
import type { Transaction } from '../prisma/client.js';
import { readTeamkalender } from '../prisma/teamkalender.js';
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
  SATTER_PA_DAGORDNING.includes(typ) ? lockTeamkalender(tx, teamId, nu) : undefined;

/**
 * A team's calendar, held until the transaction ends, so that two cases cannot take the last slot of a meeting in the
 * same moment.
 *
 * @param nu the moment of the change, ISO
 */
export async function lockTeamkalender(tx: Transaction, teamId: string, nu: string): Promise<Dagordning> {
  await tx.$queryRaw`SELECT 1 FROM team WHERE id = ${teamId}::uuid FOR NO KEY UPDATE`;
  return readTeamkalender(tx, teamId, nu);
}
