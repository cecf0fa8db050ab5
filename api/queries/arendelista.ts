import { rattTill, relationer, type Arenderelation } from '../../domain/atkomst.js';
import type { Fas } from '../../domain/faser.js';
import { skyddatNamn } from '../../domain/skydd.js';
import type { Rollkod } from '../../domain/koder.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import type { Uppgiftsperson } from '../../domain/uppgiftsagare.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { idsOf, isOneOf, rackviddFor, withinRackvidd } from './rackvidd.js';
import { relationSql } from '../../prisma/relation-sql.js';
import { visasFor } from './skydd-sql.js';
import { arendeAdress } from './uppgifter.js';

/** What the list shows: everything that is absent is not asked for. */
export interface Listfilter {
  /** the insats's code */
  insats?: string | undefined;
  /** a phase; without it every open ärende */
  fas?: Fas | undefined;
  /** only those that the person is koordinator for, or stands in for who is */
  mina: boolean;
  /** page, from 1 */
  sida: number;
}

/** An ärende of the insats. `person` is there only for who may read the case. */
export interface Arenderad {
  id: string;
  nummer: string;
  insats: string;
  /** name, alias or what stands for a name */
  person?: string;
  skyddad: boolean;
  fas: Fas;
  fasSedan: Date;
  uppgift: Uppgiftstyp | null;
  roll: Rollkod | null;
  /** last day, `YYYY-MM-DD` */
  forfaller: string | null;
  koordinator: string | null;
  /** whether she is koordinator herself, or stands in for who is */
  egen: boolean;
  /** the page of the ärende that the person may open */
  adress?: string;
}

interface Row {
  id: string;
  nummer: string;
  insats: string;
  fas: Fas;
  fasSedan: Date;
  uppgift: Uppgiftstyp | null;
  roll: Rollkod | null;
  forfaller: string | null;
  koordinator: string | null;
  namn: string | null;
  alias: string | null;
  fodelsear: number;
  skyddad: boolean;
  relation: Arenderelation;
  totalt: number;
}

/** The roles that have the insats's list. */
export const LISTROLLER = ['koordinator', 'sammankallande'] as const satisfies Rollkod[];
export const PER_SIDA = 50;

const personOf = ({ namn, alias, fodelsear, skyddad }: Row): string => {
  if (skyddad) return skyddatNamn(alias);
  return namn ?? `Avidentifierad, född ${fodelsear}`;
};

function toRad(row: Row, person: Uppgiftsperson, idag: string): Arenderad {
  const { id, nummer, insats, fas, fasSedan, uppgift, roll, forfaller, koordinator, relation } = row;
  const reads = rattTill(person, 'las_arende', relation, idag) !== undefined;
  const adress = arendeAdress(person, nummer, relation, idag);
  return {
    id,
    nummer,
    insats,
    fas,
    fasSedan,
    uppgift,
    roll,
    forfaller,
    koordinator,
    egen: relationer(person, relation, idag).includes('koordinator'),
    skyddad: reads && row.skyddad,
    ...(reads ? { person: personOf(row) } : {}),
    ...(adress === undefined ? {} : { adress }),
  };
}

function conditions(person: Uppgiftsperson, filter: Listfilter): Prisma.Sql {
  const all = [withinRackvidd(Prisma.sql`a."insatsId"`, rackviddFor(person, LISTROLLER)), visasFor(person)];
  all.push(filter.fas === undefined ? Prisma.sql`a.fas <> 'stangd'` : Prisma.sql`a.fas = ${filter.fas}`);
  if (filter.insats !== undefined) all.push(Prisma.sql`i.kod = ${filter.insats}`);
  if (filter.mina) all.push(isOneOf(Prisma.sql`a."koordinatorId"`, idsOf(person)));
  return Prisma.join(all, ' AND ');
}

/**
 * One page of the ärenden of the insatser in which the person is koordinator or sammankallande: her own first, then by
 * number. One statement.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function arendelista(
  prisma: PrismaClient,
  person: Uppgiftsperson,
  filter: Listfilter,
  idag: string,
): Promise<{ rader: Arenderad[]; totalt: number }> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT a.id, a.nummer, i.namn AS insats, a.fas, a."fasSedan", a."nastaUppgift" AS uppgift, a."nastaRoll" AS roll,
           a."nastaForfaller"::text AS forfaller, k.namn AS koordinator,
           p.namn, p.alias, p.fodelsear, p.skyddad, ${relationSql} AS relation, count(*) OVER ()::int AS totalt
    FROM arende a
    JOIN insats i ON i.id = a."insatsId"
    JOIN remiss r ON r."arendeId" = a.id
    JOIN individ p ON p.id = a."individId"
    LEFT JOIN anvandare k ON k.id = a."koordinatorId"
    WHERE ${conditions(person, filter)}
    ORDER BY ${isOneOf(Prisma.sql`a."koordinatorId"`, idsOf(person))} DESC NULLS LAST, a.nummer
    LIMIT ${PER_SIDA} OFFSET ${PER_SIDA * (filter.sida - 1)}`;
  return { rader: rows.map((row) => toRad(row, person, idag)), totalt: rows[0]?.totalt ?? 0 };
}

/** An insats to choose in a filter. */
export interface Insatsval {
  kod: string;
  namn: string;
}

/** The insatser whose list the person has, by name. */
export const listinsatser = (prisma: PrismaClient, person: Uppgiftsperson): Promise<Insatsval[]> =>
  prisma.$queryRaw<Insatsval[]>`
    SELECT i.kod, i.namn FROM insats i
    WHERE ${withinRackvidd(Prisma.sql`i.id`, rackviddFor(person, LISTROLLER))} ORDER BY i.namn COLLATE "sv-x-icu"`;

/** Where the ärende of a number is opened by a person; nothing when there is none that she may open. */
export async function jumpTo(
  prisma: PrismaClient,
  person: Uppgiftsperson,
  nummer: string,
  idag: string,
): Promise<string | undefined> {
  const rows = await prisma.$queryRaw<{ relation: Arenderelation }[]>`
    SELECT ${relationSql} AS relation
    FROM arende a JOIN insats i ON i.id = a."insatsId" JOIN remiss r ON r."arendeId" = a.id
    WHERE a.nummer = ${nummer}`;
  const [found] = rows;
  return found && arendeAdress(person, nummer, found.relation, idag);
}
