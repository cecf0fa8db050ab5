import type { PrismaClient } from '../../prisma/client.js';

/** One row of an ärende's trace: who read or did what, by which right. */
export interface Arendeloggrad {
  readonly id: string;
  readonly nar: Date;
  /** Missing when a deadline fell due. */
  readonly av: string | null;
  readonly verksamhet: string | null;
  readonly handling: string;
  readonly grund: string | null;
  /** Who was away and in whose place it was done. */
  readonly istalletFor: string | null;
  /** What was looked at beside the page itself: a printout, a form, a meeting. */
  readonly visning: string | null;
  readonly beslut: string | null;
}

/** A page of the trace. */
export interface Arendelogg {
  readonly rader: readonly Arendeloggrad[];
  readonly antal: number;
}

export const LOGG_PER_SIDA = 50;

/** Reads a page of an ärende's trace, the latest on top, in one statement. */
export async function readArendelogg(prisma: PrismaClient, arendeId: string, sida: number): Promise<Arendelogg> {
  const rader = await prisma.$queryRaw<(Arendeloggrad & { antal: number })[]>`
    SELECT l.id::text AS id, l.nar, u.namn AS av, v.namn AS verksamhet, l.handling, l.grund,
      ui.namn AS "istalletFor",
      CASE WHEN l.data ? 'mote' AND NOT l.data ? 'visning' THEN 'mote' ELSE l.data->>'visning' END AS visning,
      l.data->>'beslut' AS beslut, (count(*) OVER ())::int AS antal
    FROM logg l LEFT JOIN anvandare u ON u.id = l."avId" LEFT JOIN verksamhet v ON v.id = u."verksamhetId"
    LEFT JOIN anvandare ui ON ui.id::text = l.data->>'istallet_for'
    WHERE l."arendeId" = ${arendeId}::uuid
    ORDER BY l.nar DESC, l.id DESC LIMIT ${LOGG_PER_SIDA} OFFSET ${(sida - 1) * LOGG_PER_SIDA}`;
  return { rader, antal: rader[0]?.antal ?? 0 };
}
