import { lanbaraRoller, relationerMedRatt, stallen, type Relation, type Stalle } from '../../domain/atkomst.js';
import { uppgiftstyper, type Uppgiftstyp } from '../../domain/uppgifter.js';
import type { Uppgiftsperson } from '../../domain/uppgiftsagare.js';
import { Prisma } from '../../prisma/client.js';
import { ersattaSql } from '../../prisma/ersattare.js';
import { isPanyttSql, namngivnaSql } from '../../prisma/relation-sql.js';
import { idsOf, isOneOf, rackviddFor, teamOf, withinRackvidd } from './rackvidd.js';

/*
 * The rules of whose a task is (domain/uppgiftsagare.ts, domain/tilldelning.ts) in SQL, so that a list of ten thousand is
 * counted and paged where it stands. They bring what the rules would let through and no more, which
 * test/uppgifter/samma-regel.test.ts holds against the rules themselves; what is shown is judged by the rules once more.
 *
 * For `uppgift u`, `arende a`, its `individ sk` and `remiss r`.
 */

const { sql, join, empty } = Prisma;
type Sql = Prisma.Sql;

const either = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`FALSE` : sql`(${join([...conditions], ' OR ')})`;

/** A seat in the ärende's team. */
interface Plats {
  readonly verksamhetId: Sql;
  readonly ersattare: Sql;
}

/** That the ärende's person is protected, and that nobody is named in it yet. */
const isSkyddad = sql`sk.skyddad`;
const vantarNamngivning = sql`(${isSkyddad} AND ${namngivnaSql(sql`a`)} = '[]')`;

/** That others are to be named anew: who sent the remiss may have been left out. */
const panytt = sql`(${isSkyddad} AND ${isPanyttSql(sql`a`)})`;

/** How a statement asks who somebody is, in one place that she acts in: her own, or that of one who is away. */
interface Stallesql {
  /** That she is named in the ärende. */
  readonly isNamed: Sql;
  /** stallenI: that she acts in this place in the ärende at all. */
  readonly acts: Sql;
  /** That an id is hers. */
  is(id: Sql): Sql;
  /** isWithin: that what concerns a verksamhet is hers there. */
  within(verksamhetId: Sql): Sql;
  /** That she holds a role in the ärende's insats. */
  has(roll: Sql): Sql;
  /** That one of her seats in the ärende's team is such. */
  sits(such: (plats: Plats) => Sql): Sql;
}

/** That something holds in one of the places that a person acts in. */
type Personsql = (holds: (stalle: Stallesql) => Sql) => Sql;

const isNamed = (id: Sql): Sql => sql`jsonb_exists(${namngivnaSql(sql`a`)}, ${id}::text)`;

/**
 * stallenI: a protected person's ärende is there for those named in it, each in her own place and in that of another of
 * them; before they are named nobody acts there in the place of another.
 *
 * @param av who acts, and `id` in whose place
 */
const acts = ({ id, av, lant }: { id: Sql; av: Sql; lant: boolean }): Sql => sql`(NOT ${isSkyddad}
  OR (${isNamed(av)} AND ${isNamed(id)}) ${lant ? empty : sql`OR ${namngivnaSql(sql`a`)} = '[]'`})`;

/** A place whose roles and seats are known when the statement is made. */
const kantStalle = ({ id, inom, roller, team }: Stalle, av: string): Stallesql => ({
  isNamed: isNamed(sql`${id}`),
  acts: acts({ id: sql`${id}`, av: sql`${av}`, lant: inom !== undefined }),
  is: (column) => sql`${column} = ${id}::uuid`,
  within: (verksamhetId) => (inom === undefined ? sql`TRUE` : sql`${verksamhetId} = ${inom}::uuid`),
  has: (roll) =>
    either(
      roller.map((one) =>
        one.insatsId === undefined
          ? sql`${roll} = ${one.roll}`
          : sql`(${roll} = ${one.roll} AND a."insatsId" = ${one.insatsId}::uuid)`,
      ),
    ),
  sits: (such) =>
    either(
      team.map((plats) => {
        const ersattare = plats.ersattare === true ? sql`TRUE` : sql`FALSE`;
        return sql`(a."teamId" = ${plats.teamId}::uuid AND ${such({ verksamhetId: sql`${plats.verksamhetId}::uuid`, ersattare })})`;
      }),
    ),
});

