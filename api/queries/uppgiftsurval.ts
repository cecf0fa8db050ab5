import type { Rollkod } from '../../domain/koder.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import type { Uppgiftsperson } from '../../domain/uppgiftsagare.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { arendenNear, gorbarFran, komSql, uppgiftsregel } from './uppgiftsregel-sql.js';

/** What I am to do, what the team's verksamheter owe, everything I may see. */
export type Urval = 'mina' | 'teamets' | 'alla';

/** Whether a task can be done now, is put aside until a day, or cannot be done before one. */
export type Uppgiftslage = 'nu' | 'vilar' | 'vantar';

/** What a list of tasks shows: everything that is absent is not asked for. */
export interface Uppgiftsfraga {
  readonly visa: Urval;
  readonly lage: Uppgiftslage;
  /** the insats's code */
  readonly insats?: string | undefined;
  readonly typ?: Uppgiftstyp | undefined;
  /** the role that owes it */
  readonly roll?: Rollkod | undefined;
  /** the id of the verksamhet that owes it */
  readonly verksamhet?: string | undefined;
  readonly forsenade: boolean;
  /** who has it */
  readonly har?: 'jag' | 'ingen' | 'andra' | undefined;
}

/** Something that a list can be narrowed to, and how many tasks it has. */
export interface Fack {
  readonly kod: string;
  readonly namn: string;
  readonly antal: number;
}

/** The numbers of a person's tasks, and the ids of those that a page shows. */
export interface Uppgiftsurval {
  /** What can be done now, of each view, whatever it is narrowed to. */
  readonly antal: Readonly<Record<Urval, number>>;
  /** Of what she is to do now. */
  readonly forsenade: number;
  /** What she owes by a role and somebody else has. */
  readonly tagna: number;
  /** What the view can be narrowed to, of the läge that is shown. */
  readonly insatser: readonly Fack[];
  readonly verksamheter: readonly Fack[];
  readonly roller: readonly Omit<Fack, 'namn'>[];
  readonly typer: readonly Omit<Fack, 'namn'>[];
  /** How many the question finds. */
  readonly funna: Readonly<Record<Uppgiftslage, number>>;
  /** The page, least time left first. */
  readonly rader: readonly string[];
  /** The first ones of what is put aside and of what waits for a day, beside what can be done now. */
  readonly vilande: readonly string[];
  readonly vantande: readonly string[];
}

const { sql } = Prisma;

/**
 * The open tasks that a person may see, one row each: `min` (hers to do), `tagen` (she owes it, somebody else has it),
 * `lage`, and `kom`, when it came.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export function synligaUppgifter(person: Uppgiftsperson, idag: string): Prisma.Sql {
  const { held, hers, owes, reads } = uppgiftsregel(person, idag);
  return sql`
    SELECT s.*, CASE WHEN s.held THEN s.jag ELSE s.owes END AS min, s.owes AND s.held AND NOT s.jag AS tagen,
      CASE WHEN s.fran > ${idag} THEN 'vantar'
           WHEN s.held AND s."vilarTill" > ${idag}::date AND s.forfaller > ${idag}::date THEN 'vilar' ELSE 'nu' END AS lage 
    FROM (
      SELECT u.id, u.typ, u.roll, u."verksamhetId", u.forfaller, u.oppnad, u."vilarTill", a.id AS "arendeId", a.nummer,
        a."insatsId", ${gorbarFran} AS fran, ${hers} AS jag, ${held} AS held, ${owes} AS owes, ${reads} AS reads, ${komSql(person)} AS kom
      FROM uppgift u
      JOIN arende a ON a.id = u."arendeId"
      JOIN individ sk ON sk.id = a."individId"
      JOIN remiss r ON r."arendeId" = a.id
      WHERE u.avslutad IS NULL AND u."arendeId" IN ${arendenNear(person)}) s
    WHERE s.reads OR s.owes OR (s.held AND s.jag)`;
}

const VISA: Readonly<Record<Urval, Prisma.Sql>> = {
  mina: sql`s.min`,
  teamets: sql`s."verksamhetId" IS NOT NULL`,
  alla: sql`TRUE`,
};

const HAR: Readonly<Record<NonNullable<Uppgiftsfraga['har']>, Prisma.Sql>> = {
  jag: sql`(s.held AND s.jag)`,
  ingen: sql`NOT s.held`,
  andra: sql`(s.held AND NOT s.jag)`,
};

function narrowed(fraga: Uppgiftsfraga, idag: string): Prisma.Sql {
  const all = [VISA[fraga.visa]];
  if (fraga.insats !== undefined)
    all.push(sql`s."insatsId" = (SELECT fi.id FROM insats fi WHERE fi.kod = ${fraga.insats})`);
  if (fraga.typ !== undefined) all.push(sql`s.typ = ${fraga.typ}`);
  if (fraga.roll !== undefined) all.push(sql`s.roll = ${fraga.roll}`);
  if (fraga.verksamhet !== undefined) all.push(sql`s."verksamhetId" = ${fraga.verksamhet}::uuid`);
  if (fraga.forsenade) all.push(sql`s.forfaller < ${idag}::date`);
  if (fraga.har !== undefined) all.push(HAR[fraga.har]);
  return Prisma.join(all, ' AND ');
}

/** The rows of a question with how many they are; `funna` is read where it stands. */
const funna = (person: Uppgiftsperson, fraga: Uppgiftsfraga, idag: string): Prisma.Sql => sql`
  sedda AS MATERIALIZED (${synligaUppgifter(person, idag)}),
  vy AS (SELECT * FROM sedda s WHERE ${VISA[fraga.visa]} AND s.lage = ${fraga.lage}),
  funna AS (SELECT * FROM sedda s WHERE ${narrowed(fraga, idag)})`;

