import type { NyHandelse } from '../../domain/forandring.js';
import type { Insatsprofil } from '../../domain/insatsprofil.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import type { Lage } from '../../domain/lage.js';
import { planeradePaminnelser, type Mejllage, type PlaneradPaminnelse } from '../../domain/paminnelselage.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { readKrets, type Kretsrad } from '../../prisma/mottagare.js';
import { asProfil } from '../../prisma/profil.js';

/** A mail of a reminder: to whom, by name or by part, and what became of it. */
export interface Paminnelsemejl extends Mejllage {
  readonly slag: 'paminnelse' | 'kannedom';
  readonly vem: string;
}

/** A reminder that was given, with its mails. */
export interface GivenPaminnelse {
  readonly id: string;
  readonly nar: string;
  /** The kind of the task. */
  readonly uppgift: string;
  /** The verksamhet that owes it, when one does. */
  readonly verksamhet?: string;
  readonly data: NyHandelse['data'];
  readonly mejl: readonly Paminnelsemejl[];
}

/** The reminders of a case: those to come, and those that were given, the latest first. */
export interface Paminnelser {
  readonly profil: Insatsprofil;
  readonly planerade: readonly PlaneradPaminnelse[];
  /** The verksamheter that owe open tasks, by the tasks' numbers. */
  readonly verksamheter: Readonly<Record<number, string>>;
  readonly givna: readonly GivenPaminnelse[];
}

interface Last extends Kretsrad {
  readonly lage: Lage;
  readonly profil: unknown;
  readonly verksamheter: Readonly<Record<number, string>>;
  readonly givna: readonly GivenPaminnelse[];
}

/**
 * A reminder's mails carry its task's number and the version that it was given in; the warnings of an insatstid's end are
 * reminders of their task too.
 */
const givnaSql = (vem: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT json_strip_nulls(json_build_object('id', h.version || '-' || h.ordning, 'nar', h.nar, 'data', h.data,
      'uppgift', coalesce(h.data->>'uppgift', 'insatstid'), 'verksamhet', tv.namn,
      'mejl', coalesce((
        SELECT json_agg(json_strip_nulls(json_build_object('slag', s.slag, 'vem', ${vem}, 'status', s.status, 'satt', s.satt,
          'skal', s.skal, 'fel', s.fel, 'gar', s.gar, 'skickat', s.skickat)) ORDER BY s.slag DESC, s.skal NULLS FIRST, ${vem})
        FROM utskick s JOIN anvandare m ON m.id = s."mottagareId" JOIN verksamhet v ON v.id = m."verksamhetId"
        LEFT JOIN part p ON p."forbundId" = v."forbundId" AND p.kod = v.part
        WHERE s."arendeId" = h."arendeId" AND s.sekvens = h.version AND s.slag IN ('paminnelse', 'kannedom')
          AND split_part(s.nyckel, '-', 2) = h.data->>'nr'), '[]'))) AS given, h.version, h.ordning
  FROM handelse h LEFT JOIN uppgift t ON t.id = h."arendeId" || '/' || (h.data->>'nr')
  LEFT JOIN verksamhet tv ON tv.id = t."verksamhetId"
  WHERE h."arendeId" = a.id AND h.typ IN ('paminnelse', 'insatstid_varning')`;

async function readPaminnelser(
  prisma: PrismaClient,
  arendeId: string,
  idag: string,
  vem: Prisma.Sql,
): Promise<Paminnelser> {
  const [found] = await prisma.$queryRaw<Last[]>`
    SELECT a."insatsId", a."teamId", r."remittentId", a.lage, ip.innehall AS profil,
      coalesce((
        SELECT json_object_agg(split_part(t.id, '/', 2), tv.namn)
        FROM uppgift t JOIN verksamhet tv ON tv.id = t."verksamhetId"
        WHERE t."arendeId" = a.id AND t.avslutad IS NULL), '{}') AS verksamheter,
      coalesce((SELECT json_agg(g.given ORDER BY g.version DESC, g.ordning) FROM (${givnaSql(vem)}) g), '[]') AS givna
    FROM arende a JOIN remiss r ON r."arendeId" = a.id
    JOIN insatsprofil ip ON ip."insatsId" = a."insatsId" AND ip.version = a.profilversion
    WHERE a.id = ${arendeId}::uuid`;
  if (!found) throw new Error(`No ärende ${arendeId}`);
  const { givna, verksamheter, lage, ...rad } = found;
  const profil = asProfil(rad.profil);
  const krets = await readKrets(prisma, rad, lage, idag);
  return {
    profil,
    planerade: planeradePaminnelser(lage, krets, { profil, kalender: svenskKalender }),
    verksamheter,
    givna,
  };
}

/** The reminders of a case, with the names of those who were reminded; one statement, and the people around the case. */
export const arendepaminnelser = (prisma: PrismaClient, arendeId: string, idag: string): Promise<Paminnelser> =>
  readPaminnelser(prisma, arendeId, idag, Prisma.sql`m.namn`);

/** The same without names, as kansli sees it: the part of each. */
export const kanslipaminnelser = (prisma: PrismaClient, arendeId: string, idag: string): Promise<Paminnelser> =>
  readPaminnelser(prisma, arendeId, idag, Prisma.sql`coalesce(p.namn, v.namn)`);
