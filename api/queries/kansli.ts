import type { Person } from '../../domain/atkomst.js';
import { deltagandefaser, type Fas } from '../../domain/faser.js';
import { svenskKalender } from '../../domain/kalender/svensk.js';
import type { Rollkod } from '../../domain/koder.js';
import type { Uppgiftstyp } from '../../domain/uppgifter.js';
import { Prisma, type PrismaClient } from '../../prisma/client.js';
import { raknaPlatser, type Platsrakning, type Platsunderlag } from '../../domain/platser.js';
import { platsunderlagSql } from '../../prisma/platser-sql.js';
import { agareJoin, agareSql } from './agare-sql.js';
import { rackviddFor, withinRackvidd } from './rackvidd.js';
import { isSkyddad, visasFor } from './skydd-sql.js';

/*
 * What kansli sees: numbers, phases, dates and who owes what. No statement in this file names a column that holds a
 * name, kön, age, kommun or a text that somebody wrote about a person (design 3).
 */

/** A case stands still when its next step is overdue by more working days than this. */
export const STILLA_ARBETSDAGAR = 10;
const INSATSTID_DAGAR = 30;
const EPOST_DAGAR = 30;
export const PER_SIDA = 50;

/** The phases in which somebody waits to be taken in. */
const VANTAR: readonly Fas[] = ['mottagen', 'komplettering', 'konsultation', 'styrgrupp', 'inskrivning', 'ko'];

/** The mail that a row `s` of what was told went with: one of its own, or a morning's. */
const mejlet = Prisma.sql`coalesce(s."sammanstallningId", s.id)`;

/** One phase of one insats, its closed ärenden left out. */
export interface Faslage {
  fas: Fas;
  antal: number;
  /** next step overdue */
  forsenade: number;
  /** next step overdue by more than ten working days, or none at all */
  stilla: number;
  insatstidSlut: number;
  uppfoljningar: number;
  /** whole days since the oldest ärende that waits for a place came in */
  aldstVantan: number | null;
}

/** One insats with its phases. */
export interface Insatslage {
  kod: string;
  namn: string;
  /** whether ärenden may be seen one by one; otherwise counts only */
  perArende: boolean;
  platser: Platsrakning;
  epostFel: number;
  faser: Faslage[];
}

/** As the statement gives it: the places not counted yet. */
type Insatsrad = Omit<Insatslage, 'platser'> & { platser: Platsunderlag; samtidigt: number | null };

/** What kansli counts, and can see the ärenden behind. */
export const urval = ['forsenade', 'stilla', 'insatstidSlut', 'uppfoljningar'] as const;
export type Urval = (typeof urval)[number];

/** Whether an open ärende `a` is one of those counted: the figure and the list behind it ask the same. */
function villkor(vad: Urval, idag: string): Prisma.Sql {
  switch (vad) {
    case 'forsenade':
      return Prisma.sql`(a."nastaForfaller" < ${idag}::date)`;
    case 'stilla':
      return Prisma.sql`(a."nastaForfaller" IS NULL OR a."nastaForfaller" < ${stillaFore(idag)}::date)`;
    case 'insatstidSlut':
      return Prisma.sql`(a.fas IN (${Prisma.join([...deltagandefaser])}) AND a."insatstidSlut"
        BETWEEN ${idag}::date AND ${idag}::date + ${INSATSTID_DAGAR}::int)`;
    case 'uppfoljningar':
      return Prisma.sql`(left(a.lage -> 'uppfoljning' ->> 'dag', 7) = ${idag.slice(0, 7)})`;
  }
}

const reach = (person: Person): Prisma.Sql => withinRackvidd(Prisma.sql`i.id`, rackviddFor(person, ['kansli']));

/** The last day that is overdue enough to be called standing still is the one before this. */
const stillaFore = (idag: string): string => svenskKalender.addArbetsdagar(idag, -STILLA_ARBETSDAGAR);