/** Wherever she acts, whether or not the ärende at hand is there for her. */
type Rackvidd = (stalle: Stallesql, holds: Sql) => Sql;
const iArendet: Rackvidd = ({ acts: there }, holds) => sql`(${there} AND ${holds})`;
const overallt: Rackvidd = (_stalle, holds) => holds;

const kandI =
  (rackvidd: Rackvidd) =>
  (person: Uppgiftsperson): Personsql =>
  (holds) =>
    either(
      stallen(person)
        .map((stalle) => kantStalle(stalle, person.id))
        .map((stalle) => rackvidd(stalle, holds(stalle))),
    );

/** Somebody who is known when the statement is made: in an ärende, and where there is none. */
const kand = kandI(iArendet);
const kandOverallt = kandI(overallt);

/**
 * The place of whoever a column names.
 *
 * @param av the column that names who acts in it
 * @param inom the verksamhet for which it is lent; missing: it is her own
 */
const namngivetStalle = (id: Sql, av: Sql, inom?: Sql): Stallesql => ({
  isNamed: isNamed(id),
  acts: acts({ id, av, lant: inom !== undefined }),
  is: (column) => sql`${column} = ${id}`,
  within: (verksamhetId) => (inom === undefined ? sql`TRUE` : sql`${verksamhetId} = ${inom}`),
  has: (roll) => sql`EXISTS (
    SELECT 1 FROM roll pr WHERE pr."anvandareId" = ${id} AND pr.roll = ${roll}
      AND (pr."insatsId" IS NULL OR pr."insatsId" = a."insatsId")
      ${inom === undefined ? empty : sql`AND pr.roll = ANY(${[...lanbaraRoller]})`})`,
  sits: (such) => sql`EXISTS (
    SELECT 1 FROM teammedlem pt WHERE pt."anvandareId" = ${id} AND pt."teamId" = a."teamId"
      ${inom === undefined ? empty : sql`AND pt."verksamhetId" = ${inom}`}
      AND ${such({ verksamhetId: sql`pt."verksamhetId"`, ersattare: sql`pt.ersattare` })})`,
});

const namngivenI =
  (rackvidd: Rackvidd) =>
  (id: Sql, idag: string): Personsql =>
  (holds) => {
    const at = (stalle: Stallesql): Sql => rackvidd(stalle, holds(stalle));
    return sql`(${at(namngivetStalle(id, id))} OR EXISTS (
      SELECT 1 FROM anvandare pe WHERE pe.id IN ${ersattaSql(id, idag)}
        AND ${at(namngivetStalle(sql`pe.id`, id, sql`pe."verksamhetId"`))}))`;
  };

/** Whoever a column names, in her own place and in those of whom she stands in for: in an ärende, and where there is none. */
const namngiven = namngivenI(iArendet);
const namngivenOverallt = namngivenI(overallt);

/** isOpenTo: samtycke opens the ärende to a verksamhet; an avidentifierad one is open to the whole team. */
const isOpen = (verksamhetId: Sql, idag: string): Sql => sql`CASE WHEN r.identifierad THEN EXISTS (
    SELECT 1 FROM samtycke s WHERE s."arendeId" = a.id AND s."verksamhetId" = ${verksamhetId} AND s.aterkallat IS NULL
      AND s."giltigtFran" <= ${idag}::date AND (s."giltigtTill" IS NULL OR s."giltigtTill" >= ${idag}::date))
  ELSE EXISTS (
    SELECT 1 FROM teammedlem st WHERE st."teamId" = a."teamId" AND st."verksamhetId" = ${verksamhetId}) END`;

const paDagordning = sql`EXISTS (SELECT 1 FROM motespunkt m WHERE m."arendeId" = a.id)`;

