import type { Person } from '../../domain/atkomst.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Rollkod } from '../../domain/koder.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { rackviddFor, withinRackvidd } from './rackvidd.js';
import { visasFor } from './skydd-sql.js';

/** Something of an ärende that waits for the styrgrupp: the question as it was put, without the person. */
export interface Styrgruppsrad {
  readonly id: string;
  readonly arendeId: string;
  readonly insatsId: string;
  readonly nummer: string;
  readonly insats: string;
  readonly typ: Uppgiftstyp;
  /** last day, `YYYY-MM-DD` */
  readonly forfaller: string;
  readonly fraga: string | null;
  readonly bakgrund: string | null;
  readonly alternativ: string | null;
  /** Whole kronor that are proposed. */
  readonly belopp: number | null;
  /** The end of an insatstid that may not be passed, `YYYY-MM-DD`. */
  readonly slut: string | null;
  readonly beslut: Beslutstyp;
  readonly ref: string | null;
}

/** What waits for the styrgrupp in the insatser that a person sits in it for, least time left first. One statement. */
export async function readStyrgrupp(prisma: PrismaClient, person: Person): Promise<Styrgruppsrad[]> {
  const reach = withinRackvidd(Prisma.sql`a."insatsId"`, rackviddFor(person, ['styrgrupp']));
  const rows = await prisma.$queryRaw<Omit<Styrgruppsrad, 'beslut'>[]>`
    SELECT u.id, a.id AS "arendeId", a."insatsId", a.nummer, i.namn AS insats, u.typ, u.forfaller::text AS forfaller, u.ref,
           coalesce(l.fraga, m.vad) AS fraga, coalesce(l.bakgrund, m.motivering) AS bakgrund, l.alternativ, m.belopp,
           CASE WHEN u.typ = 'langsta_tid' THEN a."insatstidSlut"::text END AS slut
    FROM uppgift u JOIN arende a ON a.id = u."arendeId" JOIN insats i ON i.id = a."insatsId"
    LEFT JOIN LATERAL (
      -- one that was never answered, because the case ended, is none of the next one's
      SELECT s.fraga, s.bakgrund, s.alternativ FROM styrgruppslyft s
      WHERE u.typ = 'styrgruppsbeslut' AND s."arendeId" = a.id AND s.svarad IS NULL
      ORDER BY s.lyft DESC LIMIT 1) l ON TRUE
    LEFT JOIN medel m ON m.id::text = u.ref AND m."arendeId" = a.id
    WHERE u.roll = 'styrgrupp' AND u.avslutad IS NULL AND ${reach} AND ${visasFor(person)}
    ORDER BY u.forfaller, a.nummer, u.id`;
  return rows.map((row) => ({ ...row, beslut: uppgiftstyper[row.typ].beslut[0] }));
}

/** A late task of somebody else that has been lifted to the styrgrupp, by number. */
export interface Lyftrad {
  readonly id: string;
  readonly nummer: string;
  readonly insats: string;
  readonly typ: Uppgiftstyp;
  readonly roll: Rollkod;
  /** last day, `YYYY-MM-DD` */
  readonly forfaller: string;
}

/** The tasks whose reminders have come to the styrgrupp, in the insatser that a person sits in it for. One statement. */
export const readLyfta = (prisma: PrismaClient, person: Person): Promise<Lyftrad[]> =>
  prisma.$queryRaw<Lyftrad[]>`
    SELECT u.id, a.nummer, i.namn AS insats, u.typ, u.roll, u.forfaller::text AS forfaller
    FROM arende a JOIN insats i ON i.id = a."insatsId"
    CROSS JOIN LATERAL jsonb_array_elements(a.lage->'uppgifter') l
    JOIN uppgift u ON u.id = a.id || '/' || (l->>'nr')
    WHERE l->'paminnelse'->>'niva' = 'styrgrupp' AND u.roll <> 'styrgrupp' AND u.avslutad IS NULL AND ${visasFor(person)}
      AND ${withinRackvidd(Prisma.sql`a."insatsId"`, rackviddFor(person, ['styrgrupp']))}
    ORDER BY u.forfaller, a.nummer, u.id`;
