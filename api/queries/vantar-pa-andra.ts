import { rattTill, remittentDeltar, type Arenderelation } from '../../domain/atkomst.js';
import type { Rollkod } from '../../domain/koder.js';
import { nastaForRemittenten, type Steg } from '../../domain/remittentens-insyn.js';
import { isMine } from '../../domain/tilldelning.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import type { Uppgiftsperson } from '../../domain/uppgiftsagare.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { relationSql } from '../../prisma/relation-sql.js';
import { fordelbarColumns, toFordelbar, type Fordelbarrad } from './fordelbar.js';
import { idsOf, isOneOf } from './rackvidd.js';
import { arendeAdress } from './uppgifter.js';

/** A case or a remiss of the person's whose next step somebody else owes; nothing of the person that it is about. */
export interface Vantar {
  readonly nummer: string;
  readonly insats: string;
  readonly typ: Uppgiftstyp;
  readonly roll: Rollkod;
  readonly verksamhet?: string;
  /** last day, `YYYY-MM-DD` */
  readonly forfaller: string;
  /** the page of it that the person may open */
  readonly adress: string;
}

interface Row {
  readonly nummer: string;
  readonly insats: string;
  readonly nastaTyp: Uppgiftstyp;
  readonly nastaRoll: Rollkod;
  readonly nastaForfaller: string;
  readonly verksamhet: string | null;
  readonly relation: Arenderelation;
  /** the ärende's open tasks */
  readonly uppgifter: readonly Steg[];
  /** missing when the next step opens by itself */
  readonly uppgift: Fordelbarrad | null;
}

/** More than anybody follows up in a day. */
const MOST = 200;

/**
 * The open ärenden that a person is koordinator for or has sent, also in the place of who is away, whose next step is
 * somebody else's; least time left first. One statement; the rules decide whose the step is, and that a remittent whose
 * verksamhet has no samtycke is told nothing.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function vantarPaAndra(prisma: PrismaClient, person: Uppgiftsperson, idag: string): Promise<Vantar[]> {
  const own = idsOf(person);
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT a.nummer, i.namn AS insats, a."nastaUppgift" AS "nastaTyp", a."nastaRoll", a."nastaForfaller"::text AS "nastaForfaller",
      ${relationSql} AS relation, n.verksamhet, n.uppgift, a.lage->'uppgifter' AS uppgifter
    FROM arende a
    JOIN remiss r ON r."arendeId" = a.id
    JOIN insats i ON i.id = a."insatsId"
    LEFT JOIN LATERAL (
      SELECT v.namn AS verksamhet, (SELECT to_json(f) FROM (SELECT ${fordelbarColumns(idag)}) f) AS uppgift
      FROM uppgift u LEFT JOIN verksamhet v ON v.id = u."verksamhetId"
      WHERE u."arendeId" = a.id AND u.avslutad IS NULL AND u.typ = a."nastaUppgift" AND u.forfaller = a."nastaForfaller"
      ORDER BY u.id LIMIT 1) n ON TRUE
    WHERE a.fas <> 'stangd' AND a."nastaUppgift" IS NOT NULL
      AND (${isOneOf(Prisma.sql`a."koordinatorId"`, own)} OR ${isOneOf(Prisma.sql`r."remittentId"`, own)})
    ORDER BY a."nastaForfaller", a.nummer LIMIT ${MOST}`;
  return rows.flatMap((row) => toVantar(row, person, idag));
}

function toVantar(row: Row, person: Uppgiftsperson, idag: string): Vantar[] {
  const { nummer, insats, nastaTyp: typ, nastaRoll: roll, nastaForfaller: forfaller, relation, uppgift } = row;
  const reads = rattTill(person, 'las_arende', relation, idag) !== undefined;
  const adress = arendeAdress(person, nummer, relation, idag);
  const step = uppgift ? toFordelbar(uppgift) : { typ, roll, forfaller };
  const told = reads || remittentDeltar(relation, idag);
  if (!told || adress === undefined || isMine(person, step, relation, idag)) return [];
  const nasta = { typ, roll, forfaller, ...(row.verksamhet && { verksamhet: row.verksamhet }) };
  const sagd: (Steg & { readonly verksamhet?: string }) | undefined = reads
    ? nasta
    : nastaForRemittenten(nasta, row.uppgifter);
  if (!sagd || (sagd !== nasta && isMine(person, sagd, relation, idag))) return [];
  const { verksamhet } = sagd;
  return [
    {
      nummer,
      insats,
      typ: sagd.typ,
      roll: sagd.roll,
      forfaller: sagd.forfaller,
      adress,
      ...(verksamhet && { verksamhet }),
    },
  ];
}