const isInkallad = (person: Stallesql): Sql => sql`EXISTS (
  SELECT 1 FROM motesdeltagare d JOIN mote dm ON dm.id = d."moteId" JOIN motespunkt dp ON dp."moteId" = dm.id
  WHERE dp."arendeId" = a.id AND ${person.is(sql`d."anvandareId"`)} AND d.inkallad AND NOT dp.utgatt AND NOT dm.installt
    AND dm.avslutat IS NULL
    AND NOT EXISTS (SELECT 1 FROM rekommendation dr WHERE dr."moteId" = dm.id AND dr."arendeId" = a.id))`;

const remittentDeltar = (idag: string): Sql => sql`(NOT r.identifierad OR ${isOpen(sql`r."verksamhetId"`, idag)})`;

/** hasPromised and answersFor alike: she sits for the verksamhet that owes the task, which samtycke opens it to. */
const sitsFor = (person: Stallesql, idag: string, such: (plats: Plats) => Sql = () => sql`TRUE`): Sql =>
  sql`(NOT ${vantarNamngivning} AND ${person.sits(
    (plats) =>
      sql`(${plats.verksamhetId} = u."verksamhetId" AND ${such(plats)} AND ${isOpen(sql`u."verksamhetId"`, idag)})`,
  )})`;

/** The ways of standing to an ärende by which something in it can be decided; kansli decides nothing. */
const relation = (which: Relation, person: Stallesql, idag: string): Sql => {
  switch (which) {
    case 'remittent':
      return sql`(NOT ${panytt} AND ${person.is(sql`r."remittentId"`)} AND ${person.within(sql`r."verksamhetId"`)} AND ${remittentDeltar(idag)})`;
    case 'koordinator':
      return sql`(coalesce(${person.is(sql`a."koordinatorId"`)}, FALSE)
        OR (${isSkyddad} AND ${person.isNamed} AND ${person.has(sql`'koordinator'`)}))`;
    case 'sammankallande':
      return person.has(sql`'sammankallande'`);
    case 'styrgrupp':
      return sql`(NOT ${vantarNamngivning} AND EXISTS (SELECT 1 FROM uppgift l WHERE l."arendeId" = a.id AND l.roll = 'styrgrupp'
        AND l.avslutad IS NULL) AND ${person.has(sql`'styrgrupp'`)})`;
    case 'teamrepresentant':
      return sql`(NOT ${vantarNamngivning} AND ${paDagordning}
        AND ${person.sits(({ verksamhetId }) => isOpen(verksamhetId, idag))})`;
    // whoever has promised the very task, which is judged where it belongs to a verksamhet
    case 'medhandlaggare':
    case 'kansli':
    case 'nodatkomst':
      return sql`FALSE`;
  }
};

/** promised: the named person's action, or that of a verksamhet which she sits for. */
const promised = (person: Stallesql, idag: string, such?: (plats: Plats) => Sql): Sql =>
  sql`CASE WHEN u."anvandareId" IS NULL THEN ${sitsFor(person, idag, such)}
    ELSE NOT ${vantarNamngivning} AND ${person.is(sql`u."anvandareId"`)} AND ${person.within(sql`u."verksamhetId"`)}
      AND ${isOpen(sql`u."verksamhetId"`, idag)} END`;

const ordinarie = ({ ersattare }: Plats): Sql => sql`NOT ${ersattare}`;

/** owes: the named person; otherwise by the role of the task. */
const owesSql = (person: Stallesql, idag: string): Sql => sql`CASE
  WHEN ${vantarNamngivning} AND (u."anvandareId" IS NOT NULL OR u.roll NOT IN ('handlaggare', 'koordinator', 'sammankallande'))
    THEN FALSE
  WHEN u."anvandareId" IS NOT NULL THEN ${person.is(sql`u."anvandareId"`)}
    AND (u."verksamhetId" IS NULL OR (${person.within(sql`u."verksamhetId"`)} AND ${isOpen(sql`u."verksamhetId"`, idag)}))
  WHEN u.roll = 'handlaggare' THEN ${relation('remittent', person, idag)}
  WHEN u.roll = 'koordinator' THEN coalesce(${person.is(sql`a."koordinatorId"`)}, FALSE)
  WHEN u.roll = 'teamrepresentant' THEN ${paDagordning}
    AND ${sitsFor(person, idag, (plats) => sql`(${ordinarie(plats)} OR ${isInkallad(person)})`)}
  WHEN u.roll = 'medhandlaggare' THEN ${promised(person, idag, ordinarie)}
  ELSE ${person.has(sql`u.roll`)} END`;

