import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { arSynligt } from './skydd-sql.js';

/** A task to oneself. */
export interface EgenUppgiftsrad {
  readonly id: string;
  readonly text: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly senast: string;
  /** The ärende that it is tied to. */
  readonly nummer?: string;
  readonly klar: boolean;
}

/** How long a done task can still be opened again. */
const ANGER_DAGAR = 7;

/**
 * A person's own tasks in one statement, least time left first: the open ones, and those done within a week, which can
 * be opened again. What she wrote to herself is not a reading of anybody's records, so no reading is traced.
 *
 * @param arendeId only those tied to this ärende
 */
export async function readEgnaUppgifter(
  prisma: PrismaClient,
  agareId: string,
  nu: Date,
  arendeId?: string,
): Promise<EgenUppgiftsrad[]> {
  const since = new Date(nu.getTime() - ANGER_DAGAR * 24 * 3_600_000);
  // she may have been named once and be so no longer
  const nummer = Prisma.sql`CASE WHEN a.id IS NULL OR ${arSynligt(agareId)} THEN a.nummer END`;
  const rows = await prisma.$queryRaw<{ uppgift: EgenUppgiftsrad }[]>`
    SELECT json_strip_nulls(json_build_object(
      'id', e.id, 'text', e.text, 'senast', e.senast, 'nummer', ${nummer}, 'klar', e.klar IS NOT NULL)) AS uppgift
    FROM egen_uppgift e LEFT JOIN arende a ON a.id = e."arendeId"
    WHERE e."agareId" = ${agareId}::uuid AND (e.klar IS NULL OR e.klar > ${since.toISOString()}::timestamptz)
      ${arendeId === undefined ? Prisma.empty : Prisma.sql`AND e."arendeId" = ${arendeId}::uuid`}
    ORDER BY e.senast, e.skapad, e.id`;
  return rows.map(({ uppgift }) => uppgift);
}
