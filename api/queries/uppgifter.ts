import { rattTill, type Arenderelation } from '../../domain/atkomst.js';
import { kanGorasFran } from '../../domain/beslut/index.js';
import type { Forstadag, Forstadagslage } from '../../domain/beslut/regel.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Rollkod } from '../../domain/koder.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import { maySee, mayDo, owes, type Agduppgift, type Uppgiftsperson } from '../../domain/uppgiftsagare.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { idsOf, isOneOf, rackviddFor, teamOf, withinRackvidd } from './rackvidd.js';
import { relationSql } from '../../prisma/relation-sql.js';

/** An open task as the lists show it; no personal data. */
export interface Uppgiftsrad {
  id: string;
  nummer: string;
  insats: string;
  typ: Uppgiftstyp;
  roll: Rollkod;
  /** the verksamhet that owes it, when it is a verksamhet's */
  verksamhet?: string;
  /** last day, `YYYY-MM-DD` */
  forfaller: string;
  /** whether the person owes it herself */
  min: boolean;
  /** the day from which it can be done, when that has not come */
  vantar?: Forstadag;
  /** the decision that does it, when the person may take it now */
  beslut?: Beslutstyp;
  /** what it is about, when the ärende has several of its kind: an action, a proposal */
  ref?: string;
  /** the page of the ärende that the person may open */
  arende?: string;
}

interface Row {
  id: string;
  nummer: string;
  insats: string;
  typ: Uppgiftstyp;
  roll: Rollkod;
  verksamhetId: string | null;
  verksamhet: string | null;
  personId: string | null;
  ref: string | null;
  forfaller: string;
  relation: Arenderelation;
  lage: Forstadagslage;
}

/** Where a person opens an ärende: the case, her own remiss, or nowhere. */
export function arendeAdress(
  person: Uppgiftsperson,
  nummer: string,
  relation: Arenderelation,
  idag: string,
): string | undefined {
  if (rattTill(person, 'las_arende', relation, idag)) return `/arenden/${nummer}`;
  return rattTill(person, 'las_remiss', relation, idag) ? `/remisser/${nummer}` : undefined;
}

const agd = ({ typ, roll, verksamhetId, personId }: Row): Agduppgift => ({
  typ,
  roll,
  verksamhetId: verksamhetId ?? undefined,
  personId: personId ?? undefined,
});

function toRad(row: Row, person: Uppgiftsperson, idag: string): Uppgiftsrad {
  const { id, nummer, insats, typ, roll, verksamhet, forfaller, relation, ref } = row;
  const uppgift = agd(row);
  const fran = kanGorasFran(typ, row.lage);
  const vantar = fran && fran.dag > idag ? fran : undefined;
  const arende = arendeAdress(person, nummer, relation, idag);
  return {
    id,
    nummer,
    insats,
    typ,
    roll,
    forfaller,
    min: owes(person, uppgift, relation, idag),
    ...(verksamhet === null ? {} : { verksamhet }),
    ...(vantar ? { vantar } : {}),
    ...(!vantar && mayDo(person, uppgift, relation, idag) ? { beslut: uppgiftstyper[typ].beslut[0] } : {}),
    ...(ref === null ? {} : { ref }),
    ...(arende === undefined ? {} : { arende }),
  };
}

/**
 * Every open task that a person may see over all her roles, least time left first. One statement, however many rows;
 * it brings what can be hers, and the access rule decides.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function openTasks(prisma: PrismaClient, person: Uppgiftsperson, idag: string): Promise<Uppgiftsrad[]> {
  const leds = rackviddFor(person, ['sammankallande', 'styrgrupp']);
  const own = idsOf(person);
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT u.id, a.nummer, i.namn AS insats, u.typ, u.roll, u."verksamhetId", v.namn AS verksamhet, u."anvandareId" AS "personId", u.ref,
           u.forfaller::text AS forfaller, ${relationSql} AS relation,
           jsonb_strip_nulls(jsonb_build_object('mote', a.lage->'mote', 'teamlyft', a.lage->'teamlyft',
             'uppgifter', a.lage->'uppgifter', 'startdatum', a.lage->'startdatum')) AS lage
    FROM uppgift u
    JOIN arende a ON a.id = u."arendeId"
    JOIN remiss r ON r."arendeId" = a.id
    JOIN insats i ON i.id = a."insatsId"
    LEFT JOIN verksamhet v ON v.id = u."verksamhetId"
    WHERE u.avslutad IS NULL
      AND (${isOneOf(Prisma.sql`u."anvandareId"`, own)} OR ${isOneOf(Prisma.sql`r."remittentId"`, own)}
           OR ${isOneOf(Prisma.sql`a."koordinatorId"`, own)}
           OR ${withinRackvidd(Prisma.sql`a."insatsId"`, leds)} OR ${isOneOf(Prisma.sql`a."teamId"`, teamOf(person))})
    ORDER BY u.forfaller, a.nummer, u.id`;
  return rows.filter((row) => maySee(person, agd(row), row.relation, idag)).map((row) => toRad(row, person, idag));
}