/** The kinds of task whose usual decision a relation may take. */
const typerFor = (which: Relation): Uppgiftstyp[] =>
  (Object.keys(uppgiftstyper) as Uppgiftstyp[]).filter((typ) =>
    relationerMedRatt(uppgiftstyper[typ].beslut[0]).includes(which),
  );

const DECIDING: readonly Relation[] = ['remittent', 'koordinator', 'sammankallande', 'styrgrupp', 'teamrepresentant'];
const LEADING: readonly Relation[] = ['koordinator', 'sammankallande'];

/** onlyOf: sammankallande and the styrgrupp decide on medel each on her own, neither in the other's place. */
const isHosAnnan = (which: Relation): Sql =>
  sql`(u.typ IN ('medelbeslut', 'medelbeslut_styrgrupp') AND u.roll <> ${which})`;

const mayBy = (which: readonly Relation[], person: Stallesql, idag: string): Sql =>
  either(
    which.map(
      (one) => sql`(u.typ = ANY(${typerFor(one)}) AND NOT ${isHosAnnan(one)} AND ${relation(one, person, idag)})`,
    ),
  );

/** mayDo: its usual decision is one that she may take, for her verksamhet or in its place. */
const mayDoSql = (person: Stallesql, idag: string): Sql => sql`CASE
  WHEN u."verksamhetId" IS NULL THEN ${mayBy(DECIDING, person, idag)}
  WHEN u.roll = 'medhandlaggare' THEN ${mayBy(LEADING, person, idag)} OR ${promised(person, idag)}
  ELSE ${mayBy(['sammankallande'], person, idag)} OR (${paDagordning} AND ${sitsFor(person, idag)}) END`;

/** innehavare: whoever has taken the task works here and may do it. */
const isHeld = (idag: string): Sql => sql`CASE WHEN u."tilldeladId" IS NULL THEN FALSE
  ELSE EXISTS (SELECT 1 FROM anvandare th WHERE th.id = u."tilldeladId" AND th.aktiv)
    AND ${namngiven(sql`u."tilldeladId"`, idag)((stalle) => sql`(${mayDoSql(stalle, idag)})`)} END`;

/** What the rules say of a task and a person, as conditions of a statement; none of them is ever null. */
export interface Uppgiftsregel {
  /** Whether somebody has it. */
  readonly held: Sql;
  /** isHers: whether who has it is the person, or somebody in whose place she may do it. */
  readonly hers: Sql;
  /** Whether the person owes it, alone or with others. */
  readonly owes: Sql;
  /** Whether she may read the case. */
  readonly reads: Sql;
}

/**
 * The rules as conditions on a task.
 *
 * @param idag today in Sweden, `YYYY-MM-DD`
 */
export function uppgiftsregel(given: Uppgiftsperson, idag: string): Uppgiftsregel {
  const person = kand(given);
  const borta = idsOf(given).filter((id) => id !== given.id);
  const instead =
    borta.length === 0
      ? sql`FALSE`
      : sql`(${isOneOf(sql`u."tilldeladId"`, borta)} AND ${person((stalle) => sql`(${mayDoSql(stalle, idag)})`)})`;
  return {
    held: isHeld(idag),
    hers: sql`coalesce(u."tilldeladId" = ${given.id}::uuid OR ${instead}, FALSE)`,
    owes: person((stalle) => sql`(${owesSql(stalle, idag)})`),
    reads: person((stalle) => either(relationerMedRatt('las_arende').map((one) => relation(one, stalle, idag)))),
  };
}

