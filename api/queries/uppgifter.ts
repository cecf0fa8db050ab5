import { rattTill, type Arenderelation, type Ersatt } from '../../domain/atkomst.js';
import { kanGorasFran } from '../../domain/beslut/index.js';
import type { Forstadag, Forstadagslage } from '../../domain/beslut/regel.js';
import type { Beslutstyp } from '../../domain/faser.js';
import type { Rollkod } from '../../domain/koder.js';
import { inPlaceOf, innehavare, isDelad, isMine, maySee, vilar } from '../../domain/tilldelning.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import { mayDo, type Uppgiftsperson } from '../../domain/uppgiftsagare.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { fordelbarColumns, toFordelbar, type Fordelbarrad } from './fordelbar.js';
import { komSql } from './uppgiftsregel-sql.js';

/** Who has a task, and since when; by name, which colleagues may know of each other. */
export interface Innehav {
  readonly namn: string;
  readonly jag: boolean;
  /** ISO */
  readonly sedan?: string;
  /** who gave it to her, when she did not take it herself */
  readonly av?: string;
  readonly not?: string;
}

/** An open task as the lists show it; nothing of the person that the ärende is about. */
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
  /** the day on which somebody is reminded of it, `YYYY-MM-DD` */
  foljsUpp?: string;
  /** whether it is the person's own to do */
  min: boolean;
  /** the name of who is away and in whose place it is hers */
  istalletFor?: string;
  /** who owes it, when that is one person and not the reader */
  ansvarar?: string;
  /** who has taken it, or was given it */
  har?: Innehav;
  /** until which day it is put aside, when it is */
  vilarTill?: string;
  /** whether she can take it, so that those who owe it with her see that she does it */
  kanTas: boolean;
  /** the day from which it can be done, when that has not come */
  vantar?: Forstadag;
  /** the decision that does it, when the person may take it now and nobody else has the task */
  beslut?: Beslutstyp;
  /** what it is about, when the ärende has several of its kind: an action, a proposal */
  ref?: string;
  /** the page of the ärende that the person may open */
  arende?: string;
  /** when it came to her, ISO: a later moment than that of her last look is news */
  kom: string;
}

interface Row extends Fordelbarrad {
  id: string;
  nummer: string;
  insats: string;
  roll: Rollkod;
  verksamhet: string | null;
  ansvarar: { id: string; namn: string } | null;
  ref: string | null;
  lage: Forstadagslage;
  paminns: string | null;
  fordelning: { sedan: string; av: string; not: string | null; sjalv: boolean } | null;
  kom: Date;
}