/**
 * Counts per insats and phase: every figure of kansli's page. One statement.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export async function insatslagen(prisma: PrismaClient, person: Person, idag: string): Promise<Insatslage[]> {
  const vantan = Prisma.join([...VANTAR]);
  const platser = {
    insatsId: Prisma.sql`i.id`,
    dag: idag,
    pausFrigorPlats: Prisma.sql`coalesce((k.kapacitet ->> 'pausFrigorPlats')::boolean, false)`,
  };
  const rader = await prisma.$queryRaw<Insatsrad[]>`
    SELECT i.kod, i.namn, i."kanslivyPerArende" AS "perArende",
      (k.kapacitet ->> 'samtidigt')::int AS samtidigt,
      ${platsunderlagSql(platser)} AS platser,
      (SELECT count(DISTINCT ${mejlet})::int FROM utskick s
       LEFT JOIN arende b ON b.id = s."arendeId"
       WHERE coalesce(b."insatsId", s."insatsId") = i.id AND s.status IN ('misslyckat', 'studsat')
         AND s.skapat > ${idag}::date - ${EPOST_DAGAR}::int) AS "epostFel",
      coalesce((SELECT json_agg(f) FROM (
        SELECT a.fas, count(*) AS antal,
          count(*) FILTER (WHERE ${villkor('forsenade', idag)}) AS forsenade,
          count(*) FILTER (WHERE ${villkor('stilla', idag)}) AS stilla,
          count(*) FILTER (WHERE ${villkor('insatstidSlut', idag)}) AS "insatstidSlut",
          count(*) FILTER (WHERE ${villkor('uppfoljningar', idag)}) AS uppfoljningar,
          ${idag}::date - (min(a.skapad) FILTER (WHERE a.fas IN (${vantan}))
            AT TIME ZONE 'Europe/Stockholm')::date AS "aldstVantan"
        FROM arende a WHERE a."insatsId" = i.id AND a.fas <> 'stangd' GROUP BY a.fas) f), '[]') AS faser
    FROM insats i
    LEFT JOIN LATERAL (SELECT p.innehall -> 'kapacitet' AS kapacitet FROM insatsprofil p
      WHERE p."insatsId" = i.id ORDER BY p.version DESC LIMIT 1) k ON true
    WHERE ${reach(person)} ORDER BY i.namn COLLATE "sv-x-icu"`;
  return rader.map(({ samtidigt, platser: counted, ...rad }) => ({
    ...rad,
    platser: raknaPlatser(counted, samtidigt ?? undefined),
  }));
}

/** An ärende by number. */
export interface Kansliarende {
  nummer: string;
  insats: string;
  fas: Fas;
  fasSedan: Date;
  skapad: Date;
  uppgift: Uppgiftstyp | null;
  roll: Rollkod | null;
  /** last day, `YYYY-MM-DD` */
  forfaller: string | null;
  /** the verksamheter that owe the next step */
  verksamhet: string | null;
  paminnelser: number;
  senastePaminnelse: Date | null;
}

export interface Kanslifilter {
  insats?: string | undefined;
  fas?: Fas | undefined;
  /** page, from 1 */
  sida: number;
}

/** Of a protected person there is no row but to who is named: she is only counted (design 3). */
const arendesida = (prisma: PrismaClient, person: Person, which: Prisma.Sql, order: Prisma.Sql, sida: number) =>
  prisma.$queryRaw<(Kansliarende & { totalt: number })[]>`
    SELECT a.nummer, i.namn AS insats, a.fas, a."fasSedan", a.skapad, a."nastaUppgift" AS uppgift,
           a."nastaRoll" AS roll, a."nastaForfaller"::text AS forfaller,
           coalesce(owed.verksamheter, ${agareSql(Prisma.sql`a."nastaRoll"`)}) AS verksamhet,
           sent.antal AS paminnelser, sent.senast AS "senastePaminnelse", count(*) OVER ()::int AS totalt
    FROM arende a
    ${agareJoin}
    LEFT JOIN LATERAL (
      SELECT string_agg(DISTINCT v.namn, '; ') AS verksamheter, min(u.oppnad) AS oppnad
      FROM uppgift u LEFT JOIN verksamhet v ON v.id = u."verksamhetId"
      WHERE u."arendeId" = a.id AND u.avslutad IS NULL AND u.typ = a."nastaUppgift") owed ON true
    LEFT JOIN LATERAL (
      SELECT count(DISTINCT s.nyckel)::int AS antal, max(coalesce(s.skickat, s.skapat)) AS senast
      FROM utskick s
      WHERE s."arendeId" = a.id AND s.slag = 'paminnelse' AND s.uppgift = a."nastaUppgift"
        AND s.status IN ('skickat', 'historiskt') AND s.skapat >= owed.oppnad) sent ON true
    WHERE i."kanslivyPerArende" AND ${visasFor(person)} AND ${which}
    ORDER BY ${order} LIMIT ${PER_SIDA} OFFSET ${PER_SIDA * (sida - 1)}`;