/**
 * isMin (domain/insats/tilldelning.ts): that a task of an insats, `insatsuppgift a`, is a person's own to do. She has it, or
 * nobody has it and she holds the role that owes it.
 */
export function isMinInsatsuppgift(person: Uppgiftsperson, idag: string): Sql {
  const owed = kandOverallt(person)((stalle) => stalle.has(sql`a.roll`));
  return sql`CASE WHEN a."tilldeladId" IS NOT NULL
      AND EXISTS (SELECT 1 FROM anvandare th WHERE th.id = a."tilldeladId" AND th.aktiv)
      AND ${namngivenOverallt(sql`a."tilldeladId"`, idag)((stalle) => stalle.has(sql`a.roll`))}
    THEN a."tilldeladId" = ${person.id}::uuid OR (${isOneOf(sql`a."tilldeladId"`, idsOf(person))} AND ${owed})
    ELSE ${owed} END`;
}

/** When a task of an insats came to be what it is for a person: opened, given or handed back by somebody else. */
export const insatskomSql = ({ id }: Pick<Uppgiftsperson, 'id'>): Sql => sql`greatest(a.oppnad,
  (SELECT max(kt.nar) FROM insatstilldelning kt WHERE kt."uppgiftId" = a.id AND kt."avId" <> ${id}::uuid))`;

/**
 * The ärenden in which a person can have a task or read one, found by their keys: everything else is never looked at. It
 * brings too many; the rules decide.
 */
export function arendenNear(person: Uppgiftsperson): Sql {
  const leds = rackviddFor(person, ['sammankallande', 'styrgrupp']);
  const teams = teamOf(person);
  const her = (column: Sql): Sql => isOneOf(column, idsOf(person));
  const led =
    leds.length === 0
      ? empty
      : sql`UNION ALL SELECT id FROM arende ia WHERE ${withinRackvidd(sql`ia."insatsId"`, leds)}`;
  const sat =
    teams.length === 0 ? empty : sql`UNION ALL SELECT id FROM arende ta WHERE ${isOneOf(sql`ta."teamId"`, teams)}`;
  return sql`(SELECT id FROM arende ka WHERE ${her(sql`ka."koordinatorId"`)}
    UNION ALL SELECT "arendeId" FROM remiss ra WHERE ${her(sql`ra."remittentId"`)}
    UNION ALL SELECT "arendeId" FROM uppgift na WHERE ${her(sql`na."anvandareId"`)} AND na.avslutad IS NULL
    UNION ALL SELECT "arendeId" FROM uppgift da WHERE ${her(sql`da."tilldeladId"`)} AND da.avslutad IS NULL
    UNION ALL SELECT fa.id FROM individ fi JOIN arende fa ON fa."individId" = fi.id
      WHERE fi.skyddad AND ${namngivnaSql(sql`fa`)} @> ${JSON.stringify([person.id])}::jsonb
    ${led} ${sat})`;
}

/** kanGorasFran: the day from which a task can be done; null when it can be done any day. */
export const gorbarFran = sql`CASE u.typ
  WHEN 'rekommendation' THEN a.lage->'mote'->>'dag'
  WHEN 'teamlyft' THEN a.lage->'teamlyft'->>'dag'
  WHEN 'kartlaggning' THEN a.lage->>'startdatum' END`;

const midnight = (dag: Sql): Sql => sql`(${dag}::timestamp AT TIME ZONE 'Europe/Stockholm')`;

/**
 * When a task came to be what it is for a person: opened, given or handed back by somebody else, back from where it was
 * put aside, or possible to do at last.
 */
export const komSql = ({ id }: Pick<Uppgiftsperson, 'id'>): Sql => sql`greatest(u.oppnad,
  (SELECT max(kt.nar) FROM tilldelning kt WHERE kt."uppgiftId" = u.id AND kt."avId" <> ${id}::uuid),
  ${midnight(sql`CASE WHEN u."vilarTill" IS NOT NULL THEN least(u."vilarTill", u.forfaller) END`)}, ${midnight(sql`(${gorbarFran})::date`)})`;