/** Who reads a list, with the names of those whom she stands in for. */
export interface Uppgiftslasare extends Uppgiftsperson {
  readonly ersatter?: readonly (Ersatt & { readonly namn: string })[];
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

function innehavOf(row: Row, person: Uppgiftsperson, idag: string): Innehav | undefined {
  const har = innehavare(toFordelbar(row), row.relation, idag);
  if (!har) return undefined;
  const { fordelning } = row;
  return {
    namn: har.namn,
    jag: har.id === person.id,
    ...(fordelning && { sedan: fordelning.sedan }),
    ...(fordelning && !fordelning.sjalv && { av: fordelning.av }),
    ...(fordelning?.not && { not: fordelning.not }),
  };
}

function toRad(row: Row, person: Uppgiftslasare, idag: string): Uppgiftsrad {
  const { id, nummer, insats, typ, roll, verksamhet, ansvarar, forfaller, relation, ref, paminns } = row;
  const uppgift = toFordelbar(row);
  const fran = kanGorasFran(typ, row.lage);
  const vantar = fran && fran.dag > idag ? fran : undefined;
  const arende = arendeAdress(person, nummer, relation, idag);
  const har = innehavOf(row, person, idag);
  const gor = mayDo(person, uppgift, relation, idag);
  const min = isMine(person, uppgift, relation, idag);
  const istalletFor = inPlaceOf(person, uppgift, relation, idag);
  const borta = person.ersatter?.find(({ id: ersatt }) => ersatt === istalletFor);
  return {
    id,
    nummer,
    insats,
    typ,
    roll,
    forfaller,
    min,
    ...(borta && { istalletFor: borta.namn }),
    kanTas: gor && har === undefined && isDelad(uppgift),
    kom: row.kom.toISOString(),
    ...(paminns === null ? {} : { foljsUpp: paminns }),
    ...(ansvarar === null || ansvarar.id === person.id ? {} : { ansvarar: ansvarar.namn }),
    ...(har === undefined ? {} : { har }),
    ...(vilar(uppgift, relation, idag) && uppgift.vilarTill !== undefined ? { vilarTill: uppgift.vilarTill } : {}),
    ...(verksamhet === null ? {} : { verksamhet }),
    ...(vantar ? { vantar } : {}),
    ...(!vantar && gor && (har === undefined || min) ? { beslut: uppgiftstyper[typ].beslut[0] } : {}),
    ...(ref === null ? {} : { ref }),
    ...(arende === undefined ? {} : { arende }),
  };
}

/** The moment of the next reminder stands in the state, under the number that ends the task's id. */
const paminns = Prisma.sql`(
  SELECT (p->'paminnelse'->>'nar')::timestamptz AT TIME ZONE 'Europe/Stockholm'
  FROM jsonb_array_elements(a.lage->'uppgifter') p WHERE p->>'nr' = split_part(u.id, '/', 2))::date::text`;

/** How whoever has a task came to have it; putting it aside changes nothing of that. */
const fordelning = Prisma.sql`(
  SELECT json_build_object('sedan', t.nar, 'av', av.namn, 'not', t.not, 'sjalv', t."avId" = t."tillId")
  FROM tilldelning t JOIN anvandare av ON av.id = t."avId"
  WHERE t."uppgiftId" = u.id AND t."tillId" = u."tilldeladId" AND t."franId" IS DISTINCT FROM t."tillId"
  ORDER BY t.nar DESC, t.id LIMIT 1)`;

/** Who alone owes a task: whom it names, the ärende's koordinator, who sent the remiss. Others are owed by several. */
const ansvarar = Prisma.sql`(
  SELECT json_build_object('id', e.id, 'namn', e.namn) FROM anvandare e
  WHERE e.id = coalesce(u."anvandareId", CASE u.roll WHEN 'koordinator' THEN a."koordinatorId"
                                                     WHEN 'handlaggare' THEN r."remittentId" END))`;

/**
 * Reads tasks for a list, in the order of their ids, in one statement. The rules have the last word: what a person may not
 * see is left out, whatever was asked for.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function readUppgifter(
  prisma: PrismaClient,
  person: Uppgiftslasare,
  ids: readonly string[],
  idag: string,
): Promise<Uppgiftsrad[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT u.id, a.nummer, i.namn AS insats, v.namn AS verksamhet, u.ref, ${fordelbarColumns(idag)}, ${paminns} AS paminns,
           ${fordelning} AS fordelning, ${komSql(person)} AS kom,
           ${ansvarar} AS ansvarar,
           jsonb_strip_nulls(jsonb_build_object('mote', a.lage->'mote', 'teamlyft', a.lage->'teamlyft',
             'uppgifter', a.lage->'uppgifter', 'startdatum', a.lage->'startdatum')) AS lage
    FROM uppgift u
    JOIN arende a ON a.id = u."arendeId"
    JOIN remiss r ON r."arendeId" = a.id
    JOIN insats i ON i.id = a."insatsId"
    LEFT JOIN verksamhet v ON v.id = u."verksamhetId"
    WHERE u.avslutad IS NULL AND u.id = ANY(${[...ids]})`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row && maySee(person, toFordelbar(row), row.relation, idag) ? [toRad(row, person, idag)] : [];
  });
}