const withTotal = <T extends { totalt: number }>(rader: T[]): { rader: T[]; totalt: number } => ({
  rader,
  totalt: rader[0]?.totalt ?? 0,
});

/** The open ärenden behind one of the figures, the longest overdue first. One statement. */
export const raknadeArenden = async (prisma: PrismaClient, person: Person, vad: Urval, idag: string, sida: number) =>
  withTotal(
    await arendesida(
      prisma,
      person,
      Prisma.sql`${reach(person)} AND a.fas <> 'stangd' AND ${villkor(vad, idag)}`,
      Prisma.sql`a."nastaForfaller" NULLS FIRST, a.nummer`,
      sida,
    ),
  );

/** Every ärende by number: the open ones, or those of the phase asked for. One statement. */
export async function kansliarenden(prisma: PrismaClient, person: Person, { insats, fas, sida }: Kanslifilter) {
  const all = [reach(person), fas === undefined ? Prisma.sql`a.fas <> 'stangd'` : Prisma.sql`a.fas = ${fas}`];
  if (insats !== undefined) all.push(Prisma.sql`i.kod = ${insats}`);
  return withTotal(await arendesida(prisma, person, Prisma.join(all, ' AND '), Prisma.sql`a.nummer`, sida));
}

/** A mail that did not get through, as far as it was about one insats. */
export interface Epostfel {
  id: string;
  insats: string;
  /** the ärenden that it told of; none when it was about the insats itself */
  nummer: string[];
  /** missing for a morning's mail */
  slag: string | null;
  uppgift: Uppgiftstyp | null;
  skapat: Date;
  verksamhet: string;
  fel: string | null;
}

/** The mails of the last 30 days that did not get through, newest first; at most fifty. One statement. */
export const epostfel = (prisma: PrismaClient, person: Person, idag: string): Promise<Epostfel[]> =>
  prisma.$queryRaw<Epostfel[]>`
    SELECT ${mejlet} AS id, i.namn AS insats,
      coalesce(array_agg(DISTINCT a.nummer) FILTER (WHERE a.nummer IS NOT NULL AND NOT ${isSkyddad}), '{}') AS nummer,
      min(s.slag) FILTER (WHERE s."sammanstallningId" IS NULL) AS slag,
      min(s.uppgift) FILTER (WHERE s."sammanstallningId" IS NULL AND s."arendeId" IS NOT NULL) AS uppgift,
      max(s.skapat) AS skapat, v.namn AS verksamhet, min(s.fel) AS fel
    FROM utskick s
    LEFT JOIN arende a ON a.id = s."arendeId"
    JOIN insats i ON i.id = coalesce(a."insatsId", s."insatsId")
    JOIN anvandare m ON m.id = s."mottagareId"
    JOIN verksamhet v ON v.id = m."verksamhetId"
    WHERE s.status IN ('misslyckat', 'studsat') AND s.skapat > ${idag}::date - ${EPOST_DAGAR}::int
      AND i."kanslivyPerArende" AND ${reach(person)}
    GROUP BY ${mejlet}, i.id, v.id
    ORDER BY max(s.skapat) DESC, ${mejlet} LIMIT ${PER_SIDA}`;