const ids = (lage: Uppgiftslage, most: Prisma.Sql): Prisma.Sql => sql`ARRAY(
  SELECT f.id FROM funna f WHERE f.lage = ${lage}
  ORDER BY ${lage === 'vantar' ? sql`f.fran, f.nummer, f.id` : sql`f.forfaller, f.nummer, f.id`} ${most})`;

/** How many of what is put aside, or waits, stand below a page of what can be done now. */
export const VIDARE = 10;

/**
 * Counts and pages what a question finds, in one statement however much it is. A page beyond the end is the last one.
 *
 * @param sida from 1
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function uppgiftsurval(
  prisma: PrismaClient,
  person: Uppgiftsperson,
  fraga: Uppgiftsfraga,
  { sida, perSida }: { readonly sida: number; readonly perSida: number },
  idag: string,
): Promise<Uppgiftsurval> {
  const nu = (visa: Urval): Prisma.Sql => sql`count(*) FILTER (WHERE s.lage = 'nu' AND ${VISA[visa]})`;
  const page = sql`LIMIT ${perSida} OFFSET ${perSida} * (least(${sida}, greatest(1,
    ceil((SELECT count(*) FROM funna g WHERE g.lage = ${fraga.lage})::numeric / ${perSida})))::int - 1)`;
  const further = (lage: Uppgiftslage): Prisma.Sql =>
    fraga.lage === 'nu' ? ids(lage, sql`LIMIT ${VIDARE}`) : sql`ARRAY[]::text[]`;
  const grouped = (kod: Prisma.Sql, namn: Prisma.Sql, from: Prisma.Sql): Prisma.Sql => sql`coalesce((
    SELECT json_agg(json_build_object('kod', g.kod, 'namn', g.namn, 'antal', g.antal) ORDER BY g.namn COLLATE "sv-x-icu")
    FROM (SELECT ${kod} AS kod, ${namn} AS namn, count(*)::int AS antal FROM ${from} GROUP BY 1, 2) g), '[]')`;
  const rows = await prisma.$queryRaw<{ urval: Uppgiftsurval }[]>`
    WITH ${funna(person, fraga, idag)}
    SELECT json_build_object(
      'antal', (SELECT json_build_object('mina', ${nu('mina')}, 'teamets', ${nu('teamets')}, 'alla', ${nu('alla')}) FROM sedda s),
      'forsenade', (SELECT count(*) FROM sedda s WHERE s.min AND s.lage = 'nu' AND s.forfaller < ${idag}::date),
      'tagna', (SELECT count(*) FROM sedda s WHERE s.tagen),
      'insatser', ${grouped(sql`fi.kod`, sql`fi.namn`, sql`vy JOIN insats fi ON fi.id = vy."insatsId"`)},
      'verksamheter', ${grouped(sql`fv.id`, sql`fv.namn`, sql`vy JOIN verksamhet fv ON fv.id = vy."verksamhetId"`)},
      'roller', ${grouped(sql`vy.roll`, sql`vy.roll`, sql`vy`)},
      'typer', ${grouped(sql`vy.typ`, sql`vy.typ`, sql`vy`)},
      'funna', (SELECT json_build_object('nu', count(*) FILTER (WHERE f.lage = 'nu'),
        'vilar', count(*) FILTER (WHERE f.lage = 'vilar'), 'vantar', count(*) FILTER (WHERE f.lage = 'vantar')) FROM funna f),
      'rader', ${ids(fraga.lage, page)},
      'vilande', ${further('vilar')},
      'vantande', ${further('vantar')}) AS urval`;
  const urval = rows[0]?.urval;
  if (!urval) throw new Error('The tasks were not counted');
  return urval;
}

/**
 * The ids of everything that a question finds, least time left first.
 *
 * @param most how many at most; ask for one more than can be handled
 */
export async function funnaUppgifter(
  prisma: PrismaClient,
  person: Uppgiftsperson,
  fraga: Uppgiftsfraga,
  idag: string,
  most: number,
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ ids: string[] }[]>`
    WITH ${funna(person, fraga, idag)} SELECT ${ids(fraga.lage, sql`LIMIT ${most}`)} AS ids`;
  return rows[0]?.ids ?? [];
}
